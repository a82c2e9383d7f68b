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
	/** Where it is unknown whether it was done: why, in the words that follow the colon. */
	readonly cause?: string;
	/** What the user sees of a refusal, or of an error that Feishu Hire has words for. */
	readonly sees?: RegExp;
}

const unknown = (title: string, fault: Fault, acts: boolean, cause: string): FaultCase => ({
	title,
	fault,
	proof: 'unknown',
	acts,
	cause,
});
/** Feishu Hire's own code for it: the words are those of the operation, where it has some. */
const systemError = (title: string, fault: Fault, acts: boolean): FaultCase => ({
	title,
	fault,
	proof: 'unknown',
	acts,
	sees: /^Feishu Hire had an internal error (while|when asked to) [a-z].*$/,
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

const refused = (title: string, fault: Fault, sees: RegExp): FaultCase => ({
	title,
	fault,
	proof: 'refused',
	acts: false,
	sees,
});

const proxy = (title: string, fault: Fault & { status: number }, acts: boolean) =>
	unknown(title, fault, acts, `HTTP ${fault.status}, as a proxy answers`);

const CUT = 'the connection was cut';
const LATE = 'no answer in time';
const NO_JSON = 'the answer is no complete JSON';

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
	systemError('HTTP 500 with code 1002001', { kind: 'status', status: 500 }, false),
	systemError('HTTP 500 with code 1002001, work done', { kind: 'status', status: 500, acted: true }, true),
	proxy('HTTP 500, page of a proxy', { kind: 'html', status: 500, acted: false }, false),
	proxy('HTTP 502, page of a proxy', { kind: 'status', status: 502 }, false),
	proxy('HTTP 503, page of a proxy', { kind: 'status', status: 503 }, false),
	proxy('HTTP 504, page of a proxy', { kind: 'status', status: 504 }, false),
	proxy('HTTP 504, page of a proxy, work done', { kind: 'status', status: 504, acted: true }, true),
	unknown('HTTP 400 with code 0', { kind: 'code', http: 400, code: 0, msg: 'success' }, false, 'HTTP 400'),
	unknown('HTTP 500 with code 0', { kind: 'code', http: 500, code: 0, msg: 'success' }, false, 'HTTP 500'),
	unknown('Connection dropped, nothing done', { kind: 'dropBefore' }, false, CUT),
	unknown('Connection dropped, work done', { kind: 'dropAfter' }, true, CUT),
	unknown(
		'Connection dropped in the middle of the answer',
		{ kind: 'dropMidBody' },
		true,
		'the answer was cut short',
	),
	unknown('No answer in time, nothing done', { kind: 'hang' }, false, LATE),
	unknown('No answer in time, work done', { kind: 'hang', acted: true }, true, LATE),
	unknown('HTTP 200, half a JSON text', { kind: 'truncatedJson' }, true, NO_JSON),
	unknown('HTTP 200, a web page', { kind: 'html' }, true, 'a web page came in place of the answer'),
	unknown('HTTP 200, empty body', { kind: 'emptyBody' }, true, 'the answer is empty'),
	unknown('HTTP 200, gzip cut short', { kind: 'gzipCut' }, true, NO_JSON),
	systemError('HTTP 200 with code 1002001', { kind: 'code', code: 1002001 }, false),
	refused(
		'HTTP 200 with code 1002002',
		{ kind: 'code', code: 1002002, msg: 'invalid parameter' },
		/^Feishu Hire refuses a value of this item: invalid parameter$/,
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

/** What the user sees where it stays unknown whether it was done. */
function openWords({ cause, sees }: FaultCase, kind: Kind): RegExp {
	const creates = kind === 'create' || kind === 'create with key';
	const what = creates
		? 'It is unknown whether the record was created'
		: 'Feishu Hire did not answer properly';
	return sees ?? new RegExp(`^${what}: ${cause}$`);
}

export function expectedOnce(given: FaultCase, kind: Kind): Expected {
	const { proof, acts, sees = DONE } = given;
	if (proof === 'none') return { sent: 1, applied: changes(kind), sees };
	if (proof === 'refused') return { sent: 1, applied: 0, sees };
	if (proof === 'unknown' && !repeatable(kind)) {
		return { sent: 1, applied: acts ? 1 : 0, sees: openWords(given, kind) };
	}
	return { sent: 2, applied: changes(kind), sees: DONE };
}

export function expectedWhenItStays(given: FaultCase, kind: Kind): Expected {
	const { proof, acts, sentWhenItStays = ATTEMPTS } = given;
	if (proof === 'frequency') {
		return {
			sent: sentWhenItStays,
			applied: 0,
			sees: /^Feishu refuses further requests for now: the limit of this route is used up$/,
		};
	}
	if (proof !== 'unknown' || !repeatable(kind)) return expectedOnce(given, kind);
	return { sent: ATTEMPTS, applied: acts ? changes(kind) : 0, sees: openWords(given, kind) };
}
