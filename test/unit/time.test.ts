/** Dates: what a value names, in the workflow's time zone. Luxon, which n8n itself uses, is the second opinion. */
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { InvalidValue } from '../../nodes/declare/invalid';
import { calendarDay, epochMilliseconds } from '../../nodes/declare/time';

const SHANGHAI = 'Asia/Shanghai';
const NEW_YORK = 'America/New_York';
const KIRITIMATI = 'Pacific/Kiritimati';
const BERLIN = 'Europe/Berlin';

const refusal = (value: unknown, read: (value: unknown, timezone: string) => unknown): InvalidValue => {
	try {
		read(value, SHANGHAI);
	} catch (error) {
		if (error instanceof InvalidValue) return error;
		throw error;
	}
	throw new Error(`${String(value)} was taken as a date`);
};

describe('calendarDay', () => {
	it.each([
		['what the date picker of n8n gives', '2026-03-31T00:00:00'],
		['a day', '2026-03-31'],
		['a day with slashes', '2026/03/31'],
		['a day without leading zeros', '2026-3-31'],
		['the last second of a day', '2026-03-31T23:59:59'],
		['a time without seconds', '2026-03-31 18:30'],
		['a day in spaces', ' 2026-03-31\n'],
	])('keeps the day of %s in every zone', (_, text) => {
		for (const zone of [SHANGHAI, NEW_YORK, KIRITIMATI, 'UTC'])
			expect(calendarDay(text, zone)).toBe('2026-03-31');
	});

	it.each([
		['2026-03-31T15:59:59Z', SHANGHAI, '2026-03-31'],
		['2026-03-31T16:00:00Z', SHANGHAI, '2026-04-01'],
		['2026-03-31T16:00:00.000z', NEW_YORK, '2026-03-31'],
		['2026-04-01T03:59:59Z', NEW_YORK, '2026-03-31'],
		['2026-04-01T04:00:00Z', NEW_YORK, '2026-04-01'],
		['2026-03-31T09:59:59Z', KIRITIMATI, '2026-03-31'],
		['2026-03-31T10:00:00Z', KIRITIMATI, '2026-04-01'],
		['2026-03-31T23:00:00-05:00', SHANGHAI, '2026-04-01'],
		['2026-03-31T23:00:00-05:00', 'America/Los_Angeles', '2026-03-31'],
		['2026-04-01T00:30:00+0800', 'UTC', '2026-03-31'],
		['2026-04-01 00:30:00+08', 'UTC', '2026-03-31'],
		['2026-04-01T00:00:00.123456789+05:45', 'UTC', '2026-03-31'],
		// The hour 24 ends a day.
		['2026-03-31T24:00:00', SHANGHAI, '2026-04-01'],
		['9999-12-31', SHANGHAI, '9999-12-31'],
		['2024-02-29', SHANGHAI, '2024-02-29'],
		['2000-02-29', SHANGHAI, '2000-02-29'],
	])('reads %s in %s as %s', (text, zone, day) => {
		expect(calendarDay(text, zone)).toBe(day);
	});

	// 1721899352428 is 2024-07-25T09:22:32.428Z.
	it.each([
		['milliseconds', 1_721_899_352_428],
		['milliseconds as text', '1721899352428'],
		['a JavaScript date', new Date('2024-07-25T09:22:32.428Z')],
		['a Luxon date', DateTime.fromISO('2024-07-25T09:22:32.428Z')],
		[
			'a Luxon date in another zone',
			DateTime.fromISO('2024-07-25T02:22:32.428', { zone: 'America/Los_Angeles' }),
		],
	])('reads %s in the zone of the workflow', (_, value) => {
		expect(calendarDay(value, SHANGHAI)).toBe('2024-07-25');
		expect(calendarDay(value, 'Pacific/Pago_Pago')).toBe('2024-07-24');
		expect(calendarDay(value, KIRITIMATI)).toBe('2024-07-25');
		expect(epochMilliseconds(value, SHANGHAI)).toBe(1_721_899_352_428);
	});
});

