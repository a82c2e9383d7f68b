import { isGone } from '../engine/gone';

/** The answer; nothing where the record is not there. */
export async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (isGone(error)) return undefined;
		throw error;
	}
}
