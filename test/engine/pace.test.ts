/** The published limits of a route, kept whatever the network does to the order of arrival. */
import fc from 'fast-check';
import { Canceled } from '../../nodes/engine/failure';
import { Pace, paceOf } from '../../nodes/engine/pace';
import type { Limit } from '../../nodes/declare/operation';
import { FakeClock } from './fakeClock';

const second = (requests: number): Limit => ({ requests, perSeconds: 1 });

const ROUNDING = 1e-6;

/** The most that arrived in any window of the limit's length. */
function most(arrivals: readonly number[], { perSeconds }: Limit): number {
	const sorted = [...arrivals].sort((a, b) => a - b);
	let first = 0;
	let highest = 0;
	for (const [index, arrival] of sorted.entries()) {
		while ((sorted[first] ?? 0) <= arrival - perSeconds * 1000 + ROUNDING) first++;
		highest = Math.max(highest, index - first + 1);
	}
	return highest;
}

/** Sends one request at each of `starts`, each travelling `there` and `back`. @returns when each arrived */
async function arrivals(
	clock: FakeClock,
	pace: Pace,
	trips: ReadonlyArray<{ readonly start: number; readonly there: number; readonly back: number }>,
): Promise<number[]> {
	const arrived: number[] = [];
	await clock.run(
		Promise.all(
			trips.map(async ({ start, there, back }) => {
				await clock.sleep(start);
				await pace.through(async () => {
					await clock.sleep(there);
					arrived.push(clock.now());
					await clock.sleep(back);
				});
			}),
		),
	);
	return arrived;
}

describe('no window at the server ever holds more than the published number', () => {
	const limit = fc.record({
		requests: fc.integer({ min: 1, max: 12 }),
		perSeconds: fc.integer({ min: 1, max: 6 }),
	});
	const start = fc.nat(8000);
	const held = async (limits: readonly Limit[], trips: Parameters<typeof arrivals>[2]) => {
		const clock = new FakeClock();
		const arrived = await arrivals(clock, new Pace(limits, clock), trips);
		expect(arrived).toHaveLength(trips.length);
		for (const rule of limits) expect(most(arrived, rule)).toBeLessThanOrEqual(rule.requests);
	};

	test('however long the server takes for each, under one to three windows at once', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(limit, { minLength: 1, maxLength: 3 }),
				fc.array(fc.record({ start, back: fc.nat(2400) }), { minLength: 1, maxLength: 60 }),
				fc.nat(2400),
				async (limits, trips, there) =>
					await held(
						limits,
						trips.map((trip) => ({ ...trip, there })),
					),
			),
			{ numRuns: 300 },
		);
	}, 60_000);

	test('however the network shuffles them within the reserve of a window', async () => {
		const way = { there: fc.nat(10), back: fc.nat(10) };
		await fc.assert(
			fc.asyncProperty(
				fc.array(limit, { minLength: 1, maxLength: 3 }),
				fc.array(fc.record({ start, ...way }), { minLength: 1, maxLength: 60 }),
				fc.nat(2400),
				fc.nat(2400),
				async (limits, trips, there, back) =>
					await held(
						limits,
						trips.map((trip) => ({ start: trip.start, there: there + trip.there, back: back + trip.back })),
					),
			),
			{ numRuns: 300 },
		);
	}, 60_000);

	test('and none is held longer than the windows ask, but for the spread of a long window', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(limit, { minLength: 1, maxLength: 2 }),
				fc.integer({ min: 1, max: 60 }),
				async (limits, count) => {
					const clock = new FakeClock();
					const trips = Array.from({ length: count }, () => ({ start: 0, there: 0, back: 0 }));
					const arrived = await arrivals(clock, new Pace(limits, clock), trips);
					// The earliest that any sender could do.
					const earliest: number[] = [];
					for (let index = 0; index < count; index++) {
						const bounds = limits.map(({ requests, perSeconds }) => {
							const before = earliest[index - requests];
							return before === undefined ? 0 : before + perSeconds * 1000;
						});
						earliest.push(Math.max(earliest.at(-1) ?? 0, ...bounds));
					}
					// Each window that rules spreads its requests over a twentieth of itself.
					const spreads = limits.map(({ perSeconds }) => (perSeconds > 1 ? perSeconds * 50 : 0));
					const allowance = spreads.reduce((sum, spread) => sum + spread, 0);
					for (const [index, arrival] of arrived.entries()) {
						expect(arrival).toBeGreaterThanOrEqual(earliest[index] ?? 0);
						expect(arrival).toBeLessThanOrEqual((earliest[index] ?? 0) + allowance);
					}
				},
			),
			{ numRuns: 100 },
		);
	}, 60_000);
});

