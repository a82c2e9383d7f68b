import { plain } from './cell';
import { InvalidValue, quoted } from './invalid';

/** A date with a clock time, without a zone, as a calendar on the wall shows it. */
export interface WallTime {
	year: number;
	month: number;
	day: number;
	milliseconds: number;
}

/** What a text says of a date; `offset` in milliseconds east of Greenwich, where it names one. */
export interface Written {
	readonly wall: WallTime;
	readonly offset?: number;
}

export const MEND =
	'Give a date such as 2026-03-31 or 2026年3月31日, pick one in the panel, or use an expression that yields a date.';
const YEAR_FIRST = 'Give the year first and with four digits in the whole column, as in 2026-03-31.';

const DAY = 86_400_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const CHINESE_WEEKDAYS = '日一二三四五六';

const MONTH =
	'(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?<weekday>(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6})\\.?,? )?';
const NTH = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

/** The ways to write a day that can be read in one way only: the year first, or the month as a word. */
const DAYS = [
	/^(?<year>\d{4})(?<between>[-/.]) ?(?<month>\d{1,2})\k<between> ?(?<day>\d{1,2})(?!\d)/,
	/^(?<year>\d{4}) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号]/,
	/^(?<year>(?:19|20|21)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d)/,
	new RegExp(`^${WEEKDAY}${NTH}[-/ ]?${MONTH},?[-/ ]?(?<year>\\d{4})(?!\\d)`, 'i'),
	new RegExp(`^${WEEKDAY}${MONTH} ?${NTH},? (?<year>\\d{4})(?!\\d)`, 'i'),
];

const CHINESE_WEEKDAY = /^ ?\(?(?:星期|周)(?<weekday>[一二三四五六日天])\)?/;

const TIME =
	/^(?:T|, | at | )?(?:(?<half>上午|下午) ?)?(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?| ?[点时](?: ?(?<minutes>\d{1,2}) ?分(?: ?(?<seconds>\d{1,2}) ?秒)?|(?<thirty>半)|整)?|(?= ?[ap]\.?m))(?: ?(?<noon>[ap])\.?m\.?)? ?(?<zone>Z|(?:UTC|GMT)?(?<sign>[+-])(?<hours>0?\d|1[0-4])(?::?(?<quarter>[0-5]\d))?|UTC|GMT)?(?: \([^()]*\))?$/i;

/** The texts that name a day in a way that leaves something open: what it is. */
const UNCLEAR: ReadonlyArray<readonly [form: RegExp, says: (...found: string[]) => string, mend: string]> = [
	[
		/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/,
		(_, first = '', second = '', year = '') => {
			const [one, other] = [dayOf(year, first, second), dayOf(year, second, first)];
			return one && other && one !== other ? `could be ${one} or ${other}` : 'ends with the year';
		},
		`${YEAR_FIRST} Where the year stands last, 3/4/2026 could be two days.`,
	],
	[
		/^\d{1,2}([-/.])(?:\d{1,2}|[a-z]{3,9})\1\d{1,2}(?!\d)|^\d\d ?年/i,
		() => 'names a year with two digits',
		YEAR_FIRST,
	],
	[/^\d{4}(?: ?[-/.年] ?\d{1,2} ?月?| ?年)?$|^[a-z]{3,9}\.? \d{4}$/i, () => 'names no day', MEND],
	[/^\d{1,2} ?月 ?\d{1,2} ?[日号]?|^\d{1,2}[-/.]\d{1,2}$/, () => 'names no year', MEND],
];

const two = (digits: string) => digits.padStart(2, '0');

/** Where there is such a day. */
const dayOf = (year: string, month: string, day: string) =>
	isDay({ year: Number(year), month: Number(month), day: Number(day) })
		? `${year}-${two(month)}-${two(day)}`
		: undefined;

function isDay({ year, month, day }: Omit<WallTime, 'milliseconds'>): boolean {
	const midnight = new Date(Date.UTC(year, month - 1, day));
	return year >= 1900 && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
}

