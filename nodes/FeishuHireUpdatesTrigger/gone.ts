import { CallFailure } from '../engine/failure';

/** 'Parameter error', which is also said of a record that is not there; no such application; no such candidate. */
const GONE_CODES = [1002002, 1002201, 1002102];

const isGone = ({ missing, code }: CallFailure) =>
	missing || (code !== undefined && GONE_CODES.includes(code));

/** The answer; nothing where the record is not there, as when it was deleted since it was listed. */
export async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
	let failure: unknown;
	try {
		return await answer;
	} catch (error) {
		failure = error;
	}
	if (failure instanceof CallFailure && isGone(failure)) return undefined;
	throw failure;
}
