import { cursorFrom, moved, OVERLAP_MS } from '../../nodes/FeishuHireUpdatesTrigger/cursor';

const START = Date.UTC(2026, 0, 15, 8);
const records = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`record ${index}`, START + index]));

it('remembers 10,000 records at most while there are more to give, the newest of them', () => {
	const cursor = cursorFrom('x', START, START);
	const { given, createdSince } = moved(cursor, {
		looked: START + 60_000,
		reached: START + 10_003,
		seen: {},
		given: records(10_003),
	});
	expect(createdSince).toBe(START);
	expect(Object.keys(given)).toHaveLength(10_000);
	expect([given['record 2'], given['record 3'], given['record 10002']]).toEqual([
		undefined,
		START + 3,
		START + 10_002,
	]);
});

it('never goes back, even where the clock of Feishu does', () => {
	const cursor = cursorFrom('x', START, START);
	const around = { reached: Infinity, seen: {}, given: {} };
	expect(moved(cursor, { ...around, looked: START - 60_000 })).toMatchObject({
		since: START,
		createdSince: START,
	});
	expect(moved(cursor, { ...around, looked: START + OVERLAP_MS + 1 })).toMatchObject({
		since: START + 1,
		createdSince: START + 1,
	});
});