describe('epochMilliseconds', () => {
	// 2026-03-31T00:00Z is 1774915200000; an hour has 3600000 milliseconds.
	it.each([
		['2026-03-31T00:00:00', 'UTC', 1_774_915_200_000],
		['2026-03-31', SHANGHAI, 1_774_915_200_000 - 8 * 3_600_000],
		['2026-03-31', NEW_YORK, 1_774_915_200_000 + 4 * 3_600_000],
		['2026-03-31', KIRITIMATI, 1_774_915_200_000 - 14 * 3_600_000],
		['2026-03-31', 'Asia/Kathmandu', 1_774_915_200_000 - 5.75 * 3_600_000],
		['2026-03-31T00:00:00+08:00', NEW_YORK, 1_774_915_200_000 - 8 * 3_600_000],
		['2026-03-31T00:00:00-03:30', NEW_YORK, 1_774_915_200_000 + 3.5 * 3_600_000],
		['2026-03-31T00:00:00.5Z', NEW_YORK, 1_774_915_200_500],
		['2026-03-31T00:00:00.0129', 'UTC', 1_774_915_200_012],
	])('reads %s in %s', (text, zone, milliseconds) => {
		expect(epochMilliseconds(text, zone)).toBe(milliseconds);
	});

	it.each([
		['the hour that summer time skips', BERLIN, '2026-03-29T02:30:00', '2026-03-29T01:30:00Z'],
		['the hour that summer time skips', NEW_YORK, '2026-03-08T02:30:00', '2026-03-08T07:30:00Z'],
		[
			'the half hour that summer time skips',
			'Australia/Lord_Howe',
			'2026-10-04T02:15:00',
			'2026-10-03T15:45:00Z',
		],
	])('counts on over %s in %s, as Luxon does', (_, zone, text, instant) => {
		expect(DateTime.fromISO(text, { zone }).toMillis()).toBe(Date.parse(instant));
		expect(epochMilliseconds(text, zone)).toBe(Date.parse(instant));
	});

	it.each([
		[BERLIN, '2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
		[NEW_YORK, '2026-11-01T01:30:00', '2026-11-01T05:30:00Z'],
		['Pacific/Auckland', '2026-04-05T02:30:00', '2026-04-04T13:30:00Z'],
	])('takes the first of the hour that comes twice in %s', (zone, text, instant) => {
		expect(epochMilliseconds(text, zone)).toBe(Date.parse(instant));
	});

	it.each([
		[BERLIN, '2026-03-29T01:59:59', '2026-03-29T00:59:59Z'],
		[BERLIN, '2026-03-29T03:00:00', '2026-03-29T01:00:00Z'],
		[BERLIN, '2026-10-25T03:00:00', '2026-10-25T02:00:00Z'],
		[NEW_YORK, '2026-03-08T01:59:59', '2026-03-08T06:59:59Z'],
		[NEW_YORK, '2026-03-08T03:00:00', '2026-03-08T07:00:00Z'],
		[NEW_YORK, '2026-11-01T02:00:00', '2026-11-01T07:00:00Z'],
	])('is exact beside the change in %s at %s', (zone, text, instant) => {
		expect(epochMilliseconds(text, zone)).toBe(Date.parse(instant));
	});
});

const instantOf = (text: string) => Date.parse(text);

describe('what people write', () => {
	it.each([
		'2027-03-04',
		'2027-3-4',
		'2027/3/4',
		'2027/03/04',
		'2027.3.4',
		'2027.03.04',
		'2027. 3. 4',
		'２０２７／３／４',
		'２０２７．３．４',
		'2027年3月4日',
		'2027年03月04日',
		'2027 年 3 月 4 日',
		'2027年3月4号',
		'２０２７年３月４日',
		'\u30002027年3月4日\u00a0',
		'2027年3月4日星期四',
		'2027年3月4日 星期四',
		'2027年3月4日（周四）',
		'2027-03-04 周四',
		'20270304',
		20_270_304,
		46_450,
		'4 March 2027',
		'04 Mar 2027',
		'4th Mar. 2027',
		'4-Mar-2027',
		'4/Mar/2027',
		'March 4, 2027',
		'Mar 4, 2027',
		'MAR 4 2027',
		'Mar. 4th, 2027',
		'Thursday, March 4, 2027',
		'Thu, 4 Mar 2027',
	])('names 4 March 2027: %j', (value) => {
		for (const zone of [SHANGHAI, NEW_YORK, KIRITIMATI]) {
			expect(calendarDay(value, zone)).toBe('2027-03-04');
			expect(epochMilliseconds(value, zone)).toBe(DateTime.fromISO('2027-03-04', { zone }).toMillis());
		}
	});

	it.each([
		...['January', 'February', 'March', 'April', 'May', 'June'],
		...['July', 'August', 'September', 'October', 'November', 'December'],
	])('names a day of %s, in full and short', (month) => {
		const day = DateTime.fromFormat(`5 ${month} 2027`, 'd MMMM yyyy', { locale: 'en' }).toISODate();
		for (const name of [month, month.slice(0, 3), `${month.slice(0, 3)}.`])
			expect(calendarDay(`5 ${name} 2027`, SHANGHAI)).toBe(day);
	});

	it('takes Sept for September, and no other shortening', () => {
		expect(calendarDay('5 Sept 2027', SHANGHAI)).toBe('2027-09-05');
		expect(refusal('5 Marc 2027', calendarDay).problem).toMatch(/^is no date/);
		expect(refusal('5 März 2027', calendarDay).problem).toMatch(/^is no date/);
	});

	it.each([
		['2027-3-4 9:30', '09:30:00'],
		['2027-03-04  09:30:00', '09:30:00'],
		['2027年3月4日 9:30', '09:30:00'],
		['2027年3月4日９：３０', '09:30:00'],
		['2027年3月4日 9点半', '09:30:00'],
		['2027年3月4日9点30分', '09:30:00'],
		['2027年3月4日 9时30分15秒', '09:30:15'],
		['2027年3月4日 21点', '21:00:00'],
		['2027年3月4日上午9:30', '09:30:00'],
		['2027/3/4 上午09:30:00', '09:30:00'],
		['2027-3-4 下午3:30', '15:30:00'],
		['2027年3月4日 下午3点半', '15:30:00'],
		['2027年3月4日 下午3时整', '15:00:00'],
		['2027年3月4日星期四 下午12:05', '12:05:00'],
		['Mar 4, 2027, 9:30 AM', '09:30:00'],
		['March 4, 2027 at 9:30 PM', '21:30:00'],
		['Mar 4, 2027, 9:30:15\u202fp.m.', '21:30:15'],
		['4 Mar 2027, 09:30', '09:30:00'],
		['2027-03-04 12:10 am', '00:10:00'],
		['2027-03-04 12:10 pm', '12:10:00'],
		['2027-03-04 9 PM', '21:00:00'],
		['20270304 0:05', '00:05:00'],
	])('reads the time of %j by the clock of the workflow', (text, clock) => {
		for (const zone of [SHANGHAI, NEW_YORK]) {
			expect(epochMilliseconds(text, zone)).toBe(
				DateTime.fromISO(`2027-03-04T${clock}`, { zone }).toMillis(),
			);
			expect(calendarDay(text, zone)).toBe('2027-03-04');
		}
	});

	it.each([
		['Thu Mar 04 2027 01:30:00 GMT+0000 (Coordinated Universal Time)', '2027-03-04T01:30:00Z'],
		['Thu Mar 04 2027 09:30:00 GMT+0800 (中国标准时间)', '2027-03-04T09:30:00+08:00'],
		['Thu, 04 Mar 2027 01:30:00 GMT', '2027-03-04T01:30:00Z'],
		['2027-03-04 09:30 UTC', '2027-03-04T09:30:00Z'],
		['2027年3月4日 9:30 GMT+8', '2027-03-04T09:30:00+08:00'],
		['2027-03-04 9:30 -0330', '2027-03-04T09:30:00-03:30'],
	])('reads %j with its offset', (text, instant) => {
		for (const zone of [SHANGHAI, NEW_YORK]) expect(epochMilliseconds(text, zone)).toBe(instantOf(instant));
	});

	it('reads what a date says of itself in English and Chinese', () => {
		const date = new Date(2027, 2, 4, 15, 30, 0);
		const texts = [
			String(date),
			date.toUTCString(),
			date.toISOString(),
			...['full', 'long', 'medium'].map((dateStyle) =>
				date.toLocaleString('en-US', { dateStyle: dateStyle as 'full', timeStyle: 'medium' }),
			),
			...['full', 'long', 'medium'].map((dateStyle) =>
				date.toLocaleString('zh-CN', { dateStyle: dateStyle as 'full', timeStyle: 'medium' }),
			),
			date.toLocaleString('zh-CN'),
			date.toLocaleString('zh-TW'),
			date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' }),
		];
		const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
		expect(texts.map((text) => [text, epochMilliseconds(text, timeZone)])).toEqual(
			texts.map((text) => [text, date.getTime()]),
		);
	});

	it.each([
		['3/4/2027', 'is "3/4/2027", which could be 2027-03-04 or 2027-04-03'],
		['04.03.2027', 'is "04.03.2027", which could be 2027-04-03 or 2027-03-04'],
		['3-4-2027 9:30', 'is "3-4-2027 9:30", which could be 2027-03-04 or 2027-04-03'],
		['3/4/2027, 9:30:00 AM', 'is "3/4/2027, 9:30:00 AM", which could be 2027-03-04 or 2027-04-03'],
		['4/3/2027 上午9:30', 'is "4/3/2027 上午9:30", which could be 2027-04-03 or 2027-03-04'],
		['13/4/2027', 'is "13/4/2027", which ends with the year'],
		['3/3/2027', 'is "3/3/2027", which ends with the year'],
		['27/3/4', 'is "27/3/4", which names a year with two digits'],
		['3/4/27 9:30 AM', 'is "3/4/27 9:30 AM", which names a year with two digits'],
		['4-Mar-27', 'is "4-Mar-27", which names a year with two digits'],
		['27年3月4日', 'is "27年3月4日", which names a year with two digits'],
		['3月4日', 'is "3月4日", which names no year'],
		['3/4', 'is "3/4", which names no year'],
		['2027年3月', 'is "2027年3月", which names no day'],
		['2027-03', 'is "2027-03", which names no day'],
		['2027', 'is "2027", which names no day'],
		['Mar 2027', 'is "Mar 2027", which names no day'],
		['2027年3月4日 星期五', 'is "2027年3月4日 星期五", but that day is a Thursday (星期四)'],
		['Friday, March 4, 2027', 'is "Friday, March 4, 2027", but that day is a Thursday (星期四)'],
		['2027年2月29日', 'is no date of the calendar: "2027年2月29日"'],
		['2027年13月1日', 'is no date of the calendar: "2027年13月1日"'],
		['46450', 'is the text "46450", which looks like the number of a day in a spreadsheet (2027-03-04)'],
	])('is refused, and it is said why: %s', (text, problem) => {
		for (const read of [calendarDay, epochMilliseconds]) {
			expect(refusal(text, read).problem).toBe(problem);
			expect(refusal(text, read).mend).toContain('2026-03-31');
		}
	});

	it.each([
		'2027-03-04 9:30 CST',
		'2027-03-04 13:30 PM',
		'2027-03-04 0:30 AM',
		'2027-03-04 上午12:30',
		'2027-03-04 下午13:30',
		'2027-03-04 上午9:30 AM',
		'2027-03-04 早上9点',
		'2027-03-04 9',
		'2027-03-04T09',
		'2027年3月4日 25点',
		'2027年3月4日 9点60分',
		'2027.3.4-2027.3.8',
		'2027/3/4、2027/3/5',
		'2027-03-04 ~ 03-08',
	])('is refused for what stands behind the day: %s', (text) => {
		expect(refusal(text, calendarDay).problem).toMatch(/time of day that cannot be read/);
		expect(refusal(text, calendarDay).mend).toMatch(/24-hour clock/);
	});

	it.each([
		'今天',
		'下周一',
		'待定',
		'TBD',
		'N/A',
		'-',
		'/',
		'next Monday',
		'二〇二七年三月四日',
		'民国116年3月4日',
	])('is no date: %s', (text) => {
		expect(refusal(text, calendarDay).problem).toMatch(/^is no date: /);
	});

	it('says what to do where there is no date yet', () => {
		expect(refusal('待定', calendarDay).mend).toContain('Where there is none yet, give nothing.');
	});
});

describe('the day of a spreadsheet', () => {
	it.each([
		[36_526, '2000-01-01T00:00:00'],
		[73_050, '2099-12-31T00:00:00'],
		[46_450.395833333336, '2027-03-04T09:30:00'],
		[46_450.5, '2027-03-04T12:00:00'],
		[46_450.999999999, '2027-03-05T00:00:00'],
		[46_451.000011574, '2027-03-05T00:00:01'],
	])('%d is %s by the clock of the workflow', (number, clock) => {
		for (const zone of [SHANGHAI, NEW_YORK, KIRITIMATI, 'UTC']) {
			expect(epochMilliseconds(number, zone)).toBe(DateTime.fromISO(clock, { zone }).toMillis());
			expect(calendarDay(number, zone)).toBe(clock.slice(0, 10));
		}
	});

	it('follows the one before, on every day of a century', () => {
		for (let number = 36_526; number < 73_051; number++) {
			const day = new Date(Date.UTC(2000, 0, 1 + number - 36_526)).toISOString().slice(0, 10);
			if (calendarDay(number, SHANGHAI) !== day) throw new Error(`${number} is not ${day}`);
		}
	});
});

describe('both', () => {
	it.each([
		['nothing but spaces', '  '],
		['a day that February lacks', '2026-02-29'],
		['a day that February of a century lacks', '1900-02-29'],
		['day 0', '2026-01-00'],
		['month 13', '2026-13-01'],
		['day first', '31/03/2026'],
		['day first with dots', '31.03.2026'],
		['hour 25', '2026-03-31T25:00:00'],
		['past the hour 24', '2026-03-31T24:00:01'],
		['minute 60', '2026-03-31T10:60:00'],
		['second 61', '2026-03-31T10:00:61'],
		['an offset of 99 hours', '2026-03-31T10:00:00+99:00'],
		['an offset with minute 75', '2026-03-31T10:00:00+08:75'],
		['a day with the end of another', '2026-03-31-04'],
		['an instant that is in the year 10000 in the east', '9999-12-31T23:59:59Z'],
		['words', 'tomorrow'],
		['a year long past', '0026-03-31'],
		['a date in a sentence', 'until 2026-03-31'],
		['the day number of a spreadsheet as text', '46112'],
		['the day number as text with a time', '46112.75'],
		['a number below the days of spreadsheets', 36_525.99],
		['a number above the days of spreadsheets', 73_051],
		['a compact day that no calendar has', 20_260_229],
		['a negative number', -1_721_899_352_428],
		['not a number', Number.NaN],
		['infinity', Number.POSITIVE_INFINITY],
		['microseconds', 1_721_899_352_428_000],
		['yes', true],
		['an object', { date: '2026-03-31' }],
		['a list', ['2026-03-31']],
		['an invalid JavaScript date', new Date('tomorrow')],
		['an invalid Luxon date', DateTime.fromISO('2026-02-29')],
		['a JavaScript date of the year 33658', new Date(1e15)],
		['a JavaScript date before the calendar', new Date(-1e14)],
	])('refuse %s', (_, value) => {
		for (const read of [calendarDay, epochMilliseconds]) {
			const { problem, mend } = refusal(value, read);
			expect(problem).toMatch(/^is /);
			expect(mend).toContain('2026-03-31');
		}
	});

	it.each([1_721_899_352, '1721899352'])('say that %p counts seconds', (value) => {
		for (const read of [calendarDay, epochMilliseconds]) {
			expect(refusal(value, read).problem).toContain('looks like seconds');
			expect(refusal(value, read).mend).toContain('multiply by 1000');
		}
	});

	it('quote no more of a refused value than is readable', () => {
		expect(refusal('x'.repeat(5_000), calendarDay).problem.length).toBeLessThan(100);
	});
});

const zones = fc.constantFrom(
	SHANGHAI,
	NEW_YORK,
	KIRITIMATI,
	BERLIN,
	'UTC',
	'Asia/Kolkata',
	'Asia/Kathmandu',
	'Australia/Lord_Howe',
	'Pacific/Auckland',
	'America/St_Johns',
	'America/Sao_Paulo',
	'Africa/Casablanca',
	'Pacific/Pago_Pago',
);
const instants = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) });

