/** States in the rows of Simplify, each value with the label that the vendor's page of the route gives it. */
import { employeeRow, terminationReasonRow } from '../../nodes/FeishuHireApplication/outputs';
import { externalApplicationRow } from '../../nodes/FeishuHireExternalOffer/outputs';
import { listedOfferRow } from '../../nodes/FeishuHireOffer/outputs';
import { jobRow, talentRow } from '../../nodes/FeishuHireUpdatesTrigger/outputs';
import { applicationDetailRow, applicationRow } from '../../nodes/rows/applications';
import { interviewRow } from '../../nodes/rows/interviews';
import { offerRow } from '../../nodes/rows/offers';
import { rowOf, type Row } from '../../nodes/declare/output';

/** Of each value the label on the page, and what the row calls it. */
type Labels = Readonly<Record<number, readonly [page: string, row: string]>>;

const STATES: ReadonlyArray<readonly [name: string, row: Row, key: string, path: string, labels: Labels]> = [
	[
		'applicationRow',
		applicationRow,
		'stage_type',
		'stage.type',
		{
			1: ['筛选型', 'Screening'],
			2: ['评估型', 'Evaluation'],
			3: ['笔试型', 'Written Test'],
			4: ['面试型', 'Interview'],
			5: ['Offer型', 'Offer'],
			6: ['待入职', 'Pending Onboarding'],
			7: ['已入职', 'Onboarded'],
			8: ['其它类型', 'Other'],
			255: ['系统默认', 'System Default'],
		},
	],
	[
		'applicationRow',
		applicationRow,
		'active_status',
		'active_status',
		{
			1: ['活跃', 'Active'],
			2: ['非活跃，即为「已终止」', 'Inactive'],
		},
	],
	[
		'applicationRow',
		applicationRow,
		'delivery_type',
		'delivery_type',
		{
			1: ['HR 寻访', 'Sourced by HR'],
			2: ['候选人主动投递', 'The Candidate Applied'],
		},
	],
	[
		'applicationRow',
		applicationRow,
		'resume_source_type',
		'resume_source_info.resume_source_type',
		{
			10000: ['内推', 'Referral'],
			10001: ['猎头', 'Headhunter'],
			10002: ['内部来源', 'Internal Source'],
			10003: ['第三方招聘网站', 'Job Site'],
			10004: ['社交媒体', 'Social Media'],
			10005: ['线下来源', 'Offline'],
			10006: ['其他', 'Other'],
			10007: ['外部推荐', 'External Recommendation'],
			10008: ['员工转岗', 'Internal Transfer'],
			10009: ['实习生转正', 'Intern Conversion'],
		},
	],
	[
		'applicationRow',
		applicationRow,
		'termination_type',
		'termination_type',
		{
			1: ['我们拒绝了候选人', 'We Rejected the Candidate'],
			22: ['候选人拒绝了我们', 'The Candidate Declined'],
			27: ['其他', 'Other'],
		},
	],
	[
		'applicationDetailRow',
		applicationDetailRow,
		'stage_type',
		'basic_info.stage.type',
		{
			1: ['筛选型', 'Screening'],
			2: ['评估型', 'Evaluation'],
			3: ['笔试型', 'Written Test'],
			4: ['面试型', 'Interview'],
			5: ['Offer型', 'Offer'],
			6: ['待入职', 'Pending Onboarding'],
			7: ['已入职', 'Onboarded'],
			8: ['其它类型', 'Other'],
			255: ['系统默认', 'System Default'],
		},
	],
	[
		'applicationDetailRow',
		applicationDetailRow,
		'active_status',
		'basic_info.active_status',
		{
			1: ['活跃', 'Active'],
			2: ['非活跃', 'Inactive'],
		},
	],
	[
		'applicationDetailRow',
		applicationDetailRow,
		'delivery_type',
		'basic_info.delivery_type',
		{
			1: ['HR寻访', 'Sourced by HR'],
			2: ['候选人主动投递', 'The Candidate Applied'],
		},
	],
	[
		'applicationDetailRow',
		applicationDetailRow,
		'onboard_status',
		'basic_info.onboard_status',
		{
			1: ['未入职', 'Not Onboarded'],
			2: ['已入职', 'Onboarded'],
		},
	],
	[
		'applicationDetailRow',
		applicationDetailRow,
		'offer_status',
		'offer.offer_basic.offer_status',
		{
			2: ['Offer 审批中', 'Approval in Progress'],
			3: ['Offer 审批已撤回', 'Approval Withdrawn'],
			4: ['Offer 审批通过', 'Approved'],
			5: ['Offer 审批不通过', 'Rejected in Approval'],
			6: ['Offer 已发送', 'Sent'],
			7: ['Offer 被候选人接受', 'Accepted by Candidate'],
			8: ['Offer 被候选人拒绝', 'Declined by Candidate'],
			9: ['Offer 已失效', 'Expired'],
			10: ['Offer 已创建', 'Created'],
		},
	],
	[
		'applicationDetailRow',
		applicationDetailRow,
		'employee_onboard_status',
		'employee.onboard_status',
		{
			1: ['已入职', 'Onboarded'],
			2: ['已离职', 'Left'],
		},
	],
	[
		'applicationDetailRow',
		applicationDetailRow,
		'conversion_status',
		'employee.conversion_status',
		{
			1: ['未转正', 'On Probation'],
			2: ['已转正', 'Regular'],
		},
	],
	[
		'applicationDetailRow',
		applicationDetailRow,
		'resume_source_type',
		'basic_info.resume_source_info.resume_source_type',
		{
			10000: ['内推', 'Referral'],
			10001: ['猎头', 'Headhunter'],
			10002: ['内部来源', 'Internal Source'],
			10003: ['第三方招聘网站', 'Job Site'],
			10004: ['社交媒体', 'Social Media'],
			10005: ['线下来源', 'Offline'],
			10006: ['其他', 'Other'],
			10007: ['外部推荐', 'External Recommendation'],
			10008: ['员工转岗', 'Internal Transfer'],
			10009: ['实习生转正', 'Intern Conversion'],
		},
	],
	[
		'applicationDetailRow',
		applicationDetailRow,
		'contract_period_type',
		'offer.offer_basic.contract_period.period_type',
		{ 1: ['月', 'Months'], 2: ['年', 'Years'] },
	],
	['interviewRow', interviewRow, 'round', 'round', { 0: ['从0开始计数', 'Round 1'], 2: ['', 'Round 3'] }],
	[
		'interviewRow',
		interviewRow,
		'interview_type',
		'interview_type',
		{
			1: ['现场面试', 'On Site'],
			2: ['电话面试', 'By Phone'],
			3: ['视频面试', 'By Video'],
		},
	],
	[
		'interviewRow',
		interviewRow,
		'interview_round_summary',
		'interview_round_summary',
		{
			2: ['未开始', 'Not Started'],
			3: ['全部未评价', 'No Feedback Yet'],
			4: ['全部通过', 'All Passed'],
			5: ['全部淘汰', 'All Failed'],
			6: ['爽约', 'No-Show'],
			7: ['部分评价且均评价通过', 'Some Feedback: Passed'],
			8: ['部分评价且评价中有通过有淘汰的', 'Some Feedback: Passed and Failed'],
			9: ['部分评价且均评价淘汰', 'Some Feedback: Failed'],
			10: ['所有面试官都提交评价且评价中有通过有淘汰的', 'All Feedback: Passed and Failed'],
			11: ['部分评价且评价中有通过和待定的', 'Some Feedback: Passed and Undecided'],
			12: ['部分评价且评价中有淘汰和待定的', 'Some Feedback: Failed and Undecided'],
			13: ['部分评级且评价均为待定', 'Some Feedback: Undecided'],
			14: ['部分评价且评价中有通过、待定和淘汰的', 'Some Feedback: Passed, Undecided and Failed'],
			15: ['所有面试官都提交评价且评价中有通过和待定的', 'All Feedback: Passed and Undecided'],
			16: ['所有面试官都提交评价且评价中有待定和淘汰的', 'All Feedback: Undecided and Failed'],
			17: ['所有面试官都提交评价且评价均为待定', 'All Feedback: Undecided'],
			18: ['所有面试官都提交评价且评价中有通过、待定、淘汰的', 'All Feedback: Passed, Undecided and Failed'],
		},
	],
	[
		'employeeRow',
		employeeRow,
		'onboard_status',
		'onboard_status',
		{
			1: ['已入职', 'Onboarded'],
			2: ['已离职', 'Left'],
		},
	],
	[
		'employeeRow',
		employeeRow,
		'conversion_status',
		'conversion_status',
		{
			1: ['未转正', 'On Probation'],
			2: ['已转正', 'Regular'],
		},
	],
	[
		'terminationReasonRow',
		terminationReasonRow,
		'termination_type',
		'termination_type',
		{
			1: ['我们拒绝了候选人', 'We Rejected the Candidate'],
			22: ['候选人拒绝了我们', 'The Candidate Declined'],
			27: ['其他', 'Other'],
		},
	],
	[
		'terminationReasonRow',
		terminationReasonRow,
		'active_status',
		'active_status',
		{
			1: ['已启用', 'In Use'],
			2: ['已停用', 'Not in Use'],
		},
	],
	[
		'offerRow',
		offerRow,
		'offer_status',
		'offer_status',
		{
			1: ['未申请', 'Not Applied For'],
			2: ['审批中', 'Approval in Progress'],
			3: ['审批已撤回', 'Approval Withdrawn'],
			4: ['审批通过', 'Approved'],
			5: ['审批不通过', 'Rejected in Approval'],
			6: ['Offer 已发出', 'Sent'],
			7: ['候选人已接受', 'Accepted by Candidate'],
			8: ['候选人已拒绝', 'Declined by Candidate'],
			9: ['Offer 已失效', 'Expired'],
			10: ['未审批', 'Created'],
			11: ['实习待入职（仅实习 Offer 具有）', 'Internship Not Started'],
			12: ['实习已入职（仅实习 Offer 具有）', 'Internship Started'],
			13: ['实习已离职（仅实习 Offer 具有）', 'Internship Ended'],
		},
	],
	[
		'offerRow',
		offerRow,
		'offer_type',
		'offer_type',
		{
			1: ['正式 Offer', 'Regular'],
			2: ['实习 Offer', 'Internship'],
		},
	],
	[
		'offerRow',
		offerRow,
		'contract_period_type',
		'basic_info.contract_period.period_type',
		{
			1: ['月', 'Months'],
			2: ['年', 'Years'],
		},
	],
	[
		'offerRow',
		offerRow,
		'basic_salary_period',
		'salary_plan.basic_salary{}.period',
		{ 1: ['日薪', 'Per Day'], 2: ['月薪', 'Per Month'] },
	],
	[
		'listedOfferRow',
		listedOfferRow,
		'offer_status',
		'offer_status',
		{
			1: ['未申请', 'Not Applied For'],
			2: ['审批中', 'Approval in Progress'],
			3: ['审批已撤回', 'Approval Withdrawn'],
			4: ['审批通过', 'Approved'],
			5: ['审批不通过', 'Rejected in Approval'],
			6: ['Offer 已发出', 'Sent'],
			7: ['候选人已接受', 'Accepted by Candidate'],
			8: ['候选人已拒绝', 'Declined by Candidate'],
			9: ['Offer 已失效', 'Expired'],
			10: ['未审批', 'Created'],
			11: ['实习待入职（仅实习 Offer 具有）', 'Internship Not Started'],
			12: ['实习已入职（仅实习 Offer 具有）', 'Internship Started'],
			13: ['实习已离职（仅实习 Offer 具有）', 'Internship Ended'],
		},
	],
	[
		'listedOfferRow',
		listedOfferRow,
		'offer_type',
		'offer_type',
		{
			1: ['正式 Offer', 'Regular'],
			2: ['实习 Offer', 'Internship'],
		},
	],
	[
		'talentRow',
		talentRow,
		'gender',
		'basic_info.gender',
		{ 1: ['男', 'Male'], 2: ['女', 'Female'], 3: ['其他', 'Other'] },
	],
	[
		'jobRow',
		jobRow,
		'active_status',
		'active_status',
		{ 1: ['启用', 'In Use'], 2: ['未启用', 'Not in Use'] },
	],
	[
		'jobRow',
		jobRow,
		'process_type',
		'process_type',
		{ 1: ['社招流程', 'Experienced Hires'], 2: ['校招流程', 'Graduates'] },
	],
	[
		'externalApplicationRow',
		externalApplicationRow,
		'job_recruitment_type',
		'job_recruitment_type',
		{
			1: ['社招', 'Experienced Hires'],
			2: ['校招', 'Graduates'],
		},
	],
	[
		'externalApplicationRow',
		externalApplicationRow,
		'delivery_type',
		'delivery_type',
		{
			1: ['HR 寻访', 'Sourced by HR'],
			2: ['候选人主动投递', 'The Candidate Applied'],
			3: ['人才推荐', 'Recommended'],
			4: ['其他', 'Other'],
		},
	],
];

