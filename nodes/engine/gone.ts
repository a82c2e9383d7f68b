import { CallFailure } from './failure';

/** 'Parameter error', which is also said of a record that is not there; no such application; no such candidate. */
const GONE_CODES = [1002002, 1002201, 1002102];

/** Whether a read failed because its record is not there, as when it was deleted since its ID was seen. */
export const isGone = (error: unknown): boolean =>
	error instanceof CallFailure &&
	(error.missing || (error.code !== undefined && GONE_CODES.includes(error.code)));