describe('against Luxon', () => {
	it('names the same day of any instant in any zone', () => {
		fc.assert(
			fc.property(instants, zones, (instant, zone) => {
				expect(calendarDay(instant, zone)).toBe(DateTime.fromMillis(instant, { zone }).toISODate());
			}),
			{ numRuns: 500 },
		);
	});

	it('finds the instant of any clock time in any zone', () => {
		fc.assert(
			fc.property(instants, zones, (instant, zone) => {
				const text = new Date(instant).toISOString().slice(0, 23);
				const luxon = DateTime.fromISO(text, { zone });
				const expected = Math.min(...luxon.getPossibleOffsets().map((possible) => possible.toMillis()));
				expect(epochMilliseconds(text, zone)).toBe(expected);
			}),
			{ numRuns: 500 },
		);
	});

	it('agrees in every quarter of an hour around the changes of a year', () => {
		for (const zone of [BERLIN, NEW_YORK, 'Pacific/Auckland', 'Australia/Lord_Howe', 'America/St_Johns']) {
			for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
				const changes =
					DateTime.fromMillis(day - 43_200_000, { zone }).offset !==
					DateTime.fromMillis(day + 129_600_000, { zone }).offset;
				if (!changes) continue;
				for (let quarter = 0; quarter < 96; quarter++) {
					const text = new Date(day + quarter * 900_000).toISOString().slice(0, 19);
					const possible = DateTime.fromISO(text, { zone }).getPossibleOffsets();
					const expected = Math.min(...possible.map((each) => each.toMillis()));
					expect([zone, text, epochMilliseconds(text, zone)]).toEqual([zone, text, expected]);
				}
			}
		}
	});
});