test('a minute and a second at once: 2,000 requests take as long as the two windows ask', async () => {
	const clock = new FakeClock();
	const pace = new Pace([{ requests: 1000, perSeconds: 60 }, second(50)], clock);
	const trips = Array.from({ length: 2000 }, () => ({ start: 0, there: 40, back: 40 }));
	const arrived = await arrivals(clock, pace, trips);
	expect(most(arrived, { requests: 1000, perSeconds: 60 })).toBe(1000);
	expect(most(arrived, second(50))).toBe(50);
	expect(Math.max(...arrived)).toBeLessThan(79_000 * 1.05);
}, 30_000);

test('a request that hangs holds the ones behind it up for five seconds and no longer', async () => {
	const clock = new FakeClock();
	const pace = new Pace([second(1)], clock);
	const trips = [
		{ start: 0, there: 60_000, back: 0 },
		{ start: 0, there: 0, back: 0 },
	];
	expect(await arrivals(clock, pace, trips)).toEqual([6000, 60_000]);
});

test('requests start in the order of the calls, also after a hold', async () => {
	const clock = new FakeClock();
	const pace = new Pace([second(2)], clock);
	pace.hold(3000);
	const started: number[] = [];
	const call = async (name: number) =>
		await pace.through(async () => {
			started.push(name);
			await clock.sleep(100);
		});
	await clock.run(Promise.all([0, 1, 2, 3, 4, 5, 6].map(call)));
	expect(started).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a request that fails gives its place back, and its window is kept all the same', async () => {
	const clock = new FakeClock();
	const pace = new Pace([second(1)], clock);
	await expect(pace.through(async () => await Promise.reject(new Error('cut')))).rejects.toThrow('cut');
	await clock.run(pace.through(async () => {}));
	expect(clock.now()).toBe(1000);
});

describe('a hold', () => {
	const startOf = async (clock: FakeClock, pace: Pace) =>
		await clock.run(pace.through(async () => await Promise.resolve(clock.now())));

	test('lasts what was asked and a little more', async () => {
		const clock = new FakeClock(() => 0.5);
		const pace = new Pace([], clock);
		pace.hold(1000);
		expect(await startOf(clock, pace)).toBe(1250);
	});

	test('adds no more than a second to a long one', async () => {
		const clock = new FakeClock(() => 1);
		const pace = new Pace([], clock);
		pace.hold(60_000);
		expect(await startOf(clock, pace)).toBe(61_000);
	});

	test('draws its jitter once for all that are refused together, or it would always be the longest', async () => {
		const draws = [0.1, 0.9, 1];
		const clock = new FakeClock(() => draws.shift() ?? 1);
		const pace = new Pace([], clock);
		pace.hold(1000);
		pace.hold(1000);
		pace.hold(900);
		expect(await startOf(clock, pace)).toBe(1050);
	});

	test('is not made shorter by a shorter one', async () => {
		const clock = new FakeClock(() => 0);
		const pace = new Pace([], clock);
		pace.hold(5000);
		pace.hold(1000);
		expect(await startOf(clock, pace)).toBe(5000);
	});

	test('holds requests that wait already', async () => {
		const clock = new FakeClock(() => 0);
		const pace = new Pace([second(1)], clock);
		await clock.run(pace.through(async () => {}));
		const waiting = startOf(clock, pace);
		pace.hold(4000);
		expect(await waiting).toBe(4000);
	});
});

