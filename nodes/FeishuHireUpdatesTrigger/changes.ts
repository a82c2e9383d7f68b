import type { EncodedItem } from '../declare/operation';
import { EARLIEST, slices, slicesBack, type Periods, type Slice } from './slices';
import type { Listed, Watch } from './watches/watch';

const DAY = 86_400_000;

/** Nothing is planned for later. */
const LATEST = Date.UTC(2100, 0, 1);

/** What is watched, with what the panel narrows it to. */
export interface Watched {
	readonly watch: Watch;
	readonly values: EncodedItem['values'];
	readonly periods: Periods;
	/** For a list by another time than that of the change: since how many days. */
	readonly days: number;
}

/** Lines of a list that changed in a period. */
export interface Changes extends Omit<Slice, 'records'> {
	readonly lines: readonly Listed[];
}

function linesOf({ watch, values }: Watched, { records }: Pick<Slice, 'records'>): Listed[] {
	return records.map(watch.listed).filter((line) => watch.wants?.(line, values) ?? true);
}

/** All that changed since a time, from the earliest change to the latest; `edge`: when it was last looked at. */
export async function* changesSince(
	watched: Watched,
	since: number,
	edge: number,
): AsyncGenerator<Changes, void, undefined> {
	if (watched.watch.byAnotherTime) {
		for (const line of await byChange(watched, edge)) {
			const { changed = 0 } = line;
			if (changed >= since) yield { from: changed, to: changed, lines: [line] };
		}
		yield { from: Infinity, to: Infinity, lines: [] };
		return;
	}
	for await (const slice of slices(watched.periods, since, edge))
		yield { ...slice, lines: linesOf(watched, slice) };
}

/** What changed, from the latest change back to the earliest. */
export async function* changesBack(watched: Watched): AsyncGenerator<readonly Listed[], void, undefined> {
	const { watch, periods } = watched;
	if (watch.byAnotherTime) {
		yield (await byChange(watched, periods.now())).slice(-1);
		return;
	}
	for await (const slice of slicesBack(periods)) yield linesOf(watched, slice);
}

/** The whole list, in the order of change. */
async function byChange(watched: Watched, now: number): Promise<Listed[]> {
	const { periods, days } = watched;
	const ahead = { ...periods, now: () => LATEST };
	const lines: Listed[] = [];
	for await (const slice of slices(ahead, Math.max(EARLIEST, now - days * DAY), 0))
		lines.push(...linesOf(watched, slice));
	return lines.sort((a, b) => (a.changed ?? 0) - (b.changed ?? 0));
}
