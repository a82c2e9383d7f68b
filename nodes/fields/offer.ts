import type { IDataObject } from 'n8n-workflow';
import { InvalidValue } from '../declare/invalid';
import type { EncodedItem, Endpoint, ErrorWords, Files, Tools } from '../declare/operation';
import { customFields } from '../declare/customFields';
import { amount, choice, date, group, id, idList, integer, text, type WireObject } from '../declare/params';
import { body } from '../declare/place';
import type { RequestParts } from '../declare/request';
import { offerCustomFields, offerForms } from '../lookups/offerForms';
import { attachmentBinaryFields, checkFiles, uploadAll } from './attachmentUpload';
import {
	departmentIdType,
	employeeTypeIdType,
	ID_TYPES,
	jobFamilyIdType,
	jobLevelIdType,
	userIdType,
} from './idTypes';

const MAX_ATTACHMENTS = 20;

/** The sections of the panel for writing an offer. */
export const OFFER_SECTIONS = {
	basicInfo: { title: 'Position and Contract' },
	attachments: { title: 'Attachments' },
	...ID_TYPES,
} as const;

/** The kinds of IDs in a whole offer. */
export const offerIdTypes = (users?: { peopleAdmin: boolean }) => ({
	userIdType: userIdType(users),
	departmentIdType: departmentIdType(),
	jobLevelIdType: jobLevelIdType(),
	jobFamilyIdType: jobFamilyIdType(),
	employeeTypeIdType: employeeTypeIdType(),
});

/** The people and the department without which there is no offer. */
export const offerPeople = () => ({
	departmentId: text({
		name: 'Department',
		to: body('basic_info.department_id'),
		required: true,
		description: "ID of the department (部门) to join, of the kind that 'Department ID Type' says",
		placeholder: 'e.g. od-6b394871807047c7023ebfc1ff37cd3a',
	}),
	leaderUserId: text({
		name: 'Direct Manager',
		to: body('basic_info.leader_user_id'),
		required: true,
		description: "ID of the candidate's direct manager (直属上级), of the kind that 'User ID Type' says",
		placeholder: 'e.g. ou_ce613028fe74745421f5dc320bb9c709',
	}),
	ownerUserId: text({
		name: 'Offer Owner',
		to: body('basic_info.owner_user_id'),
		required: true,
		description:
			"ID of the person in charge of the offer (Offer 负责人), of the kind that 'User ID Type' says",
		placeholder: 'e.g. ou_ce613028fe74745421f5dc320bb9c709',
	}),
	operatorUserId: text({
		name: 'Operator',
		to: body('basic_info.operator_user_id'),
		required: true,
		description:
			"ID of the person in whose name the offer is written (Offer 操作人), of the kind that 'User ID Type' says",
		placeholder: 'e.g. ou_ce613028fe74745421f5dc320bb9c709',
	}),
});

const section = 'basicInfo';

