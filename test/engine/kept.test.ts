/** Lists that are kept for a minute, on a clock of their own. */
import { Kept } from '../../nodes/engine/kept';

let now = 0;
let read = 0;
const clock = { now: () => now, random: () => 0, sleep: async () => {} };

beforeEach(() => {
	now = 0;
	read = 0;
});

async function* three(): AsyncGenerator<number> {
	read += 1;
	yield* [1, 2, 3];
}

async function all(list: AsyncIterable<number>): Promise<number[]> {
	const found = [];
	for await (const each of list) found.push(each);
	return found;
}

test('one is read once in a minute, and then anew', async () => {
	const kept = new Kept<number>(clock);
	for (now of [0, 30_000, 59_999]) expect(await all(kept.of('a', three))).toEqual([1, 2, 3]);
	expect(read).toBe(1);
	now = 60_000;
	await all(kept.of('a', three));
	expect(read).toBe(2);
});

test('another key is another list', async () => {
	const kept = new Kept<number>(clock);
	await all(kept.of('a', three));
	await all(kept.of('b', three));
	expect(read).toBe(2);
});

test('it is read no further than somebody looks, and never twice', async () => {
	const kept = new Kept<number>(clock);
	let given = 0;
	const list = kept.of('a', async function* () {
		for (;;) yield ++given;
	});
	for await (const each of list) if (each === 2) break;
	expect(given).toBe(2);
	const seen = [];
	for await (const each of kept.of('a', three)) {
		seen.push(each);
		if (each === 4) break;
	}
	expect([seen, given]).toEqual([[1, 2, 3, 4], 4]);
});

test('two who look at once share it', async () => {
	const kept = new Kept<number>(clock);
	const both = await Promise.all([all(kept.of('a', three)), all(kept.of('a', three))]);
	expect([both, read]).toEqual([
		[
			[1, 2, 3],
			[1, 2, 3],
		],
		1,
	]);
});

test('one that fails fails for all who look, and is not kept', async () => {
	const kept = new Kept<number>(clock);
	const failing = async function* (): AsyncGenerator<number> {
		yield 1;
		throw new Error('broken');
	};
	const both = [all(kept.of('a', failing)), all(kept.of('a', failing))];
	for (const { status } of await Promise.allSettled(both)) expect(status).toBe('rejected');
	expect(await all(kept.of('a', three))).toEqual([1, 2, 3]);
});
