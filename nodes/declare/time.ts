import { InvalidValue } from './invalid';

const WALL_TIME =
	/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/i;

const MEND =
	'Give a date such as 2026-03-31, pick one in the panel, or use an expression that yields a date.';

/** A date with a clock time, without a zone, as a calendar on the wall shows it. */
interface WallTime {
	year: number;
	month: number;
	day: number;
	milliseconds: number;
}

type Moment = { readonly instant: number } | { readonly wall: WallTime };

const isDateTime = (value: unknown): value is { toMillis(): number } =>
	typeof value === 'object' &&
	value !== null &&
	typeof (value as { toMillis?: unknown }).toMillis === 'function';

function fromNumber(value: number): Moment {
	// Milliseconds since 1973 have 12 digits or more; 10 digits are seconds, 5 are a day number of a spreadsheet.
	if (Number.isSafeInteger(value) && value >= 1e11 && value < 1e14) return { instant: value };
	if (Number.isSafeInteger(value) && value >= 1e9 && value < 1e10) {
		throw new InvalidValue(
			`is ${value}, which looks like seconds`,
			'Feishu Hire counts time in milliseconds: multiply by 1000, or give a date such as 2026-03-31.',
		);
	}
	throw new InvalidValue(`is the number ${value}, which is no date`, MEND);
}

function fromText(text: string): Moment {
	if (/^\d+$/.test(text)) return fromNumber(Number(text));
	const match = WALL_TIME.exec(text);
	if (!match) throw new InvalidValue(`is no date: ${quoted(text)}`, MEND);
	const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
	const wall = {
		year: Number(year),
		month: Number(month),
		day: Number(day),
		milliseconds:
			((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 +
			Number(fraction.padEnd(3, '0').slice(0, 3)),
	};
	const midnight = new Date(Date.UTC(wall.year, wall.month - 1, wall.day));
	if (
		midnight.getUTCMonth() !== wall.month - 1 ||
		midnight.getUTCDate() !== wall.day ||
		Number(hour) > 24 ||
		Number(minute) > 59 ||
		Number(second) > 59 ||
		wall.milliseconds > DAY ||
		wall.year < 1900
	) {
		throw new InvalidValue(`is no date of the calendar: ${quoted(text)}`, MEND);
	}
	if (zone === undefined) return { wall };
	return { instant: withinCalendar(asUtc(wall) - offsetOf(zone)) };
}

const DAY = 86_400_000;
const EARLIEST = Date.UTC(1900, 0, 1);
/** A day short of the year 10000, which would need a fifth digit in some zone. */
const LATEST = Date.UTC(9999, 11, 31);

function withinCalendar(instant: number): number {
	if (instant >= EARLIEST && instant < LATEST) return instant;
	throw new InvalidValue(`is ${new Date(instant).toISOString()}, which is no date of our times`, MEND);
}

const asUtc = (wall: WallTime) => Date.UTC(wall.year, wall.month - 1, wall.day) + wall.milliseconds;

function offsetOf(zone: string): number {
	if (zone.toUpperCase() === 'Z') return 0;
	const minutes = Number(zone.slice(1, 3)) * 60 + (zone.length > 3 ? Number(zone.slice(-2)) : 0);
	return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/** At most 40 characters of a refused value, so that a message stays readable. */
export const quoted = (value: unknown): string => {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
};

function momentOf(value: unknown): Moment {
	if (isDateTime(value) || value instanceof Date) {
		const instant = value instanceof Date ? value.getTime() : value.toMillis();
		if (Number.isNaN(instant)) throw new InvalidValue('is an invalid date', MEND);
		return { instant: withinCalendar(instant) };
	}
	if (typeof value === 'number') return fromNumber(value);
	if (typeof value === 'string') return fromText(value.trim());
	throw new InvalidValue(`is no date: ${quoted(value)}`, MEND);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Nothing where there is no such time zone. */
function formatterOf(timezone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-US', {
			timeZone: timezone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	} catch {
		return undefined;
	}
}

/** What a calendar and a clock in `timezone` show at `instant`, written as if it were UTC. */
function wallClock(instant: number, timezone: string): number {
	const formatter = formatters.get(timezone) ?? formatterOf(timezone);
	if (!formatter) {
		throw new InvalidValue(
			`cannot be read in the time zone of the workflow: there is none called ${quoted(timezone)}`,
			'Choose a time zone in the settings of the workflow.',
		);
	}
	formatters.set(timezone, formatter);
	const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
	for (const { type, value } of formatter.formatToParts(instant)) parts[type] = Number(value);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
	return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000);
}

/**
 * The calendar day that a value names, read in `timezone` (an IANA name).
 * Takes Luxon and JavaScript dates, milliseconds, and text with or without a time and an offset.
 * @returns `YYYY-MM-DD`
 * @throws InvalidValue when the value is no date, or `timezone` no time zone
 */
export function calendarDay(value: unknown, timezone: string): string {
	const moment = momentOf(value);
	const utc = 'wall' in moment ? asUtc(moment.wall) : wallClock(moment.instant, timezone);
	return new Date(utc).toISOString().slice(0, 10);
}

/**
 * The instant that a value names; a text without an offset is read in `timezone` (an IANA name).
 * @returns milliseconds since 1970-01-01T00:00Z
 * @throws InvalidValue when the value is no date, or `timezone` no time zone
 */
export function epochMilliseconds(value: unknown, timezone: string): number {
	const moment = momentOf(value);
	if ('instant' in moment) return moment.instant;
	const utc = asUtc(moment.wall);
	const offsetAt = (instant: number) => wallClock(instant, timezone) - instant;
	const before = utc - offsetAt(utc - DAY);
	const after = utc - offsetAt(utc + DAY);
	// The first of the hour that comes twice; on from the hour that summer time skips.
	return wallClock(before, timezone) !== utc && wallClock(after, timezone) === utc ? after : before;
}