/** Place, job, probation and contract: what an offer may say besides. */
export const positionAndContract = () => ({
	contractPeriod: group({
		name: 'Contract Period',
		to: body('basic_info.contract_period'),
		section,
		description: 'How long the contract (合同期) runs',
		fields: {
			period: integer({
				name: 'Length',
				to: body('period'),
				required: true,
				min: 0,
				max: 100,
				description: 'Number of months or years',
			}),
			periodType: choice({
				name: 'Unit',
				to: body('period_type'),
				required: true,
				description: 'Whether the length counts months or years',
				options: [
					{ name: 'Months', value: 1, zh: '月' },
					{ name: 'Years', value: 2, zh: '年' },
				],
			}),
		},
	}),
	contractYear: integer({
		name: 'Contract (Years)',
		to: body('basic_info.contract_year'),
		section,
		min: 0,
		description:
			'Length of the contract in whole years. Feishu recommends Contract Period in its place; a form without the field for years refuses this one.',
	}),
	employeeTypeId: text({
		name: 'Employee Type',
		to: body('basic_info.employee_type_id'),
		section,
		description:
			"ID of the employee type (人员类型), such as full-time or intern, of the kind that 'Employee Type ID Type' says",
	}),
	employmentJobId: id({
		name: 'Employment Job',
		to: body('basic_info.employment_job_id'),
		section,
		description:
			'ID of the job (职务) in Feishu People. Only for companies with Feishu People (飞书人事企业版).',
	}),
	expectedOnboardDate: date({
		name: 'Expected Onboarding Date',
		to: body('basic_info.expected_onboard_date'),
		section,
		json: true,
		description: "The planned first day (预计入职日期), in the workflow's time zone",
	}),
	jobFamilyId: text({
		name: 'Job Family',
		to: body('basic_info.job_family_id'),
		section,
		description: "ID of the job family (序列), of the kind that 'Job Family ID Type' says",
	}),
	jobGradeId: id({
		name: 'Job Grade',
		to: body('basic_info.job_grade_id'),
		section,
		description: 'ID of the job grade (职等). Only for companies with Feishu People (飞书人事).',
	}),
	jobLevelId: text({
		name: 'Job Level',
		to: body('basic_info.job_level_id'),
		section,
		description: "ID of the job level (职级), of the kind that 'Job Level ID Type' says",
	}),
	jobOffered: text({
		name: 'Job Title Offered',
		to: body('basic_info.job_offered'),
		section,
		description: 'Title of the position to take up (入职职位)',
		placeholder: 'e.g. Backend Engineer',
	}),
	jobProcessTypeId: choice({
		name: 'Hiring Process Type',
		to: body('basic_info.job_process_type_id'),
		section,
		description: 'The kind of hiring process (招聘流程类型)',
		options: [
			{ name: 'Experienced Hires', value: 1, zh: '社招' },
			{ name: 'Graduates', value: 2, zh: '校招' },
		],
	}),
	jobRequirementId: id({
		name: 'Job Requirement',
		to: body('basic_info.job_requirement_id'),
		section,
		description: 'ID of the job requirement (招聘需求) that the offer fills',
	}),
	onboardAddressId: id({
		name: 'Onboarding Address',
		to: body('basic_info.onboard_address_id'),
		section,
		description: 'ID of the place to report to on the first day (入职地点)',
	}),
	pathwayId: id({
		name: 'Pathway',
		to: body('basic_info.pathway_id'),
		section,
		description: 'ID of the career pathway (通道) in Feishu People',
	}),
	positionId: id({
		name: 'Position',
		to: body('basic_info.position_id'),
		section,
		description: 'ID of the position (岗位) in Feishu People. Only for companies that use positions there.',
	}),
	probationMonth: integer({
		name: 'Probation (Months)',
		to: body('basic_info.probation_month'),
		section,
		min: 0,
		description: 'Length of the probation (试用期) in months',
	}),
	recommendedWords: text({
		name: 'Recommendation',
		to: body('basic_info.recommended_words'),
		section,
		rows: 2,
		description: 'Why the candidate is recommended (Offer 推荐语)',
	}),
	workAddressId: id({
		name: 'Work Address',
		to: body('basic_info.work_address_id'),
		section,
		description: 'ID of the place of work (办公地点)',
	}),
});

/** The files of an offer. */
export const offerAttachments = () => ({
	commonAttachmentIdList: idList({
		name: 'Attachment IDs',
		to: body('basic_info.common_attachment_id_list'),
		section: 'attachments',
		max: MAX_ATTACHMENTS,
		things: 'attachments',
		description: `At most ${MAX_ATTACHMENTS} attachments (通用附件), by the IDs that Feishu Hire gave them: separated by commas, or an expression that yields an array`,
		placeholder: 'e.g. 7404675264888097068, 7404675264888097069',
	}),
	attachmentBinaryFields: { ...attachmentBinaryFields({ record: 'offer' }), section: 'attachments' },
	attachmentDescription: text({
		name: 'Attachment Description',
		to: body('basic_info.attachment_description'),
		section: 'attachments',
		description: 'What the attachments are (附件描述)',
	}),
});