/**
 * Reads a date, with or without a time of day, as people write it in English or Chinese.
 * @throws InvalidValue for a text that is no date, or could be more than one
 */
export function readDateText(given: string): Written {
	const text = plain(given).replace(/^'/, '');
	const found = DAYS.map((form) => form.exec(text)).find((match) => match !== null);
	if (!found) throw unreadable(text);
	const { year = '', month = '', day = '', weekday } = found.groups ?? {};
	const date = { year: Number(year), month: monthOf(month), day: Number(day) };
	if (!isDay(date)) throw new InvalidValue(`is no date of the calendar: ${quoted(text)}`, MEND);
	const behind = text.slice(found[0].length);
	const chinese = CHINESE_WEEKDAY.exec(behind);
	checkWeekday(text, date, weekday, chinese?.groups?.weekday);
	const rest = behind.slice(chinese?.[0].length ?? 0);
	const time = rest === '' ? { milliseconds: 0 } : timeIn(rest);
	if (time === undefined) {
		throw new InvalidValue(
			`is a date with a time of day that cannot be read: ${quoted(text)}`,
			'Give one date alone, or with a time by the 24-hour clock, such as 2026-03-31 09:30, and with an offset such as +08:00 where it is not in the time zone of the workflow.',
		);
	}
	const { milliseconds, offset } = time;
	return { wall: { ...date, milliseconds }, ...(offset === undefined ? {} : { offset }) };
}

const monthOf = (month: string) =>
	/^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;

function checkWeekday(
	text: string,
	{ year, month, day }: Omit<WallTime, 'milliseconds'>,
	english?: string,
	chinese?: string,
): void {
	const real = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
	const named = WEEKDAYS[real] ?? '';
	const fits =
		(english === undefined || named.startsWith(english.toLowerCase())) &&
		(chinese === undefined || CHINESE_WEEKDAYS[real] === chinese.replace('天', '日'));
	if (fits) return;
	throw new InvalidValue(
		`is ${quoted(text)}, but that day is a ${named.charAt(0).toUpperCase()}${named.slice(1)} (星期${CHINESE_WEEKDAYS[real]})`,
		MEND,
	);
}

/** Nothing where it is no time of day. */
function timeIn(text: string): { milliseconds: number; offset?: number } | undefined {
	const groups = TIME.exec(text)?.groups;
	if (!groups) return undefined;
	const { half, noon, fraction = '', zone } = groups;
	const minute = groups.minute ?? groups.minutes ?? (groups.thirty ? '30' : '0');
	const second = groups.second ?? groups.seconds ?? '0';
	const hour = hourOf(Number(groups.hour), half, noon);
	const milliseconds =
		((hour * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
	if (!(milliseconds <= DAY) || Number(minute) > 59 || Number(second) > 59) return undefined;
	return { milliseconds, ...(zone === undefined ? {} : { offset: offsetOf(groups) }) };
}

/** By the 24-hour clock; not a number where the words and the hour do not fit. */
function hourOf(hour: number, half?: string, noon?: string): number {
	if (half !== undefined && noon !== undefined) return NaN;
	if (noon !== undefined) return hour < 1 || hour > 12 ? NaN : (hour % 12) + (/p/i.test(noon) ? 12 : 0);
	// Of 上午12:30 nobody knows whether it is after midnight or after noon.
	if (half === '上午') return hour < 12 ? hour : NaN;
	if (half === '下午') return hour < 1 || hour > 12 ? NaN : (hour % 12) + 12;
	return hour;
}

const offsetOf = ({ sign, hours = '0', quarter = '0' }: Partial<Record<string, string>>) =>
	(sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(quarter)) * 60_000;

function unreadable(text: string): InvalidValue {
	for (const [form, says, mend] of UNCLEAR) {
		const match = form.exec(text);
		if (match) return new InvalidValue(`is ${quoted(text)}, which ${says(...match)}`, mend);
	}
	return /\d/.test(text)
		? new InvalidValue(`is no date: ${quoted(text)}`, MEND)
		: new InvalidValue(`is no date: ${quoted(text)}`, `${MEND} Where there is none yet, give nothing.`);
}