describe('a stop', () => {
	const unlessStopped = ({ signal }: AbortController) =>
		[
			async () => {
				await Promise.resolve();
				if (signal.aborted) throw new Canceled();
			},
			signal,
		] as const;

	test('wakes the requests that wait, and none of them is sent', async () => {
		const clock = new FakeClock();
		const pace = new Pace([{ requests: 1, perSeconds: 60 }], clock);
		const stop = new AbortController();
		const sent: number[] = [];
		const calls = Promise.allSettled(
			[0, 1, 2].map(
				async (name) =>
					await pace.through(
						async () => {
							sent.push(name);
							await Promise.resolve();
						},
						...unlessStopped(stop),
					),
			),
		);
		await clock.pass(10);
		stop.abort();
		const ends = await clock.run(calls);
		expect(clock.now()).toBe(10);
		expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
		expect(sent).toEqual([0]);
		expect(clock.lastWakening).toBe(10);
	});

	test('reaches a request behind one of another run that sleeps on', async () => {
		const clock = new FakeClock(() => 0);
		const pace = new Pace([], clock);
		pace.hold(300_000);
		const stop = new AbortController();
		const other = pace.through(async () => await Promise.resolve('sent'));
		const ours = pace.through(async () => await Promise.resolve('sent'), ...unlessStopped(stop));
		await clock.pass(10);
		stop.abort();
		await expect(ours).rejects.toThrow(Canceled);
		expect(clock.now()).toBe(10);
		expect(await clock.run(other)).toBe('sent');
	});

	test('takes no place from the ones behind it', async () => {
		const clock = new FakeClock(() => 0);
		const pace = new Pace([second(1)], clock);
		const stop = new AbortController();
		await clock.run(pace.through(async () => {}));
		const stopped = [0, 1, 2].map(async () => await pace.through(async () => {}, ...unlessStopped(stop)));
		const other = pace.through(async () => {});
		stop.abort();
		const ends = await Promise.allSettled(stopped);
		expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
		await clock.run(other);
		expect(clock.now()).toBe(1000);
	});
});

test('no sleep outlasts the requests by more than a second', async () => {
	const clock = new FakeClock();
	const pace = new Pace([second(1)], clock);
	const calls = [100, 0, 0].map(async (takes) => await pace.through(async () => await clock.sleep(takes)));
	await clock.run(Promise.all(calls));
	expect(clock.lastWakening - clock.now()).toBeLessThanOrEqual(1000);
});

test('a request knows which limit it waited for, or that it was a hold', async () => {
	const clock = new FakeClock(() => 0);
	const limit = second(1);
	const pace = new Pace([limit, second(100)], clock);
	const ruling: Array<Limit | undefined> = [];
	const call = async () =>
		await pace.through(async () => {
			ruling.push(pace.ruling);
			await clock.sleep(300);
		});
	await clock.run(Promise.all([call(), call(), call()]));
	pace.hold(7000);
	await clock.run(call());
	expect(ruling).toEqual([undefined, limit, limit, undefined]);
});

