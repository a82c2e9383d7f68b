/** Side by side, bounded, in order per record. */
import fc from 'fast-check';
import { lanes } from '../../nodes/engine/lanes';
import { FakeClock } from './fakeClock';

const never = () => false;

test('equal keys run one after the other in input order, the others side by side, never more than the width', async () => {
	const item = fc.record({
		key: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
		takes: fc.nat(50),
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(item, { maxLength: 40 }),
			fc.integer({ min: 1, max: 8 }),
			async (items, width) => {
				const clock = new FakeClock();
				const ran: number[] = [];
				const running = new Set<number>();
				await clock.run(
					lanes(items.length, {
						width,
						stopped: never,
						keyOf: (index) => items[index]?.key,
						async run(index) {
							const { key, takes = 0 } = items[index] ?? {};
							const same = [...running].filter((other) => key !== undefined && items[other]?.key === key);
							expect(same).toEqual([]);
							running.add(index);
							expect(running.size).toBeLessThanOrEqual(width);
							ran.push(index);
							await clock.sleep(takes);
							running.delete(index);
						},
					}),
				);
				expect([...ran].sort((a, b) => a - b)).toEqual(items.map((_, index) => index));
				for (const key of ['a', 'b', 'c', 'd']) {
					const order = ran.filter((index) => items[index]?.key === key);
					expect(order).toEqual([...order].sort((a, b) => a - b));
				}
			},
		),
		{ numRuns: 300 },
	);
}, 60_000);

test('a long chain of one record does not keep the other records waiting', async () => {
	const clock = new FakeClock();
	const ended = new Map<number, number>();
	await clock.run(
		lanes(20, {
			width: 4,
			stopped: never,
			keyOf: (index) => (index < 10 ? 'chain' : undefined),
			async run(index) {
				await clock.sleep(100);
				ended.set(index, clock.now());
			},
		}),
	);
	expect(clock.now()).toBe(1000);
	expect(ended.get(19)).toBeLessThanOrEqual(400);
});

test('nothing is started after a stop, and what runs is awaited', async () => {
	const clock = new FakeClock();
	let stopped = false;
	const started: number[] = [];
	const ended: number[] = [];
	await clock.run(
		lanes(10, {
			width: 3,
			stopped: () => stopped,
			keyOf: () => undefined,
			async run(index) {
				started.push(index);
				await clock.sleep(100 * (index + 1));
				stopped = true;
				ended.push(index);
			},
		}),
	);
	expect(started).toEqual([0, 1, 2]);
	expect(ended).toEqual([0, 1, 2]);
});

test('the first error is thrown after what runs has ended', async () => {
	const clock = new FakeClock();
	const ended: number[] = [];
	const work = lanes(10, {
		width: 3,
		stopped: never,
		keyOf: () => undefined,
		async run(index) {
			await clock.sleep(100 * (index + 1));
			if (index < 2) throw new Error(`item ${index}`);
			ended.push(index);
		},
	});
	await expect(clock.run(work)).rejects.toThrow('item 0');
	expect(ended).toEqual([2]);
});

test('nothing to do is done at once', async () => {
	await lanes(0, {
		width: 3,
		stopped: never,
		keyOf: () => undefined,
		run: async () => await Promise.reject(),
	});
});
