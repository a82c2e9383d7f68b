import { id } from '../declare/params';
import { body, path, type Place } from '../declare/place';
import { jobs } from '../lookups/jobs';
import { stages } from '../lookups/stages';

/** The application (投递) that the route names. */
export const applicationId = () =>
	id({
		name: 'Application ID',
		to: path('application_id'),
		required: true,
		description: 'The application (投递): one candidate in the hiring process of one job',
	});

/** The offer that the route names. */
export const offerId = () =>
	id({
		name: 'Offer ID',
		to: path('offer_id'),
		required: true,
		description: 'The offer to work on. It is not the application: each application has its own offer.',
		placeholder: 'e.g. 6930815272790114324',
	});

/** The external offer that the route names. */
export const externalOfferId = () =>
	id({
		name: 'External Offer ID',
		to: path('external_offer_id'),
		required: true,
		description: 'The offer imported from another system (外部 Offer), by the ID that Feishu Hire gave it',
		placeholder: 'e.g. 6989202908470446380',
	});

/** The imported application (外部投递) that a record belongs to. */
export const externalApplicationId = () =>
	id({
		name: 'External Application ID',
		to: body('external_application_id'),
		required: true,
		description: 'The application imported from another system (外部投递) that the offer belongs to',
		placeholder: 'e.g. 7395015673275697419',
	});

/** A candidate in the talent pool (人才库). */
export const talentId = <const To extends Place>({
	to,
	...rest
}: {
	to: To;
	required?: boolean;
	description: string;
	absence?: string;
}) => id({ name: 'Talent ID', to, placeholder: 'e.g. 6960663240925956459', ...rest });

/** A stage (阶段) of a hiring process. */
export const stageId = () =>
	id({
		name: 'Stage',
		to: body('stage_id'),
		required: true,
		description: 'The stage (阶段) to move to, of the hiring process that the application runs through',
		lookup: stages,
	});

/** The job (职位) that an application is for, or that a list is narrowed to. */
export const jobId = <const To extends Place>(options: {
	to: To;
	required?: boolean;
	description: string;
	absence?: string;
}) => id({ name: 'Job', lookup: jobs, ...options });

/** The employee (员工) that the route names. */
export const employeeId = () =>
	id({
		name: 'Employee ID',
		to: path('employee_id'),
		required: true,
		description:
			'The record of the person who was onboarded (入职信息), by the ID that Feishu Hire gave it. It is neither the application nor the Feishu user.',
		placeholder: 'e.g. 7379910335417927975',
	});
