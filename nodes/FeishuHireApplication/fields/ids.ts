import { id } from '../../declare/params';
import { body, path, type Place } from '../../declare/place';
import { jobs } from '../../lookups/jobs';
import { stages } from '../../lookups/stages';
import { employees } from '../../lookups/employees';

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
		name: 'Employee',
		to: path('employee_id'),
		required: true,
		description:
			'The record of the person who was onboarded (入职信息), by the ID that Feishu Hire gave it. It is neither the application nor the Feishu user.',
		placeholder: 'e.g. 7379910335417927975',
		lookup: employees,
	});
