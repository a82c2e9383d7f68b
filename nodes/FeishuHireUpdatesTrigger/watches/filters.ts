import { id } from '../../declare/params';
import { query, type Place } from '../../declare/place';
import { jobs } from '../../lookups/jobs';
import { stages } from '../../lookups/stages';

const processId = <const To extends Place | undefined>(to: To) =>
	id({
		name: 'Hiring Process',
		to,
		description: 'Only those of this hiring process (招聘流程), by its ID',
		absence: 'those of all processes count',
	});

const stageId = <const To extends Place | undefined>(to: To) =>
	id({
		name: 'Stage',
		to,
		description: 'Only those in this stage (阶段)',
		absence: 'those in all stages count',
		lookup: stages,
	});

/** What the list of applications is narrowed to. */
export const applicationFilters = () => ({
	jobId: id({
		name: 'Job',
		to: query('job_id'),
		description: 'Only those for this job (职位)',
		absence: 'those for all jobs count',
		lookup: jobs,
	}),
	processId: processId(query('process_id')),
	stageId: stageId(query('stage_id')),
});

/** Of jobs, whose list has no such filter. */
export const jobFilters = () => ({ processId: processId(undefined) });

/** Of interviews, whose list has no such filter. */
export const interviewFilters = () => ({ stageId: stageId(undefined) });
