/** The envelope that Feishu puts around results and refusals. */
import type { OverLimit } from './limiter';
import { Refusal } from './refusal';
import type { EnvelopeKind, FileResult, Route } from './route';

export interface Answer {
	status: number;
	code: number | undefined;
	headers: Record<string, string>;
	body: string | Buffer;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** How a request over its limit is refused. */
export interface FrequencyStyle {
	/** 400 is what some older routes of Feishu answer. */
	status: 429 | 400;
	/** `real` tells the true wait, `omit` leaves the header out, and any other text is sent as it is. */
	reset: string;
}

export function frequencyRefusal(over: OverLimit, style: FrequencyStyle): Refusal {
	const headers: Record<string, string> = { 'x-ogw-ratelimit-limit': String(over.limit) };
	if (style.reset !== 'omit') {
		headers['x-ogw-ratelimit-reset'] = style.reset === 'real' ? String(over.resetSeconds) : style.reset;
	}
	return new Refusal(style.status, 99991400, 'request trigger frequency limit', { headers });
}

export function scopeRefusal(route: Route, appId: string): Refusal {
	const scopes = route.scopes.join(', ');
	const url = `https://open.feishu.cn/app/${appId}/auth?q=${route.scopes.join(',')}&op_from=openapi&token_type=tenant`;
	return new Refusal(400, 99991672, `Access denied. One of the following scopes is required: [${scopes}]`, {
		error: {
			permission_violations: route.scopes.map((subject) => ({ type: 'action_scope_required', subject })),
			helps: [{ url, description: `Where to add the scopes: [${scopes}]` }],
		},
	});
}

export function jsonAnswer(
	status: number,
	code: number,
	body: Record<string, unknown>,
	headers: Record<string, string> = {},
): Answer {
	return {
		status,
		code,
		headers: { ...headers, 'content-type': JSON_TYPE },
		body: JSON.stringify({ code, ...body }),
	};
}

export function successAnswer(route: Route, result: Record<string, unknown>): Answer {
	const msg = route.successMessage;
	switch (route.envelope) {
		case 'flat':
			return jsonAnswer(200, 0, { msg, ...result });
		case 'message':
			return jsonAnswer(200, 0, { data: result, message: msg });
		case 'file': {
			const { content, headers } = result as unknown as FileResult;
			return { status: 200, code: undefined, headers: { ...headers }, body: content };
		}
		default:
			return jsonAnswer(200, 0, { msg, data: result });
	}
}

/** Codes from here up come from the platform in front of Feishu Hire, which knows one envelope only. */
const PLATFORM_CODES = 99_990_000;

export function refusalAnswer(refusal: Refusal, logId: string, envelope: EnvelopeKind = 'data'): Answer {
	const { headers, error } = refusal.more;
	if (envelope === 'file') {
		return {
			status: refusal.status,
			code: undefined,
			headers: { 'content-type': 'text/plain' },
			body: refusal.message,
		};
	}
	const query = new URLSearchParams({ from: 'openapi', log_id: logId, code: String(refusal.code) });
	const details = {
		log_id: logId,
		troubleshooter: `Troubleshooting suggestions: https://open.feishu.cn/search?${query.toString()}`,
		...error,
	};
	if (envelope === 'flat') {
		return jsonAnswer(refusal.status, refusal.code, { data: {}, msg: refusal.message }, headers);
	}
	const key = envelope === 'message' && refusal.code < PLATFORM_CODES ? 'message' : 'msg';
	const body = { [key]: refusal.message, error: details };
	return jsonAnswer(refusal.status, refusal.code, body, headers);
}

export function plainNotFound(): Answer {
	return {
		status: 404,
		code: undefined,
		headers: { 'content-type': 'text/plain' },
		body: '404 page not found',
	};
}

/** 34 characters as Feishu's: the time of the answer, then a part that is never twice the same. */
export function logIdOf(now: number, seq: number): string {
	const time = new Date(now).toISOString().replace(/\D/g, '').slice(0, 14);
	return `${time}51A0${seq.toString(16).toUpperCase().padStart(16, '0')}`;
}
