/**
 * Two workers share one published limit without talking, on a fake clock and so over many minutes: neither is kept
 * out for as long as the node waits by default.
 */
import type { Limit } from '../../nodes/declare/operation';
import { Pace } from '../../nodes/engine/pace';
import { seededRandom } from '../simulator/random';
import { FakeClock } from './fakeClock';

const WIDTH = 50;
const PATIENCE_MS = 300_000;
const ONE_WAY_MS = [30, 60] as const;

/** The server: admits a request, or says how many milliseconds are left. */
function counter(limits: readonly Limit[]): (now: number) => number {
	let admitted: number[] = [];
	const longest = Math.max(...limits.map(({ perSeconds }) => perSeconds * 1000));
	return (now) => {
		admitted = admitted.filter((at) => at > now - longest);
		let wait = 0;
		for (const { requests, perSeconds } of limits) {
			const oldest = admitted.at(-requests);
			if (oldest !== undefined) wait = Math.max(wait, oldest + perSeconds * 1000 - now);
		}
		if (wait <= 0) admitted.push(now);
		return Math.max(0, wait);
	};
}

/** @returns the longest that one request had to wait for refusals to end, in milliseconds */
async function work(
	clock: FakeClock,
	limits: readonly Limit[],
	admit: (now: number) => number,
	count: number,
) {
	const pace = new Pace(limits, clock);
	const travel = async () =>
		await clock.sleep(ONE_WAY_MS[0] + clock.random() * (ONE_WAY_MS[1] - ONE_WAY_MS[0]));
	let next = 0;
	let longest = 0;
	const one = async () => {
		let held = 0;
		for (let done = false; !done; ) {
			const wait = await pace.through(async () => {
				await travel();
				const left = admit(clock.now());
				await travel();
				return left;
			});
			done = wait === 0;
			if (done) continue;
			const reset = Math.max(1, Math.ceil(wait / 1000)) * 1000;
			held += reset;
			pace.hold(reset);
		}
		longest = Math.max(longest, held);
	};
	const lane = async () => {
		while (next++ < count) await one();
	};
	await Promise.all(Array.from({ length: WIDTH }, lane));
	return longest;
}

const LIMITS: Array<[string, number, Limit[]]> = [
	['20 a second', 1500, [{ requests: 20, perSeconds: 1 }]],
	['100 a minute', 1500, [{ requests: 100, perSeconds: 60 }]],
	[
		'1,000 a minute and 50 a second',
		4000,
		[
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
	],
];

describe.each(LIMITS)('%s', (_, count, limits) => {
	test.each([1, 2, 3, 4, 5])(
		'seed %i',
		async (seed) => {
			const clock = new FakeClock(seededRandom(seed));
			const admit = counter(limits);
			const longest = await clock.run(
				Promise.all([work(clock, limits, admit, count), work(clock, limits, admit, count)]),
			);
			expect(Math.max(...longest)).toBeLessThan(PATIENCE_MS);
			const ideal = Math.max(
				...limits.map(
					({ requests, perSeconds }) => (Math.ceil((2 * count) / requests) - 1) * perSeconds * 1000,
				),
			);
			expect(clock.now()).toBeLessThan(1.5 * ideal);
		},
		30_000,
	);
});