/** What the candidate is paid. */
export const salaryInfo = () =>
	group({
		name: 'Salary',
		to: body('salary_info'),
		description:
			'What the candidate is paid (薪资信息). Feishu Hire requires the basic salary if the offer form has a section for salary.',
		fields: {
			currency: text({
				name: 'Currency',
				to: body('currency'),
				required: true,
				description: 'Code of the currency (币种)',
				placeholder: 'e.g. CNY',
			}),
			basicSalary: amount({
				name: 'Basic Salary',
				to: body('basic_salary'),
				description: 'Basic pay (基本工资), with at most two decimals',
				placeholder: 'e.g. 28000',
			}),
			probationSalaryPercentage: amount({
				name: 'Probation Pay (Share)',
				to: body('probation_salary_percentage'),
				description: 'Share of the pay during probation (试用期薪资百分比): 0.8 stands for 80 percent',
				placeholder: 'e.g. 0.8',
			}),
			awardSalaryMultiple: amount({
				name: 'Year-End Bonus (Months of Pay)',
				to: body('award_salary_multiple'),
				description: 'Year-end bonus in whole months of pay (年终奖月数)',
				placeholder: 'e.g. 3',
			}),
			optionShares: amount({
				name: 'Option Shares',
				to: body('option_shares'),
				description: 'Whole number of share options (期权股数)',
				placeholder: 'e.g. 30',
			}),
			quarterlyBonus: amount({
				name: 'Quarterly Bonus',
				to: body('quarterly_bonus'),
				description: 'Bonus of a quarter (季度奖金额), with at most two decimals',
				placeholder: 'e.g. 3000',
			}),
			halfYearBonus: amount({
				name: 'Half-Year Bonus',
				to: body('half_year_bonus'),
				description: 'Bonus of half a year (半年奖金额), with at most two decimals',
				placeholder: 'e.g. 10000',
			}),
		},
	});

/** The offer form (Offer 申请表) with its own fields, and its version. */
export const offerFormFields = ({ withoutSchema }: { withoutSchema: string }) => ({
	offerForm: id({
		name: 'Offer Form',
		to: undefined,
		open: true,
		lookup: offerForms,
		description:
			'The offer application form (Offer 申请表) of the job, whose custom fields are offered below. Without it, the fields of all forms are offered.',
	}),
	customizedInfoList: customFields({
		name: 'Custom Fields',
		to: body('customized_info_list'),
		columns: offerCustomFields,
		dependsOn: 'offerForm',
		description:
			'The fields (自定义字段) that your company has added to the offer form. A field that is left empty is not sent.',
	}),
	schemaId: id({
		name: 'Form Version (Schema ID)',
		to: body('schema_id'),
		description:
			'ID of a version (schema) of the offer form (Offer 申请表); every change of the form makes a new one',
		absence: withoutSchema,
	}),
});

const filesOf = ({ values }: EncodedItem) => (values.attachmentBinaryFields ?? []) as string[];

const attachmentsOf = ({ values }: EncodedItem) => (values.commonAttachmentIdList ?? []) as string[];

/** Looks at the attachments of an item before anything is sent. @throws InvalidValue */
export function checkAttachments(item: EncodedItem, files: Files): void {
	const count = attachmentsOf(item).length + filesOf(item).length;
	if (count > MAX_ATTACHMENTS) {
		throw new InvalidValue(
			`The offer would have ${count} attachments; Feishu Hire takes at most ${MAX_ATTACHMENTS}`,
			`Leave at most ${MAX_ATTACHMENTS} in 'Attachment IDs' and 'Input Fields With Files' together.`,
		);
	}
	checkFiles(files, filesOf(item));
}

/** Uploads the files of an offer and adds them to the attachments of its request. */
export async function withAttachments(item: EncodedItem, tools: Tools): Promise<RequestParts> {
	const { parts } = item;
	const files = filesOf(item);
	if (files.length === 0) return parts;
	const info = (parts.body?.basic_info ?? {}) as WireObject;
	const given = attachmentsOf(item);
	const uploaded = await uploadAll(tools, files);
	return {
		...parts,
		body: { ...parts.body, basic_info: { ...info, common_attachment_id_list: [...given, ...uploaded] } },
	};
}

