/** The published limits are used to the full at any latency, and no request is refused, on a fake clock. */
import type { Limit } from '../../nodes/declare/operation';
import { Pace } from '../../nodes/engine/pace';
import { seededRandom } from '../simulator/random';
import { FakeClock } from './fakeClock';

/** Milliseconds there and back of a request that is sent at some time. */
type Way = (random: () => number, now: number) => readonly [there: number, back: number];

/** From `1 - share` to `1 + share`. */
const around = (share: number, random: () => number) => 1 - share + 2 * share * random();

const steady =
	(latency: number): Way =>
	() => [latency / 2, latency / 2];

/** What varies: how a way becomes one of up to `share` more or less. */
const VARYING = {
	'the way there': (latency: number, share: number): Way => {
		return (random) => [latency * around(share, random), 0];
	},
	'the way back': (latency: number, share: number): Way => {
		return (random) => [0, latency * around(share, random)];
	},
	'both ways': (latency: number, share: number): Way => {
		return (random) => [(latency / 2) * around(share, random), (latency / 2) * around(share, random)];
	},
};

const WAYS = Object.keys(VARYING) as Array<keyof typeof VARYING>;

const ROUNDING = 1e-6;

/** How many a server refuses whose window, when a request arrives at `now`, began after `begin(now)`. */
function refusedBy(arrivals: readonly number[], requests: number, begin: (now: number) => number): number {
	const admitted: number[] = [];
	for (const now of [...arrivals].sort((a, b) => a - b)) {
		if ((admitted.at(-requests) ?? -Infinity) <= begin(now) + ROUNDING) admitted.push(now);
	}
	return arrivals.length - admitted.length;
}

/** … by a server with sliding windows, or with fixed ones that begin at this share of their length. */
function refusals(arrivals: readonly number[], { requests, perSeconds }: Limit): Record<string, number> {
	const length = perSeconds * 1000;
	const fixed = (share: number) => (now: number) =>
		(Math.floor(now / length - share) + share) * length - 2 * ROUNDING;
	return {
		sliding: refusedBy(arrivals, requests, (now) => now - length),
		fixed: Math.max(...[0, 0.4, 0.8].map((share) => refusedBy(arrivals, requests, fixed(share)))),
	};
}

/** Seconds from the first start to the last answer for one who knows the server's clock. */
function shortest(count: number, limits: readonly Limit[], latency: number): number {
	const starts: number[] = [];
	for (let index = 0; index < count; index++) {
		const bounds = limits.map(
			({ requests, perSeconds }) => (starts[index - requests] ?? -Infinity) + perSeconds,
		);
		starts.push(Math.max(0, ...bounds));
	}
	return (starts.at(-1) ?? 0) + latency / 1000;
}

async function campaign(count: number, limits: readonly Limit[], way: Way, seed = 1) {
	const random = seededRandom(seed);
	const clock = new FakeClock(random);
	const pace = new Pace(limits, clock);
	const arrivals: number[] = [];
	const one = async () =>
		await pace.through(async () => {
			const [there, back] = way(random, clock.now());
			await clock.sleep(there);
			arrivals.push(clock.now());
			await clock.sleep(back);
		});
	await clock.run(Promise.all(Array.from({ length: count }, one)));
	return {
		seconds: clock.now() / 1000,
		refused: Math.max(...limits.flatMap((limit) => Object.values(refusals(arrivals, limit)))),
	};
}

const TEN: readonly Limit[] = [{ requests: 10, perSeconds: 1 }];
const FIFTY: readonly Limit[] = [{ requests: 50, perSeconds: 1 }];

const LIMITS: ReadonlyArray<readonly [name: string, count: number, limits: readonly Limit[]]> = [
	['10 a second', 300, TEN],
	['50 a second', 600, FIFTY],
	['100 a minute', 300, [{ requests: 100, perSeconds: 60 }]],
	['1,000 a minute and 50 a second', 2000, [{ requests: 1000, perSeconds: 60 }, ...FIFTY]],
];

/** Seconds that the first window takes longer: its requests have a connection to make, so that it counts from their answer. */
const first = (latency: number) => latency / 1000;

describe.each(LIMITS)('%s: at most 1.05 × the shortest time, and none refused', (_, count, limits) => {
	const check = async (latency: number, way: Way) => {
		const { seconds, refused } = await campaign(count, limits, way);
		expect(refused).toBe(0);
		expect((seconds - first(latency)) / shortest(count, limits, latency)).toBeLessThanOrEqual(1.05);
	};

	test.each([20, 80, 300, 1000])('%i ms', async (latency) => await check(latency, steady(latency)), 30_000);

	describe.each(WAYS)('%s takes five percent more or less', (what) => {
		test.each([20, 80, 300])(
			'%i ms',
			async (latency) => await check(latency, VARYING[what](latency, 0.05)),
			30_000,
		);
	});
});

