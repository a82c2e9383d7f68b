import type { Choice } from '../declare/params';

/** How an application came about (投递方式). */
export const DELIVERY_TYPES: readonly Choice[] = [
	{ name: 'Sourced by HR', value: 1, zh: 'HR 寻访' },
	{ name: 'The Candidate Applied', value: 2, zh: '候选人主动投递' },
];

/** Whether an application is under way (活跃状态). */
export const ACTIVE_STATUSES: readonly Choice[] = [
	{ name: 'Active', value: 1, zh: '活跃' },
	{ name: 'Inactive', value: 2, zh: '非活跃' },
];

/** What a stage is for (阶段类型). */
export const STAGE_TYPES: readonly Choice[] = [
	{ name: 'Screening', value: 1, zh: '筛选型' },
	{ name: 'Evaluation', value: 2, zh: '评估型' },
	{ name: 'Written Test', value: 3, zh: '笔试型' },
	{ name: 'Interview', value: 4, zh: '面试型' },
	{ name: 'Offer', value: 5, zh: 'Offer型' },
	{ name: 'Pending Onboarding', value: 6, zh: '待入职' },
	{ name: 'Onboarded', value: 7, zh: '已入职' },
	{ name: 'Other', value: 8, zh: '其它类型' },
	{ name: 'System Default', value: 255, zh: '系统默认' },
];

/** Where a resume came from (投递来源类型). */
export const SOURCE_TYPES: readonly Choice[] = [
	{ name: 'Referral', value: 10000, zh: '内推' },
	{ name: 'Headhunter', value: 10001, zh: '猎头' },
	{ name: 'Internal Source', value: 10002, zh: '内部来源' },
	{ name: 'Job Site', value: 10003, zh: '第三方招聘网站' },
	{ name: 'Social Media', value: 10004, zh: '社交媒体' },
	{ name: 'Offline', value: 10005, zh: '线下来源' },
	{ name: 'Other', value: 10006, zh: '其他' },
	{ name: 'External Recommendation', value: 10007, zh: '外部推荐' },
	{ name: 'Internal Transfer', value: 10008, zh: '员工转岗' },
	{ name: 'Intern Conversion', value: 10009, zh: '实习生转正' },
];

/** Of an application: 2 is what 1 is of an employee. */
export const APPLICATION_ONBOARD_STATUSES: readonly Choice[] = [
	{ name: 'Not Onboarded', value: 1, zh: '未入职' },
	{ name: 'Onboarded', value: 2, zh: '已入职' },
];

/** Of an employee (入职状态). */
export const ONBOARD_STATUSES: readonly Choice[] = [
	{ name: 'Onboarded', value: 1, zh: '已入职' },
	{ name: 'Left', value: 2, zh: '已离职' },
];

/** Whether the probation of an employee is over (转正状态). */
export const CONVERSION_STATUSES: readonly Choice[] = [
	{ name: 'On Probation', value: 1, zh: '未转正' },
	{ name: 'Regular', value: 2, zh: '已转正' },
];

/** How an interview is held (面试类型). */
export const INTERVIEW_TYPES: readonly Choice[] = [
	{ name: 'On Site', value: 1, zh: '现场面试' },
	{ name: 'By Phone', value: 2, zh: '电话面试' },
	{ name: 'By Video', value: 3, zh: '视频面试' },
];

/** What the interviewers say (面试状态). */
export const ROUND_SUMMARIES: readonly Choice[] = [
	{ name: 'Not Started', value: 2, zh: '未开始' },
	{ name: 'No Feedback Yet', value: 3, zh: '全部未评价' },
	{ name: 'All Passed', value: 4, zh: '全部通过' },
	{ name: 'All Failed', value: 5, zh: '全部淘汰' },
	{ name: 'No-Show', value: 6, zh: '爽约' },
	{ name: 'Some Feedback: Passed', value: 7, zh: '部分评价且均评价通过' },
	{ name: 'Some Feedback: Passed and Failed', value: 8, zh: '部分评价且评价中有通过有淘汰的' },
	{ name: 'Some Feedback: Failed', value: 9, zh: '部分评价且均评价淘汰' },
	{ name: 'All Feedback: Passed and Failed', value: 10, zh: '所有面试官都提交评价且评价中有通过有淘汰的' },
	{ name: 'Some Feedback: Passed and Undecided', value: 11, zh: '部分评价且评价中有通过和待定的' },
	{ name: 'Some Feedback: Failed and Undecided', value: 12, zh: '部分评价且评价中有淘汰和待定的' },
	{ name: 'Some Feedback: Undecided', value: 13, zh: '部分评级且评价均为待定' },
	{
		name: 'Some Feedback: Passed, Undecided and Failed',
		value: 14,
		zh: '部分评价且评价中有通过、待定和淘汰的',
	},
	{ name: 'All Feedback: Passed and Undecided', value: 15, zh: '所有面试官都提交评价且评价中有通过和待定的' },
	{ name: 'All Feedback: Undecided and Failed', value: 16, zh: '所有面试官都提交评价且评价中有待定和淘汰的' },
	{ name: 'All Feedback: Undecided', value: 17, zh: '所有面试官都提交评价且评价均为待定' },
	{
		name: 'All Feedback: Passed, Undecided and Failed',
		value: 18,
		zh: '所有面试官都提交评价且评价中有通过、待定、淘汰的',
	},
];
