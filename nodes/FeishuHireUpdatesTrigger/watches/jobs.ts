import { jobList } from '../../routes/jobs';
import { jobRow } from '../outputs';
import { jobFilters } from './filters';
import { timeOf, type Watch } from './watch';

/** Jobs (职位). */
export const jobs: Watch = {
	list: jobList,
	period: ['update_start_time', 'update_end_time'],
	params: jobFilters(),
	listed: (line) => ({ id: String(line.id), changed: timeOf(line.update_timestamp), record: line }),
	wants: ({ record }, { processId }) => processId === undefined || String(record.process_id) === processId,
	read: async ({ id, changed = 0, record }) => ({
		changed,
		found: { key: id, created: timeOf(record.create_timestamp), record },
	}),
	row: jobRow,
};
