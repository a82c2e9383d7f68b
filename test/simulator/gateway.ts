/** The way of one request: fault, token, limit, scope, route, answer. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
	frequencyRefusal,
	logIdOf,
	plainNotFound,
	refusalAnswer,
	scopeRefusal,
	successAnswer,
} from './answer';
import type { Answer } from './answer';
import { deliver, substitute } from './damage';
import { actsUnder } from './faults';
import type { Fault } from './faults';
import type { ArrivedRequest, LoggedRequest } from './journal';
import { pause } from './latency';
import { Refusal } from './refusal';
import { parseJson } from './route';
import type { Route } from './route';
import type { World } from './world';

const isGranted = (world: World, scopes: readonly string[]) =>
	scopes.some((scope) => world.scopes.has(scope));

/** The app that asks, or the reason why it may not. Frequency is counted here, when the request arrives. */
function admit(world: World, route: Route, arrived: ArrivedRequest): string | undefined {
	if (route.scopes.length === 0) return undefined;
	const appId = world.tokens.appOf(arrived.headers.authorization);
	const { limits, frequencyStyle } = world.settings;
	if (limits !== false) {
		const published = limits === true ? route.limits : (limits[route.name] ?? route.limits);
		const over = world.limiter.admit(`${appId} ${route.name}`, published, arrived.at);
		if (over) throw frequencyRefusal(over, frequencyStyle);
	}
	if (!isGranted(world, route.scopes)) throw scopeRefusal(route, appId);
	return appId;
}

function act(
	world: World,
	route: Route,
	arrived: ArrivedRequest,
	raw: Buffer,
	params: Record<string, string>,
): Answer {
	const result = route.answer(
		{ params, query: arrived.query, raw, contentType: arrived.headers['content-type'] },
		{
			company: world.company,
			tokens: world.tokens,
			behaviour: world.settings,
			now: world.now(),
			granted: (scopes) => isGranted(world, scopes),
			origin: `http://${arrived.headers.host ?? 'localhost'}`,
			applied: (id, changed = true) =>
				world.journal.applied.push({
					seq: arrived.seq,
					at: world.now(),
					route: route.name,
					id,
					body: arrived.body,
					changed,
				}),
		},
	);
	return successAnswer(route, result);
}

function describe(failure: unknown, logId: string, route: Route): Answer {
	const refusal =
		failure instanceof Refusal
			? failure
			: // A mistake of the simulator itself must not pass for one of Feishu's answers.
				new Refusal(
					500,
					-1,
					`the simulator failed: ${failure instanceof Error ? failure.stack : String(failure)}`,
				);
	return refusalAnswer(refusal, logId, route.envelope);
}

/** Carries the request out, or finds why not. The token or limit may refuse it at once, the route later. */
async function answerTo(
	world: World,
	route: Route | undefined,
	entry: LoggedRequest,
	raw: Buffer,
	params: Record<string, string>,
): Promise<Answer> {
	const { latency } = world.settings;
	if (!route) return plainNotFound();
	try {
		entry.appId = admit(world, route, entry);
		await pause(world.delay(latency.before, entry));
		const answer = act(world, route, entry, raw, params);
		entry.acted = true;
		await pause(world.delay(latency.after, entry));
		return answer;
	} catch (failure) {
		return describe(failure, entry.logId, route);
	}
}

const NOTHING_DONE = '{"code":0,"msg":"success","data":{}}';

function answerOfNone(): Answer {
	return {
		status: 200,
		code: 0,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: NOTHING_DONE,
	};
}

/** A file that is uploaded is not kept a second time, and never taken for JSON. */
function readable(raw: Buffer, contentType: string | undefined): { rawBody: string; body: unknown } {
	if (/^multipart\//i.test(contentType ?? '')) return { rawBody: `(${raw.length} bytes)`, body: undefined };
	return { rawBody: raw.toString('utf8'), body: parseJson(raw) };
}

export function gateway(world: World) {
	return async (route: Route | undefined, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
		const [path = '/'] = request.url.split('?');
		const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
		const now = world.now();
		const seq = world.journal.arrive(route?.name ?? `${request.method} ${path}`);
		const entry: LoggedRequest = {
			seq,
			at: now,
			method: request.method,
			path,
			route: route?.name,
			query: { ...(request.query as Record<string, string | string[]>) },
			headers: request.headers,
			...readable(raw, request.headers['content-type']),
			appId: undefined,
			acted: false,
			status: undefined,
			code: undefined,
			responseBody: undefined,
			logId: logIdOf(now, seq),
			fault: undefined,
		};
		world.journal.log(entry);
		for (const listener of world.listeners) listener(entry);
		const fault: Fault | undefined = world.faults.take(entry);
		entry.fault = fault?.kind;
		reply.hijack();

		const real =
			fault && !actsUnder(fault)
				? answerOfNone()
				: await answerTo(world, route, entry, raw, request.params as Record<string, string>);
		const answer = fault ? substitute(fault, real, entry.logId) : real;
		answer.headers['x-tt-logid'] = entry.logId;
		answer.headers.date = new Date(now).toUTCString();
		if (await deliver(reply.raw, answer, fault)) {
			entry.status = answer.status;
			entry.code = answer.code;
			entry.responseBody = typeof answer.body === 'string' ? answer.body : `(${answer.body.length} bytes)`;
		}
	};
}
