import type {
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { Endpoint } from '../declare/operation';
import { pathOf, type RequestParts } from '../declare/request';
import type { Clock } from './clock';
import { fetched, type FileStream } from './download';
import {
	downloadFailed,
	INVALID_PARAMETER_CODE,
	linkRefused,
	nothingRead,
	SYSTEM_ERROR_CODE,
	TOKEN_CODES,
	refusal,
	refusedAgain,
	unknownResult,
	type Answer,
} from './errors';
import { CallFailure, Canceled } from './failure';
import { FREQUENCY_CODE, resetMs } from './frequency';
import { unreachable } from './hosts';
import { LeftOut } from './leftOut';
import { multipart } from './multipart';
import { paceOf } from './pace';
import { isWithoutRecord } from './records';
import type { Session } from './session';
import { Slowdown } from './slowdown';
import type { Sent } from './window';

export interface SendOptions {
	readonly clock: Clock;
	/** When it aborts, nothing new is sent and what waits wakes; what is under way is awaited. */
	readonly stop?: AbortSignal;
	/** When it aborts, n8n cuts what is under way too. */
	readonly canceled?: AbortSignal;
	/** How long one request may wait for refusals for frequency to end, in milliseconds. */
	readonly patience: number;
	/** How long to wait for an answer, in milliseconds. */
	readonly timeout: number;
	/** Told the headers of each answer. */
	readonly answered?: (headers: IDataObject) => void;
}

const TOKEN_RENEWALS = 2;
const REPEATS = 3;

/** Errors of the network that come before the request has left. */
const UNSENT =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_)/;

/** What one attempt came to. */
type Outcome =
	| { readonly kind: 'done'; readonly data: IDataObject }
	| { readonly kind: 'refused'; readonly answer: Answer }
	| { readonly kind: 'token'; readonly answer: Answer; readonly token: string }
	| { readonly kind: 'frequency'; readonly answer: Answer; readonly resetMs?: number }
	| { readonly kind: 'unsent'; readonly cause: string }
	| { readonly kind: 'failed'; readonly failure: CallFailure }
	| { readonly kind: 'canceled' }
	| Unknown;

interface Unknown {
	readonly kind: 'unknown';
	readonly cause: string;
	readonly answer: Partial<Answer>;
}

/** Sends requests under one session: paced, with a living token, and again where that is safe. */
export class Sender {
	/** What the limits cost so far. */
	readonly slowdown = new Slowdown();
	/** What the answers so far lacked. */
	readonly leftOut = new LeftOut();

	constructor(
		private readonly session: Session,
		private readonly options: SendOptions,
	) {}

	/** When it aborts, the run starts nothing new. */
	get stop(): AbortSignal | undefined {
		return this.options.stop;
	}

