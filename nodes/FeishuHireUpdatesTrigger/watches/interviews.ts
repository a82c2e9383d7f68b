import { interviewList } from '../../routes/interviews';
import { interviewRow } from '../../rows/interviews';
import { interviewFilters } from './filters';
import { timeOf, type Watch } from './watch';

/** Interviews (面试), whose list knows no time but that of their beginning. */
export const interviews: Watch = {
	list: interviewList,
	period: ['start_time', 'end_time'],
	byAnotherTime: true,
	params: interviewFilters(),
	listed: (line) => ({ id: String(line.id), changed: timeOf(line.biz_modify_time), record: line }),
	wants: ({ record }, { stageId }) => stageId === undefined || String(record.stage_id) === stageId,
	read: async ({ id, changed = 0, record }) => ({
		changed,
		found: { key: id, created: timeOf(record.biz_create_time), record },
	}),
	row: interviewRow,
};