describe('what else a request waits for', () => {
	test('takes no place: then the whole window is there, and is kept', async () => {
		const clock = new FakeClock();
		const pace = new Pace([second(2)], clock);
		const token = clock.sleep(20_000);
		const arrived: number[] = [];
		const call = async () =>
			await pace.through(
				async () => {
					arrived.push(clock.now());
					await Promise.resolve();
				},
				async () => await token,
			);
		await clock.run(Promise.all([call(), call(), call(), call()]));
		expect(arrived).toEqual([20_000, 20_000, 21_000, 21_000]);
	});

	test('is looked at again when the turn has come, and the limits after it', async () => {
		const clock = new FakeClock();
		const pace = new Pace([second(1)], clock);
		let token = Promise.resolve();
		const arrived: number[] = [];
		const call = async () =>
			await pace.through(
				async () => {
					arrived.push(clock.now());
					await Promise.resolve();
				},
				async () => await token,
			);
		const calls = [call(), call(), call()];
		await clock.pass(500);
		token = clock.sleep(9500);
		await clock.run(Promise.all(calls));
		expect(arrived).toEqual([0, 10_000, 11_000]);
	});

	test('may refuse it: the ones behind it go on', async () => {
		const clock = new FakeClock();
		const pace = new Pace([second(1)], clock);
		await clock.run(pace.through(async () => {}));
		const refused = pace.through(
			async () => {},
			async () => await Promise.reject(new Error('no token')),
		);
		const next = pace.through(async () => {});
		await expect(refused).rejects.toThrow('no token');
		await clock.run(next);
		expect(clock.now()).toBe(1000);
	});
});

describe('one pace', () => {
	const limits = [second(5)];

	test('is shared by all that use the same route with the same app, and by nobody else', () => {
		const clock = new FakeClock();
		const pace = paceOf('shared app', 'GET /a', limits, clock);
		expect(paceOf('shared app', 'GET /a', limits, clock)).toBe(pace);
		expect(paceOf('other app', 'GET /a', limits, clock)).not.toBe(pace);
		expect(paceOf('shared app', 'GET /b', limits, clock)).not.toBe(pace);
	});

	test('is forgotten when nothing of its windows is left, and not before', async () => {
		const clock = new FakeClock(() => 0);
		const pace = paceOf('idle app', 'GET /a', limits, clock);
		const another = (name: string) => paceOf(name, 'GET /a', limits, clock);
		await pace.through(async () => {});
		await clock.pass(5999);
		another('first');
		expect(paceOf('idle app', 'GET /a', limits, clock)).toBe(pace);
		await clock.pass(1);
		another('second');
		expect(paceOf('idle app', 'GET /a', limits, clock)).not.toBe(pace);
	});

	test('begins with the whole again when it is used after it was idle', async () => {
		const clock = new FakeClock(() => 0);
		const five = [{ requests: 5, perSeconds: 60 }];
		const paced = async () =>
			await paceOf('app after a refusal', 'GET /a', five, clock).through(async (sent) => sent);
		// Another program has used the limit up: the share is one place from now on.
		paceOf('app after a refusal', 'GET /a', five, clock).refused(await paced(), 60_000);
		await clock.pass(3_600_000);
		const began = clock.now();
		await clock.run(Promise.all(Array.from({ length: 5 }, paced)));
		expect(clock.now() - began).toBe(0);
	});

	test('does not grow into the wait that Feishu asks for', async () => {
		const clock = new FakeClock(() => 0);
		const pace = paceOf('app told to wait', 'GET /a', [second(5)], clock);
		pace.refused(await pace.through(async (sent) => sent), 1000);
		await clock.run(pace.through(async () => {}));
		expect(clock.now()).toBeGreaterThanOrEqual(1000);
	});

	test('is kept while a request is under way, however long, and while it is held', async () => {
		const clock = new FakeClock(() => 0);
		const pace = paceOf('busy app', 'GET /a', limits, clock);
		const long = pace.through(async () => await clock.sleep(60_000));
		await clock.pass(50_000);
		paceOf('third', 'GET /a', limits, clock);
		expect(paceOf('busy app', 'GET /a', limits, clock)).toBe(pace);
		await clock.run(long);
		pace.hold(9000);
		await clock.pass(8000);
		paceOf('fourth', 'GET /a', limits, clock);
		expect(paceOf('busy app', 'GET /a', limits, clock)).toBe(pace);
	});
});
