import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../declare/operation';
import { OR_NOBODY } from '../../lookups/talents';
import { talentList, talentRoute } from '../../routes/talents';
import { talentRow } from '../outputs';
import { timeOf, type Watch } from './watch';

const basicsOf = ({ basic_info }: IDataObject) => (basic_info ?? {}) as IDataObject;

/** Candidates (人才). */
export const talents: Watch = {
	list: talentList,
	period: ['update_start_time', 'update_end_time'],
	query: OR_NOBODY,
	params: {},
	listed: (line) => ({ id: String(line.id), changed: timeOf(basicsOf(line).modify_time), record: line }),
	async read({ id, changed = 0, record }, call, created) {
		return { changed, found: { key: id, created: created ? await createdAt(id, call) : 0, record } };
	},
	row: talentRow,
};

async function createdAt(id: string, call: Call): Promise<number> {
	return timeOf(basicsOf(await call(talentRoute, { path: { talent_id: id } })).create_time);
}
