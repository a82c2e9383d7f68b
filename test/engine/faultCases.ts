/** The faults of the matrix, and what each must come to, derived from the rules and not from a run. */
import type { Fault } from '../simulator';
import type { Kind } from './trial';

/** What a fault proves, which is all that decides what may be sent again. */
type Proof =
	/** Refused for frequency: nothing was done. */
	| 'frequency'
	/** Refused by a rule: nothing was done, and a repeat would be refused too. */
	| 'refused'
	/** Whether it was done is unknown. */
	| 'unknown'
	/** Slow, and right. */
	| 'none';

export interface FaultCase {
	readonly title: string;
	readonly fault: Fault;
	readonly proof: Proof;
	/** Whether the server does the work under this fault. */
	readonly acts: boolean;
	/** How often the request is sent when the fault stays and the proof allows repeats. */
	readonly sentWhenItStays?: number;
	/** Where it is unknown whether it was done: why. */
	readonly cause?: RegExp;
	/** What the user sees of a refusal. */
	readonly sees?: RegExp;
}

const unknown = (title: string, fault: Fault, acts: boolean, cause?: RegExp): FaultCase => ({
	title,
	fault,
	proof: 'unknown',
	acts,
	...(cause ? { cause } : {}),
});
const frequency = (title: string, fault: Fault, sentWhenItStays: number): FaultCase => ({
	title,
	fault,
	proof: 'frequency',
	acts: false,
	sentWhenItStays,
});

/** Seconds that a request may wait for refusals to end. */
export const PATIENCE = 3;
/** Seconds until an answer counts as missing; the 1 that the panel allows is too short for a test machine that stalls. */
export const TIMEOUT = 2;

const refused = (title: string, fault: Fault, sees: RegExp): FaultCase => ({
	title,
	fault,
	proof: 'refused',
	acts: false,
	sees,
});

// With the header: waits of 1, 1 and 1 s fit into 3 s. Without one: 0.625 and 1.25 s, and 2.5 s more do not.
const WITH_RESET = 4;
const WITHOUT_RESET = 3;

export const FAULT_CASES: readonly FaultCase[] = [
	frequency('HTTP 429, reset in 1 s', { kind: 'status', status: 429, reset: '1' }, WITH_RESET),
	frequency('HTTP 429, no reset header', { kind: 'status', status: 429 }, WITHOUT_RESET),
	frequency('HTTP 429, reset in 11 days', { kind: 'status', status: 429, reset: '999999' }, WITHOUT_RESET),
	frequency('HTTP 429, reset in -1 s', { kind: 'status', status: 429, reset: '-1' }, WITHOUT_RESET),
	frequency('HTTP 429, reset is no number', { kind: 'status', status: 429, reset: 'soon' }, WITHOUT_RESET),
	frequency(
		'HTTP 400 with code 99991400, reset in 1 s',
		{ kind: 'status', status: 400, reset: '1' },
		WITH_RESET,
	),
	frequency('HTTP 400 with code 99991400, no reset header', { kind: 'status', status: 400 }, WITHOUT_RESET),
	unknown('HTTP 500 with code 1002001', { kind: 'status', status: 500 }, false),
	unknown('HTTP 500 with code 1002001, work done', { kind: 'status', status: 500, acted: true }, true),
	unknown('HTTP 500, page of a proxy', { kind: 'html', status: 500, acted: false }, false),
	unknown('HTTP 502, page of a proxy', { kind: 'status', status: 502 }, false),
	unknown('HTTP 503, page of a proxy', { kind: 'status', status: 503 }, false),
	unknown('HTTP 504, page of a proxy', { kind: 'status', status: 504 }, false),
	unknown('HTTP 504, page of a proxy, work done', { kind: 'status', status: 504, acted: true }, true),
	unknown('Connection dropped, nothing done', { kind: 'dropBefore' }, false),
	unknown('Connection dropped, work done', { kind: 'dropAfter' }, true),
	unknown(
		'Connection dropped in the middle of the answer',
		{ kind: 'dropMidBody' },
		true,
		/the answer was cut short/,
	),
	unknown('No answer in time, nothing done', { kind: 'hang' }, false),
	unknown('No answer in time, work done', { kind: 'hang', acted: true }, true),
	unknown('HTTP 200, half a JSON text', { kind: 'truncatedJson' }, true, /the answer is no complete JSON/),
	unknown('HTTP 200, a web page', { kind: 'html' }, true, /a web page came in place of the answer/),
	unknown('HTTP 200, empty body', { kind: 'emptyBody' }, true, /the answer is empty/),
	unknown('HTTP 200, gzip cut short', { kind: 'gzipCut' }, true),
	unknown('HTTP 200 with code 1002001', { kind: 'code', code: 1002001 }, false),
	refused(
		'HTTP 200 with code 1002002',
		{ kind: 'code', code: 1002002, msg: 'invalid parameter' },
		/refuses a value/,
	),
	refused(
		'HTTP 302 to another page',
		{ kind: 'status', status: 302, location: '/sign-in' },
		/^The answer does not come from Feishu Hire: HTTP 302$/,
	),
	refused(
		'HTTP 404, page of a proxy',
		{ kind: 'status', status: 404 },
		/^The answer does not come from Feishu Hire: HTTP 404$/,
	),
	{
		title: 'The answer trickles in over 3 s',
		fault: { kind: 'slow', overMs: 3000 },
		proof: 'none',
		acts: true,
	},
];

export interface Expected {
	readonly sent: number;
	readonly applied: number;
	readonly sees: RegExp;
}

const DONE = /^the result$/;
/** The first request and three repeats. */
const ATTEMPTS = 4;

const repeatable = (kind: Kind) => kind !== 'create';
const changes = (kind: Kind) => (kind === 'read' ? 0 : 1);
const unknownWords = (kind: Kind, cause = /.+/) => {
	const what =
		kind === 'read' || kind === 'idempotent'
			? 'Feishu Hire did not answer properly'
			: 'It is unknown whether the record was created';
	return new RegExp(`^${what}: ${cause.source}$|internal error`);
};

export function expectedOnce({ proof, acts, cause, sees = DONE }: FaultCase, kind: Kind): Expected {
	if (proof === 'none') return { sent: 1, applied: changes(kind), sees };
	if (proof === 'refused') return { sent: 1, applied: 0, sees };
	if (proof === 'unknown' && !repeatable(kind)) {
		return { sent: 1, applied: acts ? 1 : 0, sees: unknownWords(kind, cause) };
	}
	return { sent: 2, applied: changes(kind), sees };
}

export function expectedWhenItStays(given: FaultCase, kind: Kind): Expected {
	const { proof, acts, cause, sentWhenItStays = ATTEMPTS } = given;
	if (proof === 'frequency')
		return { sent: sentWhenItStays, applied: 0, sees: /the limit of this route is used up/ };
	if (proof !== 'unknown' || !repeatable(kind)) return expectedOnce(given, kind);
	return { sent: ATTEMPTS, applied: acts ? changes(kind) : 0, sees: unknownWords(kind, cause) };
}
