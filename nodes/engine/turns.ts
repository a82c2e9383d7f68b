import { unlessAborted } from './clock';
import { Canceled } from './failure';

/** A file stands in memory as a whole while it is sent, so that the places are of the whole process, as its memory is. */
const PLACES = 4;

let taken = 0;
const waiting = new Set<() => void>();

/**
 * Runs what takes much memory, when its turn has come: a few at a time of all that the process does.
 * @throws Canceled when `stop` aborts before that
 */
export async function inTurn<T>(work: () => Promise<T>, stop?: AbortSignal): Promise<T> {
	if (taken < PLACES) taken++;
	else await place(stop);
	try {
		return await work();
	} finally {
		leave();
	}
}

async function place(stop?: AbortSignal): Promise<void> {
	let come = () => {};
	const turn = new Promise<void>((resolve) => (come = resolve));
	waiting.add(come);
	if (!stop?.aborted) await unlessAborted(turn, stop);
	if (!stop?.aborted) return;
	// A place that was given at the same moment goes to the next.
	if (!waiting.delete(come)) leave();
	throw new Canceled();
}

/** Whoever has waited longest takes the place. */
function leave(): void {
	const [next] = waiting;
	if (!next) taken--;
	else {
		waiting.delete(next);
		next();
	}
}
