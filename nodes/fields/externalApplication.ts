import { InvalidValue } from '../declare/invalid';
import type { PagedEndpoint, ReadAll } from '../declare/operation';
import { choice, id, text, timestamp, type Wire } from '../declare/params';
import { body, path } from '../declare/place';
import { filledIn } from './fieldsLeftOut';

/** The external application that the route names. */
export const externalApplication = () =>
	id({
		name: 'External Application ID',
		to: path('external_application_id'),
		required: true,
		description:
			'The application imported from another system (外部投递), by the ID that Feishu Hire gave it',
		placeholder: 'e.g. 6989202908470446380',
	});

/** The fields of an external application that both its create and its update carry. */
export const externalApplicationFields = () => ({
	jobRecruitmentType: choice({
		name: 'Job Recruitment Type',
		to: body('job_recruitment_type'),
		description: 'Whom the job was for (职位招聘类型)',
		options: [
			{ name: 'Experienced Hires', value: 1, zh: '社招' },
			{ name: 'Graduates', value: 2, zh: '校招' },
		],
	}),
	jobTitle: text({
		name: 'Job Title',
		to: body('job_title'),
		description: 'Name of the job (职位) in the other system',
		placeholder: 'e.g. Senior Java Engineer',
	}),
	resumeSource: text({
		name: 'Resume Source',
		to: body('resume_source'),
		description: 'Where the resume came from (简历来源), in the words of the other system',
		placeholder: 'e.g. 内推',
	}),
	stage: text({
		name: 'Stage',
		to: body('stage'),
		description: 'Name of the stage (阶段) that the application reached in the other system',
		placeholder: 'e.g. 简历初筛',
	}),
	deliveryType: choice({
		name: 'Delivery Type',
		to: body('delivery_type'),
		description: 'How the candidate came to the job (投递类型)',
		options: [
			{ name: 'Sourced by HR', value: 1, zh: 'HR 寻访' },
			{ name: 'The Candidate Applied', value: 2, zh: '候选人主动投递' },
			{ name: 'Recommended', value: 3, zh: '人才推荐' },
			{ name: 'Other', value: 4, zh: '其他' },
		],
	}),
	createTime: timestamp({
		name: 'Created At',
		to: body('create_time'),
		wire: 'integer',
		description: "When the application was made in the other system, in the workflow's time zone",
	}),
	modifyTime: timestamp({
		name: 'Terminated At',
		to: body('modify_time'),
		wire: 'integer',
		description: "When the application ended in the other system, in the workflow's time zone",
	}),
	terminationType: text({
		name: 'Termination Type',
		to: body('termination_type'),
		description: 'Who or what ended the application (终止类型), in the words of the other system',
		placeholder: 'e.g. HR 主动终止',
	}),
	terminationReason: text({
		name: 'Termination Reason',
		to: body('termination_reason'),
		description: 'Why the application ended (终止原因), in the words of the other system',
		placeholder: 'e.g. 不合适',
	}),
});

/** Code 1002102. */
export const TALENT_UNKNOWN = {
	what: 'The candidate (人才) does not exist',
	mend: "Check 'Talent ID': give the ID that Feishu Hire gave the candidate, as in the address of the candidate's page. It is not the ID of an application.",
};

/** The route that lists the external applications of a candidate. */
export const externalApplicationList = {
	route: 'GET /open-apis/hire/v1/external_applications',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_application/list',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:external_application'],
	effect: 'read',
	suspects: "Check 'Talent ID': it must be the ID of a candidate (人才) in Feishu Hire.",
	errors: {
		1002102: TALENT_UNKNOWN,
	},
	pages: { size: 20 },
} as const satisfies PagedEndpoint;

/**
 * What an external application holds, as an update would carry it.
 * @throws InvalidValue where the candidate has no external application with this ID
 */
export async function heldFields(
	all: ReadAll,
	talent: string,
	wanted: string,
): Promise<Record<string, Wire>> {
	for await (const application of all(externalApplicationList, { query: { talent_id: talent } })) {
		if (application.id === wanted) return filledIn(application, FIELDS);
	}
	throw new InvalidValue(
		'The candidate has no such external application',
		"Check 'External Application ID' and 'Talent ID': they must belong together. To give the application to another candidate, set 'Fields Left Out' to Clear and give all fields.",
	);
}

const FIELDS = Object.values(externalApplicationFields()).map(({ to }) => to.key);