	/**
	 * One call of a route.
	 * @param repeatable whether a second sending is harmless; by default what the endpoint's `effect` says
	 * @returns the `data` of the answer
	 * @throws CallFailure, or Canceled
	 */
	async call(
		endpoint: Endpoint,
		parts: RequestParts,
		repeatable = endpoint.effect !== 'create',
	): Promise<IDataObject> {
		const { clock, stop, patience } = this.options;
		let unproven = undefined as Unknown | undefined;
		/** What to throw: where an earlier attempt may have done the work, no later failure proves that it did not. */
		const final = (failure: Error) =>
			unproven ? unknownResult(unproven.cause, unproven.answer, endpoint) : failure;
		const halt = () => {
			if (stop?.aborted) throw final(new Canceled());
		};
		const ready = async () => {
			halt();
			try {
				await this.session.ready(stop);
			} catch (error) {
				throw final(error as CallFailure);
			}
			halt();
		};
		const refused = (answer: Answer, code = answer.code) =>
			(unproven && endpoint.effect !== 'read' ? refusedAgain : refusal)({ ...answer, code }, endpoint);
		let renewals = 0;
		let repeats = 0;
		let refusals = 0;
		let patienceLeft = patience;
		for (;;) {
			// The wait for a token is no doing of the limits.
			await ready();
			// Found anew for each attempt, since an idle one is forgotten.
			const pace = paceOf(this.session.app, endpoint.route, endpoint.limits, clock);
			const asked = clock.now();
			let sent: Sent | undefined;
			const attempt = async (place: Sent) => {
				sent = place;
				this.slowdown.waited(asked, clock.now(), pace.ruling);
				return await this.attempt(endpoint, parts);
			};
			const outcome = await pace.through(attempt, ready, stop);
			switch (outcome.kind) {
				case 'done':
					if (isWithoutRecord(endpoint, outcome.data)) throw nothingRead(endpoint);
					this.leftOut.look(endpoint, parts, outcome.data);
					return outcome.data;
				case 'canceled':
					throw new Canceled();
				case 'token':
					if (renewals++ >= TOKEN_RENEWALS) throw refused(outcome.answer, 99991663);
					this.session.discard(outcome.token);
					break;
				case 'frequency': {
					refusals++;
					const delay = outcome.resetMs ?? this.backoff(refusals);
					patienceLeft -= delay;
					if (patienceLeft < 0) throw refused(outcome.answer, FREQUENCY_CODE);
					if (sent) pace.refused(sent, delay);
					break;
				}
				case 'unsent':
					if (repeats++ >= REPEATS) throw final(this.unreachable(outcome.cause));
					await clock.sleep(this.backoff(repeats), stop);
					break;
				case 'unknown':
					if (!repeatable || repeats++ >= REPEATS)
						throw unknownResult(outcome.cause, outcome.answer, endpoint);
					unproven = outcome;
					await clock.sleep(this.backoff(repeats), stop);
					break;
				case 'refused':
					throw refused(outcome.answer);
				case 'failed':
					throw final(outcome.failure);
			}
		}
	}

	/**
	 * Fetches a file from an address that needs no token. `store` takes its bytes as they come, anew in each attempt.
	 * @throws CallFailure, or Canceled
	 */
	async download<T>(url: string, store: (file: FileStream) => Promise<T>): Promise<T> {
		const { clock, timeout, stop, canceled } = this.options;
		const fetch = this.session.fetch.bind(this.session);
		for (let repeats = 0; ; ) {
			const outcome = await fetched({ url, clock, timeout, canceled, fetch, store });
			if ('stored' in outcome) return outcome.stored;
			if (stop?.aborted) throw new Canceled();
			if ('httpStatus' in outcome && outcome.httpStatus < 500 && outcome.httpStatus !== 429)
				throw linkRefused(outcome.httpStatus);
			if (repeats++ >= REPEATS) {
				throw downloadFailed(
					'httpStatus' in outcome ? `HTTP ${outcome.httpStatus}` : networkWords(networkCode(outcome.error)),
				);
			}
			await clock.sleep(this.backoff(repeats), stop);
			if (stop?.aborted) throw new Canceled();
		}
	}

	/** 0.5 s, 1 s, 2 s … each up to a half longer, so that many do not come back at the same moment. */
	private backoff(times: number): number {
		return 250 * 2 ** times * (1 + this.options.clock.random() / 2);
	}

	private unreachable(cause: string): CallFailure {
		const { what, mend } = unreachable(this.session.baseUrl, cause);
		return new CallFailure(what, { mend, general: true });
	}

	private async attempt(endpoint: Endpoint, parts: RequestParts): Promise<Outcome> {
		// A fresh object each time: n8n changes the options it is given.
		const options: IHttpRequestOptions = {
			method: endpoint.route.split(' ', 1)[0] as IHttpRequestMethods,
			url: this.session.baseUrl + pathOf(endpoint.route, parts.path),
			...(parts.query && Object.keys(parts.query).length > 0
				? { qs: { ...parts.query }, arrayFormat: 'repeat' }
				: {}),
			...bodyOf(parts),
			json: true,
			timeout: this.options.timeout,
			// n8n would send the token along to wherever it is redirected.
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		};
		try {
			const response = await this.session.request(options, this.options.canceled);
			this.options.answered?.(response.headers);
			return outcomeOf(response, endpoint, options);
		} catch (error) {
			if (this.options.canceled?.aborted) return { kind: 'canceled' };
			if (error instanceof CallFailure) return { kind: 'failed', failure: error };
			const code = networkCode(error);
			return UNSENT.test(code)
				? { kind: 'unsent', cause: code }
				: { kind: 'unknown', cause: networkWords(code), answer: {} };
		}
	}
}