/** An offer in ten fields. */
export function simpleOffer({ basic_info: basic, job_info: job, ...offer }: IDataObject): IDataObject {
	const { department_id, leader_user_id, owner_user_id, onboard_date, expire_time } = (basic ??
		{}) as IDataObject;
	return {
		id: offer.id,
		application_id: offer.application_id,
		job_name: (job as IDataObject | undefined)?.job_name,
		offer_status: offer.offer_status,
		schema_id: offer.schema_id,
		department_id,
		leader_user_id,
		owner_user_id,
		onboard_date,
		expire_time,
	};
}

/** The route that reads one offer. */
export const offerRoute = {
	route: 'GET /open-apis/hire/v1/offers/:offer_id',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/get',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:offer:low_sensitive_info:readonly', 'hire:offer:readonly', 'hire:offer'],
	effect: 'read',
	record: 'offer',
	suspects: 'Check that the offer exists: give the ID of the offer, not of the application or the candidate.',
} as const satisfies Endpoint;

/** The route that reads the offer of an application. */
export const applicationOfferRoute = {
	route: 'GET /open-apis/hire/v1/applications/:application_id/offer',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/offer',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:application', 'hire:application:readonly'],
	effect: 'read',
	record: 'offer',
	suspects:
		'Check that the application exists and that an offer was made for it. Give the ID of the application (投递), not of the offer or the candidate.',
} as const satisfies Endpoint;

const notThere = (thing: string, field: string): ErrorWords => ({
	what: `The ${thing} does not exist`,
	mend: `Check '${field}' and, under ID Types, the kind of ID that it is.`,
});
const outOfUse = (thing: string, field: string): ErrorWords => ({
	what: `The ${thing} is no longer in use`,
	mend: `Give another '${field}', or have an administrator put it back into use.`,
});
const apart = (things: string, one: string, other: string): ErrorWords => ({
	what: `The ${things} do not go together`,
	mend: `Change '${one}' or '${other}' to a pair that the company has set up.`,
});

/** What creating and updating an offer can both be refused for. */
export const offerContentErrors = {
	1002057: {
		what: 'The offer form has changed since the version that was given',
		mend: "Remove 'Form Version (Schema ID)' and choose 'Offer Form', so that the newest version is taken. Then refresh the list of custom fields.",
	},
	1002058: {
		what: 'An attachment of the offer does not exist',
		mend: "Check 'Attachment IDs': give the IDs of general attachments (通用附件) that were uploaded to Feishu Hire.",
	},
	1002059: {
		what: 'The version of the offer form does not exist',
		mend: "Check 'Form Version (Schema ID)': it is the ID of a version (schema), not of the form. Remove it and choose 'Offer Form' to take the newest.",
	},
	1002061: {
		what: 'A formula among the custom fields is not valid',
		mend: 'Write it with numbers, + - * / and brackets, and with the IDs of fields of the salary section in square brackets, as in [6872592813776914699] * 12.',
	},
	1002069: notThere('employment job (职务)', 'Employment Job'),
	1002070: outOfUse('employment job (职务)', 'Employment Job'),
	1002071: notThere('job family (序列)', 'Job Family'),
	1002072: outOfUse('job family (序列)', 'Job Family'),
	1002073: notThere('job level (职级)', 'Job Level'),
	1002074: outOfUse('job level (职级)', 'Job Level'),
	1002077: apart('employment job (职务) and job family (序列)', 'Employment Job', 'Job Family'),
	1002078: apart('employment job (职务) and job level (职级)', 'Employment Job', 'Job Level'),
	1002079: apart('job family (序列) and job level (职级)', 'Job Family', 'Job Level'),
	1002082: {
		what: 'The offer has too many attachments',
		mend: `Feishu Hire takes at most ${MAX_ATTACHMENTS} in one request. Leave some out.`,
	},
	1002083: {
		what: 'The file of an attachment does not exist',
		mend: "Check 'Attachment IDs': upload the file to Feishu Hire again and use the new ID.",
	},
} satisfies Record<number, ErrorWords>;

/** Besides those, what only the creation of an offer is refused for. */
export const jobGradeErrors = {
	1002075: notThere('job grade (职等)', 'Job Grade'),
	1002076: outOfUse('job grade (职等)', 'Job Grade'),
	1002080: apart('job level (职级) and job grade (职等)', 'Job Level', 'Job Grade'),
} satisfies Record<number, ErrorWords>;
