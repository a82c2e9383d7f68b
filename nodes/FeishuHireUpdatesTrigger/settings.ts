import type { IPollFunctions } from 'n8n-workflow';
import { isEmpty } from '../declare/empty';
import { InvalidValue } from '../declare/invalid';
import type { EncodedItem } from '../declare/operation';
import { encodeItem } from '../declare/request';
import { epochMilliseconds } from '../declare/time';
import { timezoneOf } from '../engine/timezone';
import { watches } from './watches';
import type { Shape, Watch } from './watches/watch';

/** What the panel says. */
export interface Settings {
	readonly watch: Watch;
	readonly filters: EncodedItem;
	/** Whether a record counts once, when it is new. */
	readonly createdOnly: boolean;
	/** Since when records count, in milliseconds; from now on without it. */
	readonly start?: number;
	readonly shape: Shape;
	/** IANA name of the workflow's time zone. */
	readonly timezone: string;
	readonly most: number;
	readonly interviewDays: number;
	/** Tells these choices from others. */
	readonly of: string;
}

const MOST = 100;
const INTERVIEW_DAYS = 30;

const count = (value: unknown, preset: number, least: number) => {
	const number = isEmpty(value) ? preset : Math.floor(Number(value));
	return Number.isFinite(number) ? Math.max(least, number) : preset;
};

/** Reads the panel. @throws InvalidValue */
export function settingsOf(context: IPollFunctions): Settings {
	const read = (name: string): unknown => context.getNodeParameter(name, null);
	const timezone = timezoneOf(context);
	const name = String(read('watch')) as keyof typeof watches;
	const watch = watches[name];
	const { recordsPerPoll, interviewDays } = (read('options') ?? {}) as Record<string, unknown>;
	const { on, startFrom, startDate } = context.getNode().parameters;
	return {
		watch,
		timezone,
		filters: encodeItem({ ...watch.list, params: watch.params, collection: 'filters' }, read, { timezone }),
		createdOnly: read('on') === 'created',
		...(read('startFrom') === 'date' ? { start: startOf(read('startDate'), timezone) } : {}),
		shape: { simplify: read('simplify') === true, fetchDetails: read('fetchDetails') === true },
		most: count(recordsPerPoll, MOST, 1),
		interviewDays: count(interviewDays, INTERVIEW_DAYS, 0),
		// As they stand in the panel: an expression may give another date at each poll.
		of: JSON.stringify([name, on, startFrom, startFrom === 'date' ? startDate : null]),
	};
}

function startOf(value: unknown, timezone: string): number {
	if (isEmpty(value)) {
		throw new InvalidValue(
			"'Start Date' is missing",
			"Fill in 'Start Date', or choose 'Now' under 'Start From'.",
		);
	}
	return epochMilliseconds(value, timezone);
}
