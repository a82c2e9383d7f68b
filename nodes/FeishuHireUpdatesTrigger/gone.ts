import { isGone } from '../engine/gone';

/** The answer; nothing where the record is not there. */
export async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
	let failure: unknown;
	try {
		return await answer;
	} catch (error) {
		failure = error;
	}
	if (isGone(failure)) return undefined;
	throw failure;
}
