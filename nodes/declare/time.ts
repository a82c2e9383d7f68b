import { MEND, readDateText, type WallTime } from './dateText';
import { plain } from './cell';
import { InvalidValue, quoted } from './invalid';

type Moment = { readonly instant: number } | { readonly wall: WallTime };

const isDateTime = (value: unknown): value is { toMillis(): number } =>
	typeof value === 'object' &&
	value !== null &&
	typeof (value as { toMillis?: unknown }).toMillis === 'function';

/** The days that spreadsheets number 2000-01-01 to 2099-12-31; the fraction is the time of day. */
const SPREADSHEET = { first: 36_526, end: 73_051, day0: Date.UTC(1899, 11, 30) };

const isDayNumber = (value: number) => value >= SPREADSHEET.first && value < SPREADSHEET.end;

function fromNumber(value: number): Moment {
	// Milliseconds since 1973 have 12 digits or more; 10 digits are seconds, 8 a day such as 20260331.
	if (Number.isSafeInteger(value) && value >= 1e11 && value < 1e14) return { instant: value };
	if (Number.isSafeInteger(value) && value >= 1e9 && value < 1e10) {
		throw new InvalidValue(
			`is ${value}, which looks like seconds`,
			'Feishu Hire counts time in milliseconds: multiply by 1000, or give a date such as 2026-03-31.',
		);
	}
	if (Number.isSafeInteger(value) && value >= 1e7 && value < 1e8) return fromText(String(value));
	if (isDayNumber(value)) return { wall: dayNumbered(value) };
	throw new InvalidValue(`is the number ${value}, which is no date`, MEND);
}

function dayNumbered(value: number): WallTime {
	const day = new Date(SPREADSHEET.day0 + Math.floor(value) * DAY);
	return {
		year: day.getUTCFullYear(),
		month: day.getUTCMonth() + 1,
		day: day.getUTCDate(),
		// A fraction of a day is exact to less than a second.
		milliseconds: Math.round((value % 1) * 86_400) * 1000,
	};
}

function fromText(text: string): Moment {
	if (/^\d{9,}$/.test(text)) return fromNumber(Number(text));
	if (/^\d{5}(\.\d+)?$/.test(text) && isDayNumber(Number(text))) {
		const day = new Date(asUtc(dayNumbered(Number(text)))).toISOString().slice(0, 10);
		throw new InvalidValue(
			`is the text ${quoted(text)}, which looks like the number of a day in a spreadsheet (${day})`,
			'Give it as a number, or give a date such as 2026-03-31.',
		);
	}
	const { wall, offset } = readDateText(text);
	return offset === undefined ? { wall } : { instant: withinCalendar(asUtc(wall) - offset) };
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

function momentOf(value: unknown): Moment {
	if (isDateTime(value) || value instanceof Date) {
		const instant = value instanceof Date ? value.getTime() : value.toMillis();
		if (Number.isNaN(instant)) throw new InvalidValue('is an invalid date', MEND);
		return { instant: withinCalendar(instant) };
	}
	if (typeof value === 'number') return fromNumber(value);
	if (typeof value === 'string') return fromText(plain(value));
	throw new InvalidValue(`is no date: ${quoted(value)}`, MEND);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Nothing where there is no such time zone. */
function formatterOf(timezone: string): Intl.DateTimeFormat | undefined {
	const known = formatters.get(timezone);
	if (known) return known;
	try {
		const formatter = new Intl.DateTimeFormat('en-US', {
			timeZone: timezone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
		formatters.set(timezone, formatter);
		return formatter;
	} catch {
		return undefined;
	}
}

/** What a calendar and a clock in `timezone` show at `instant`, written as if it were UTC. */
function wallClock(instant: number, timezone: string): number {
	const formatter = formatterOf(timezone);
	if (!formatter) {
		throw new InvalidValue(
			`cannot be read in the time zone of the workflow: there is none called ${quoted(timezone)}`,
			'Choose a time zone in the settings of the workflow.',
		);
	}
	const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
	for (const { type, value } of formatter.formatToParts(instant)) parts[type] = Number(value);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
	return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000);
}

/**
 * The calendar day that a value names, read in `timezone` (an IANA name).
 * Takes Luxon and JavaScript dates, milliseconds, and text with or without a time and an offset, in English and
 * Chinese. A number from 36526 to 73050 is the day of a spreadsheet, as n8n gives a date of an .xlsx file: 46450 is
 * 2027-03-04, and 46450.5 its noon by the clock of `timezone`.
 * @returns `YYYY-MM-DD`
 * @throws InvalidValue when the value is no date, or `timezone` no time zone
 */
export function calendarDay(value: unknown, timezone: string): string {
	const moment = momentOf(value);
	const utc = 'wall' in moment ? asUtc(moment.wall) : wallClock(moment.instant, timezone);
	return new Date(utc).toISOString().slice(0, 10);
}

/**
 * The instant that a value names, taken as by `calendarDay`; a text without an offset, and the day of a spreadsheet,
 * are read in `timezone` (an IANA name).
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

/**
 * An instant as ISO 8601 by the clock of `timezone` (an IANA name), with its offset: 2026-03-31T09:00:00.000+08:00.
 * It is for what Feishu Hire gave and throws nothing: in UTC where there is no such time zone, as it is beyond our times.
 */
export function isoTime(instant: number, timezone: string): string {
	if (instant < EARLIEST || instant >= LATEST) return String(instant);
	if (!formatterOf(timezone)) return new Date(instant).toISOString();
	const wall = wallClock(instant, timezone);
	const minutes = Math.round((wall - instant) / 60_000);
	const two = (value: number) => String(value).padStart(2, '0');
	const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
	return `${new Date(wall).toISOString().slice(0, -1)}${offset}`;
}
