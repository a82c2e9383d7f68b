/** Who gets a place, where a few are shared by the whole process. */
import { Canceled } from '../../nodes/engine/failure';
import { inTurn } from '../../nodes/engine/turns';

const PLACES = 4;

/** Work that lasts until it is ended, and takes a place at once. */
function lasting(count: number) {
	const ends: Array<() => void> = [];
	const runs = Array.from({ length: count }, async () => {
		await inTurn(async () => await new Promise<void>((end) => ends.push(end)));
	});
	return { runs, end: (index: number) => ends[index]?.() };
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve));

it('goes by who has waited longest', async () => {
	const { runs, end } = lasting(PLACES);
	const done: string[] = [];
	const waiting = ['first', 'second', 'third'].map(async (name) => {
		await inTurn(async () => void done.push(name));
	});
	await settled();
	expect(done).toEqual([]);
	end(2);
	await Promise.all(waiting);
	expect(done).toEqual(['first', 'second', 'third']);
	for (const index of runs.keys()) end(index);
	await Promise.all(runs);
});

it('goes to the next where a run is stopped in the moment that it gets one', async () => {
	const { runs, end } = lasting(PLACES);
	const stop = new AbortController();
	const stopped = inTurn(async () => 'done', stop.signal);
	const next = inTurn(async () => 'done');
	void runs[0]?.then(() => stop.abort());
	end(0);
	await expect(stopped).rejects.toThrow(Canceled);
	await expect(next).resolves.toBe('done');
	for (const index of runs.keys()) end(index);
	await Promise.all(runs);
});

it('is none for a run that was stopped before, where others wait', async () => {
	const { runs, end } = lasting(PLACES);
	await expect(inTurn(async () => 'done', AbortSignal.abort())).rejects.toThrow(Canceled);
	for (const index of runs.keys()) end(index);
	await Promise.all(runs);
	await expect(inTurn(async () => 'done')).resolves.toBe('done');
});

it('comes free when the work fails', async () => {
	const failing = Array.from({ length: 2 * PLACES }, async () =>
		inTurn(async () => await Promise.reject(new Error('refused'))),
	);
	expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(
		failing.map(() => 'rejected'),
	);
	await expect(inTurn(async () => 'done')).resolves.toBe('done');
});