/** With `{}` after a key that holds its object as JSON. */
const recordWith = (path: string, value: number): object =>
	path
		.split('.')
		.reduceRight<unknown>(
			(inner, key) => (key.endsWith('{}') ? { [key.slice(0, -2)]: JSON.stringify(inner) } : { [key]: inner }),
			value,
		) as object;

describe.each(STATES)('%s', (_, row, key, path, labels) => {
	it(`calls ${key} as the page does`, () => {
		for (const [value, [, called]] of Object.entries(labels)) {
			const cells = rowOf(row, { ...recordWith(path, Number(value)) }, () => undefined, 'UTC');
			expect([value, cells[key], cells[`${key}_name`]]).toEqual([value, Number(value), called]);
		}
	});

	it(`has a column for every state: ${key}`, () => {
		expect(Object.keys(row)).toEqual(expect.arrayContaining([key, `${key}_name`]));
	});
});

it('leaves no state of a row out', () => {
	const tried = new Set(STATES.map(([name, , key]) => `${name}.${key}`));
	for (const [name, row] of new Map(STATES.map(([each, columns]) => [each, columns]))) {
		const states = Object.keys(row).filter((key) => `${key}_name` in row && row[key]?.type === 'number');
		for (const key of states) expect(tried).toContain(`${name}.${key}`);
	}
});
