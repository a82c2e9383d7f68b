import { interviewRow } from '../../rows/interviews';
import { ID_TYPES, jobLevelIdType, userIdType } from '../../fields/idTypes';
import { interviewList } from '../../routes/interviews';
import { InvalidValue } from '../../declare/invalid';
import { operation } from '../../declare/operation';
import { id, timestamp } from '../../declare/params';
import { query } from '../../declare/place';
import { applications } from '../../lookups/applications';
import { interviews } from '../../lookups/interviews';

export const getInterviews = operation({
	...interviewList,
	resource: 'application',
	value: 'getInterviews',
	name: 'Get Interviews',
	action: 'Get interviews of an application',
	description: 'List the interviews (面试) of an application, or of a period',
	sections: ID_TYPES,
	params: {
		applicationId: id({
			lookup: applications,
			name: 'Application',
			to: query('application_id'),
			open: true,
			description:
				'The application (投递) whose interviews to list. Leave it empty to list those of a period or a single one, with the filters.',
		}),
		interviewId: id({
			lookup: interviews,
			name: 'Interview',
			to: query('interview_id'),
			description: 'Only this interview',
			absence: 'all of the application are listed',
			placeholder: 'e.g. 6888217964693309704',
		}),
		startTime: timestamp({
			name: 'Begins From',
			to: query('start_time'),
			wire: 'string',
			description: 'Only interviews that begin at this time or later',
			absence: 'it does not matter how early they begin',
		}),
		endTime: timestamp({
			name: 'Begins Until',
			to: query('end_time'),
			wire: 'string',
			description: 'Only interviews that begin at this time or earlier',
			absence: 'it does not matter how late they begin',
		}),
		userIdType: userIdType(),
		jobLevelIdType: jobLevelIdType(),
	},
	row: interviewRow,
	check({ values }) {
		const { applicationId, interviewId, startTime, endTime } = values;
		if (![applicationId, interviewId, startTime, endTime].some(Boolean)) {
			throw new InvalidValue(
				'It is not said which interviews to list',
				"Fill in 'Application', or add a filter. If it is an expression, it gave nothing for this item.",
			);
		}
	},
	suspects: 'Check the IDs, and that Begins From is not later than Begins Until.',
});
