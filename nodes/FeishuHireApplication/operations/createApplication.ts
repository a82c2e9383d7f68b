import { ID_TYPES, userIdType } from '../../fields/idTypes';
import { createdApplication } from '../outputs';
import { DELIVERY_TYPES } from '../../rows/states';
import { jobId } from '../fields/ids';
import { talentId } from '../../fields/ids';
import { operation } from '../../declare/operation';
import { choice, id, nameList } from '../../declare/params';
import { body } from '../../declare/place';
import { people } from '../../lookups/people';
import { resumeSources } from '../../lookups/resumeSources';

export const createApplication = operation({
	resource: 'application',
	value: 'create',
	name: 'Create',
	action: 'Add a candidate to a job',
	description: 'Add a candidate (人才) to the hiring process of a job (职位) as an application (投递)',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/create',
	route: 'POST /open-apis/hire/v1/applications',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:application'],
	effect: 'create',
	orderedBy: 'talentId',
	sections: ID_TYPES,
	params: {
		talentId: talentId({
			to: body('talent_id'),
			required: true,
			description: 'The candidate in the talent pool (人才库) who applies',
		}),
		jobId: jobId({
			to: body('job_id'),
			required: true,
			description: 'The job (职位) that the candidate applies for',
		}),
		resumeSourceId: id({
			name: 'Resume Source',
			to: body('resume_source_id'),
			description: 'Where the candidate comes from (简历来源), by the ID of the source in Feishu Hire',
			placeholder: 'e.g. 7115289562569591070',
			lookup: resumeSources,
		}),
		userId: id({
			foreign: true,
			lookup: people,
			name: 'Employee',
			to: body('user_id'),
			description:
				'The employee who is the candidate. Feishu Hire requires it when the resume source is Internal Transfer (员工转岗) or Intern Conversion (实习生转正), and then ties the employee to the candidate, who has to be onboarded (已入职) already. With other sources nobody is tied.',
			placeholder: 'e.g. ou_84aad35d084aa403a838cf73ee18467',
		}),
		applicationPreferredCityCodeList: nameList({
			name: 'Preferred City Codes',
			to: body('application_preferred_city_code_list'),
			description:
				'Cities in which the candidate would like to work (意向投递城市), by their codes: separated by commas, or an expression that yields an array',
			placeholder: 'e.g. CN_1, CN_2',
		}),
		deliveryType: choice({
			name: 'Delivery Type',
			to: body('delivery_type'),
			description: 'How the application came about (投递方式)',
			options: DELIVERY_TYPES,
		}),
		userIdType: userIdType(),
	},
	row: createdApplication,
	suspects:
		'Check that the job exists and is open, that the city codes are those of Feishu Hire, and that Employee is given where the resume source needs it: then the candidate has to be onboarded (已入职) already.',
	errors: {
		1002102: {
			what: 'The candidate does not exist',
			mend: 'Give the ID of the candidate in the talent pool (人才库), not of an application or an employee.',
		},
		1002206: {
			what: 'The candidate already has an application for this job that is under way',
			mend: 'Go on with that application: Get Many with this Candidate and this Job finds it. Or terminate it first.',
		},
		1002222: {
			what: 'The candidate is tied to another employee',
			mend: 'Check Employee against the applications of the candidate that ended in onboarding.',
		},
		1002223: {
			what: 'The employee is tied to another candidate',
			mend: 'Check Employee. If it is right, use the candidate that the employee is tied to.',
		},
		1002224: {
			what: 'The employee does not exist',
			mend: 'Check Employee, and that the User ID Type names its kind.',
		},
		1002511: {
			what: 'The candidate has as many applications as your company allows',
			mend: 'An administrator can raise the limit in Feishu Hire: Settings › Channel Management › Application Limit (设置 › 渠道管理 › 候选人投递次数限制).',
		},
		1002512: {
			what: 'The resume source does not exist',
			mend: 'Give the ID of a source in use (简历来源), not its name.',
		},
	},
});