function bodyOf({ file, body }: RequestParts): Pick<IHttpRequestOptions, 'body' | 'headers'> {
	if (file) return multipart(file);
	if (!body) return { headers: {} };
	return {
		// n8n leaves an empty object out of the request, but not a text.
		body: Object.keys(body).length > 0 ? { ...body } : '{}',
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
	};
}

/** The token that n8n's `authenticate` has put into the request. */
function tokenOf({ headers }: IHttpRequestOptions): string {
	return String(headers?.Authorization ?? '').replace(/^Bearer /, '');
}

function outcomeOf(
	{ statusCode, headers, body }: IN8nHttpFullResponse,
	{ errors = {} }: Endpoint,
	sent: IHttpRequestOptions,
): Outcome {
	const logId = textOf(headers['x-tt-logid']);
	const envelope = typeof body === 'object' && body !== null ? (body as unknown as IDataObject) : undefined;
	if (!envelope || typeof envelope.code !== 'number') {
		const answer = { httpStatus: statusCode, logId };
		if (statusCode === 429) return { kind: 'frequency', answer, resetMs: resetMs(headers) };
		if (statusCode >= 300 && statusCode < 500) return { kind: 'refused', answer };
		return {
			kind: 'unknown',
			cause: statusCode >= 500 ? `HTTP ${statusCode}, as a proxy answers` : inPlaceOfAnswer(body),
			answer,
		};
	}
	const { code } = envelope;
	const answer: Answer = {
		httpStatus: statusCode,
		code,
		msg: textOf(envelope.msg) ?? textOf(envelope.message),
		logId,
		scopes: scopesOf(envelope),
	};
	if (code === 0 && statusCode < 400) return { kind: 'done', data: (envelope.data ?? {}) as IDataObject };
	if (TOKEN_CODES.has(code)) return { kind: 'token', answer, token: tokenOf(sent) };
	if (code === FREQUENCY_CODE || statusCode === 429)
		return { kind: 'frequency', answer, resetMs: resetMs(headers) };
	// Hire answers some refusals of its rules with HTTP 500 too; any other 5xx proves nothing.
	const rule = code === INVALID_PARAMETER_CODE || (code !== SYSTEM_ERROR_CODE && code in errors);
	if (code === 0 || code === SYSTEM_ERROR_CODE || (statusCode >= 500 && !rule)) {
		// With code 0 Feishu's own word is 'success'.
		return { kind: 'unknown', cause: (code !== 0 && answer.msg) || `HTTP ${statusCode}`, answer };
	}
	return { kind: 'refused', answer };
}

function inPlaceOfAnswer(body: unknown): string {
	const text = typeof body === 'string' ? body.trim() : undefined;
	if (text === '') return 'the answer is empty';
	return text?.startsWith('<') ? 'a web page came in place of the answer' : 'the answer is no complete JSON';
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function scopesOf({ error }: IDataObject): string[] {
	const violations = (error as IDataObject | undefined)?.permission_violations;
	return Array.isArray(violations)
		? (violations as IDataObject[]).flatMap(({ subject }) => textOf(subject) ?? [])
		: [];
}

function networkCode(error: unknown): string {
	const { code, httpCode, cause } = (error ?? {}) as {
		code?: unknown;
		httpCode?: unknown;
		cause?: { code?: unknown };
	};
	return [cause?.code, code, httpCode].map(textOf).find((text) => text !== undefined) ?? 'no answer';
}

function networkWords(code: string): string {
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') return 'no answer in time';
	if (code === 'ECONNRESET' || code === 'EPIPE') return 'the connection was cut';
	// What axios makes of an answer that is shorter than its headers say.
	if (code === 'ERR_BAD_RESPONSE') return 'the answer was cut short';
	return code;
}
