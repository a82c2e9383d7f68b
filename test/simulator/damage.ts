/** How an answer leaves, whole or broken. */
import { STATUS_CODES, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { frequencyRefusal, jsonAnswer, refusalAnswer } from './answer';
import type { Answer } from './answer';
import type { Fault } from './faults';
import { pause } from './latency';
import { Refusal } from './refusal';

function page(status: number, location?: string): Pick<Answer, 'headers' | 'body'> {
	const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
	return {
		headers: { 'content-type': 'text/html; charset=utf-8', ...(location ? { location } : {}) },
		body: `<!doctype html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
	};
}

/** What is sent in place of `answer`, as far as it can be told in a whole answer. */
export function substitute(fault: Fault, answer: Answer, logId: string): Answer {
	switch (fault.kind) {
		case 'status': {
			const status = fault.status ?? 502;
			if (status === 429 || status === 400) {
				const over = { limit: 100, resetSeconds: 1 };
				const style = { status, reset: fault.reset ?? 'omit' } as const;
				return refusalAnswer(frequencyRefusal(over, style), logId);
			}
			if (status === 500) return refusalAnswer(new Refusal(500, 1002001, 'system error'), logId);
			return { status, code: undefined, ...page(status, fault.location) };
		}
		case 'code': {
			const { http = 200, code = 1002001, msg = 'system error', data = {} } = fault;
			if (code === 0) return jsonAnswer(http, code, { msg, data });
			return refusalAnswer(new Refusal(http, code, msg), logId);
		}
		case 'html':
			return { status: fault.status ?? 200, code: undefined, ...page(fault.status ?? 200) };
		case 'emptyBody':
			return { ...answer, status: 200, code: undefined, body: '' };
		case 'truncatedJson':
			return { ...answer, code: undefined, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) };
		default:
			return answer;
	}
}

async function trickle(reply: ServerResponse, body: Buffer, overMs: number): Promise<void> {
	const pieces = Math.min(10, Math.max(1, body.length));
	const size = Math.ceil(body.length / pieces);
	for (let start = 0; start < body.length; start += size) {
		await pause(overMs / pieces);
		if (reply.destroyed) return;
		reply.write(body.subarray(start, start + size));
	}
	reply.end();
}

/** Puts the answer on the wire. Returns false when the client gets no whole HTTP answer. */
export async function deliver(
	reply: ServerResponse,
	answer: Answer,
	fault: Fault | undefined,
): Promise<boolean> {
	const kind = fault?.kind;
	// A client that gave up in the meantime gets nothing either.
	if (kind === 'hang' || reply.destroyed) return false;
	if (kind === 'dropBefore' || kind === 'dropAfter') {
		reply.destroy();
		return false;
	}
	const zipped = kind === 'gzipCut' ? gzipSync(answer.body) : undefined;
	const body = zipped ? zipped.subarray(0, Math.floor(zipped.length / 2)) : Buffer.from(answer.body);
	reply.writeHead(answer.status, {
		...answer.headers,
		...(zipped ? { 'content-encoding': 'gzip' } : {}),
		'content-length': String(body.length),
	});
	if (kind === 'dropMidBody') {
		reply.write(body.subarray(0, Math.floor(body.length / 2)), () => reply.destroy());
		return false;
	}
	if (kind === 'stall') {
		reply.write(body.subarray(0, Math.floor(body.length / 2)));
		return false;
	}
	if (kind === 'slow') await trickle(reply, body, fault?.overMs ?? 300);
	else reply.end(body);
	return true;
}
