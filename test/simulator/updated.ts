/** Lists that can be narrowed to the records that changed in a period. */
import type { Behaviour } from './route';

export interface PeriodQuery {
	update_start_time?: string;
	update_end_time?: string;
}

interface Changing {
	modifyTime?: number;
}

/** Whether a record changed in the period. What never changed counts as old. */
export function changedWithin(
	{ modifyTime = 0 }: Changing,
	{ update_start_time: start, update_end_time: end }: PeriodQuery,
	{ endOfPeriod }: Pick<Behaviour, 'endOfPeriod'>,
): boolean {
	if (start && modifyTime < Number(start)) return false;
	if (!end) return true;
	return endOfPeriod === 'listed' ? modifyTime <= Number(end) : modifyTime < Number(end);
}

/** The pages name no order. */
export function inListOrder<T extends Changing>(
	records: readonly T[],
	{ listOrder }: Pick<Behaviour, 'listOrder'>,
): T[] {
	if (listOrder === 'oldestFirst') return [...records];
	return [...records].sort((one, other) => (other.modifyTime ?? 0) - (one.modifyTime ?? 0));
}