// At 1,000 ms the spread of five percent more or less is a tenth of a window of a second.
describe.each([
	['10 a second', 300, TEN],
	['50 a second', 600, FIFTY],
] as const)('%s: a window loses no more than the spread, and none is refused', (_, count, limits) => {
	describe.each(WAYS)('%s takes more or less', (what) => {
		test.each([
			[300, 0.2],
			[1000, 0.05],
			[1000, 0.2],
			[80, 0.3],
			[300, 0.3],
			[1000, 0.3],
		])('%i ms, by up to %d of it', async (latency, share) => {
			const ideal = shortest(count, limits, latency);
			const { seconds, refused } = await campaign(count, limits, VARYING[what](latency, share));
			expect(refused).toBe(0);
			const windows = ideal - latency / 1000 + 1;
			const lost = seconds - first(latency * (1 + share)) - ideal;
			expect(lost).toBeLessThanOrEqual((windows * 2 * share * latency) / 1000);
		});
	});
});

describe('a way that changes at the tenth second', () => {
	const COUNT = 300;
	const changing =
		(before: Way, after: Way): Way =>
		(random, now) =>
			(now < 10_000 ? before : after)(random, now);
	/** How many seconds are lost beyond a twentieth. */
	const loss = (seconds: number, latency: number) => seconds - 1.05 * shortest(COUNT, TEN, latency);

	test.each(WAYS)('to a longer one, learned within four windows: %s', async (what) => {
		const way = changing(VARYING[what](80, 0.05), VARYING[what](300, 0.05));
		const { seconds, refused } = await campaign(COUNT, TEN, way);
		expect(refused).toBe(0);
		expect(loss(seconds, 300)).toBeLessThanOrEqual(4 * 0.22);
	});

	test('to a shorter one, because the server answers sooner: none is refused', async () => {
		const way = changing(
			() => [40, 900],
			() => [40, 40],
		);
		const { seconds, refused } = await campaign(COUNT, TEN, way);
		expect(refused).toBe(0);
		expect(loss(seconds, 80)).toBeLessThanOrEqual(first(940));
	});

	test('to a shorter one: no more is refused than one window holds, and nothing is lost', async () => {
		const { seconds, refused } = await campaign(COUNT, TEN, changing(steady(1000), steady(80)));
		expect(refused).toBeLessThanOrEqual(10);
		expect(loss(seconds, 1000)).toBeLessThanOrEqual(0);
	});

	test('for one request only, which is forgotten within four windows', async () => {
		let sent = 0;
		const way: Way = () => (sent++ === 100 ? [1, 1] : [150, 150]);
		const { seconds, refused } = await campaign(COUNT, TEN, way);
		expect(refused).toBeLessThanOrEqual(1);
		expect(loss(seconds, 300)).toBeLessThanOrEqual(4 * 0.3);
	});
});

/** The clock of a process with one core: who sleeps wakes when all work that was begun before is done. */
class BusyClock extends FakeClock {
	private free = 0;

	async work(milliseconds: number): Promise<void> {
		this.free = Math.max(this.free, this.now()) + milliseconds;
		await super.sleep(this.free - this.now());
	}

	override async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		await super.sleep(milliseconds, signal);
		while (this.free > this.now()) await super.sleep(this.free - this.now());
	}
}

describe('a process that has more to do than to send: none is refused', () => {
	/** Milliseconds of work before a request leaves, and when its answer has come. */
	const WORK: Record<string, (random: () => number, now: number) => number> = {
		'that varies': (random) => 6 * random(),
		'that stands still now and then': (random) => (random() < 0.2 ? 300 : 2) * random(),
		'that has much to do in every other second': (_, now) => (now % 2000 < 1000 ? 60 : 1),
	};
	const COUNT = 250;
	const SEEDS = Number(process.env.SCHEDULES ?? 250) / 25;

	test.each(Object.entries(WORK))(
		'%s',
		async (_, work) => {
			let refused = 0;
			for (const [limits, latency] of [TEN, FIFTY].flatMap((each) => [
				[each, 3] as const,
				[each, 80] as const,
			])) {
				for (let seed = 1; seed <= SEEDS; seed++) {
					const random = seededRandom(seed);
					const clock = new BusyClock(random);
					const pace = new Pace(limits, clock);
					const arrivals: number[] = [];
					const one = async () =>
						await pace.through(async () => {
							await clock.work(work(random, clock.now()));
							arrivals.push(clock.now() + latency / 2);
							await clock.sleep(latency);
							await clock.work(work(random, clock.now()));
						});
					await clock.run(Promise.all(Array.from({ length: COUNT }, one)));
					const [limit] = limits;
					if (limit) refused += Math.max(...Object.values(refusals(arrivals, limit)));
				}
			}
			expect(refused).toBe(0);
		},
		60_000,
	);
});
