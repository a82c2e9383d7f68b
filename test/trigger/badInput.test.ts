/** What is no event of the app's: refused with the right status, nothing started, nothing of it said anywhere. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { startSimulator, type Simulator } from '../simulator';
import { eventTypes } from '../simulator/events/samples';
import { Subscription } from '../simulator/events/subscription';
import { bodyOf, wire, type Strategy, type Wire } from '../simulator/events/wire';
import { Host } from './host';
import { both, credentialOf, strategies } from './keys';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Random bodies for each way to sign; 10,000 in all in `npm run test:long`. */
const BODIES = 5 * Number(process.env.SCHEDULES ?? 250);

let simulator: Simulator;
let host: Host;
let app: Subscription;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
afterEach(async () => await host.close());

async function connect(strategy: Strategy = both): Promise<void> {
	host = await Host.start({
		access: simulator,
		credential: credentialOf(simulator, strategy),
		parameters: { events: eventTypes },
	});
	app = new Subscription({ ...strategy, url: host.url, appId: simulator.appId });
}
beforeEach(async () => await connect());

const MARK = 'candidate-from-the-body';

const event = (more = {}) =>
	bodyOf(
		{ ...app.occur('hire.talent.deleted_v1'), event: { talent_id: MARK }, ...more },
		both.verificationToken,
		'2.0',
	);

const genuine = (now = Date.now()) => wire(event(), both, now);

const refuses = async (request: Parameters<Subscription['post']>[0], status: number) => {
	const answer = await app.post(request);
	expect(answer.status).toBe(status);
	expect(host.started).toEqual([]);
	expect(JSON.stringify([answer.data, host.log])).not.toContain(MARK);
};

const changed = ({ headers, body }: Wire, more: Record<string, string>): Wire => ({
	headers: { ...headers, ...more },
	body,
});
const without = ({ headers, body }: Wire, name: string): Wire => {
	const { [name]: _, ...rest } = headers;
	return { headers: rest, body };
};

it('the genuine request is let in, so that the refusals below are for what is wrong with them', async () => {
	expect((await app.post(genuine())).status).toBe(200);
	expect(host.started).toHaveLength(1);
});

it.each<[string, () => Wire]>([
	['without a signature', () => without(genuine(), 'X-Lark-Signature')],
	['without a stamp', () => without(genuine(), 'X-Lark-Request-Timestamp')],
	['without a nonce', () => without(genuine(), 'X-Lark-Request-Nonce')],
	['with an empty signature', () => changed(genuine(), { 'X-Lark-Signature': '' })],
	['with a signature cut short', () => changed(genuine(), { 'X-Lark-Signature': 'ab' })],
	['with a signature of the right length', () => changed(genuine(), { 'X-Lark-Signature': 'a'.repeat(64) })],
	[
		'with a signature in capitals',
		() => {
			const request = genuine();
			return changed(request, {
				'X-Lark-Signature': String(request.headers['X-Lark-Signature']).toUpperCase(),
			});
		},
	],
	[
		'with another stamp',
		() => changed(genuine(), { 'X-Lark-Request-Timestamp': String(Math.floor(Date.now() / 1000) - 1) }),
	],
	['with another nonce', () => changed(genuine(), { 'X-Lark-Request-Nonce': 'n' })],
	['signed more than five minutes ago', () => genuine(Date.now() - 302_000)],
	['signed for more than five minutes from now', () => genuine(Date.now() + 302_000)],
	[
		'with a stamp that is no number',
		() => {
			const request = genuine(NaN);
			return request;
		},
	],
	[
		'signed and encrypted with another key',
		() => wire(event(), { ...both, encryptKey: 'another' }, Date.now()),
	],
	['with another body under a genuine signature', () => ({ ...genuine(), body: genuine().body })],
	['plain, where an encrypt key is set', () => wire(event(), { ...both, encryptKey: '' }, Date.now())],
	[
		'with another verification token',
		() => wire(bodyOf(app.occur('hire.talent.deleted_v1'), 'another', '2.0'), both, Date.now()),
	],
	[
		'with no verification token',
		() => {
			const body = event() as { header: Record<string, unknown> };
			delete body.header.token;
			return wire(body, both, Date.now());
		},
	],
	[
		'encrypted text cut short',
		() => {
			const { encrypt } = JSON.parse(genuine().body) as { encrypt: string };
			return { headers: genuine().headers, body: JSON.stringify({ encrypt: encrypt.slice(0, 40) }) };
		},
	],
	['empty encrypted text', () => ({ headers: genuine().headers, body: '{"encrypt":""}' })],
	['encrypted object', () => ({ headers: genuine().headers, body: '{"encrypt":{}}' })],
	['encrypted list', () => ({ headers: genuine().headers, body: '{"encrypt":["a"]}' })],
])('an event %s is refused with 401', async (_what, request) => {
	await refuses(request(), 401);
});

it.each<[string, unknown]>([
	['a list', [event]],
	['a text', 'hello'],
	['a number', 1],
	['nothing', null],
])('a body that is %s is refused with 400', async (_what, body) => {
	await refuses({ headers: genuine().headers, body: JSON.stringify(body) }, 400);
});

it.each<[string, Record<string, unknown>]>([
	['no header', { schema: '2.0', token: both.verificationToken }],
	[
		'a list for its header',
		{ schema: '2.0', header: [both.verificationToken], token: both.verificationToken },
	],
	[
		'no event',
		{ schema: '2.0', header: { token: both.verificationToken, event_id: '1', event_type: 'x', app_id: 'y' } },
	],
	[
		'a list for its event',
		{
			schema: '2.0',
			header: { token: both.verificationToken, event_id: '1', event_type: 'x', app_id: 'y' },
			event: [MARK],
		},
	],
	[
		'a number for its ID',
		{
			schema: '2.0',
			header: { token: both.verificationToken, event_id: 1, event_type: 'x', app_id: 'y' },
			event: {},
		},
	],
	[
		'an endless ID',
		{
			schema: '2.0',
			header: { token: both.verificationToken, event_id: 'x'.repeat(300), event_type: 'x', app_id: 'y' },
			event: {},
		},
	],
	[
		'no ID in the old schema',
		{ token: both.verificationToken, type: 'event_callback', event: { type: 'x', app_id: 'y' } },
	],
	['no app', { token: both.verificationToken, uuid: '1', event: { type: 'x' } }],
])('a signed event with %s is refused', async (_what, body) => {
	const { status } = await app.post(wire(body, both, Date.now()));
	expect([400, 401]).toContain(status);
	expect(host.started).toEqual([]);
});

it.each<[string, unknown]>([
	['a list', ['x']],
	['an object', { toString: 'x' }],
	['an endless text', 'x'.repeat(5_000)],
	['nothing', undefined],
])('a check of the address whose challenge is %s is refused with 400', async (_what, challenge) => {
	await refuses(
		wire({ challenge, token: both.verificationToken, type: 'url_verification' }, both, Date.now(), false),
		400,
	);
});

it('a plain check of the address is refused where an encrypt key is set', async () => {
	const body = { challenge: MARK, token: both.verificationToken, type: 'url_verification' };
	await refuses(wire(body, { ...both, encryptKey: '' }, Date.now()), 401);
});

it('an encrypted event is refused where no encrypt key is set', async () => {
	await host.close();
	await connect(strategies['the verification token alone']);
	await refuses(genuine(), 401);
});

it('a repeated request is taken for a repeat of Feishu, and starts nothing', async () => {
	const request = genuine();
	for (let times = 0; times < 3; times++) expect((await app.post(request)).status).toBe(200);
	expect(host.started).toHaveLength(1);
});

it('a body of more than 1 MB is refused with 413', async () => {
	const body = JSON.stringify({ encrypt: 'x'.repeat(1024 * 1024) });
	await refuses({ headers: genuine().headers, body }, 413);
});

it('a compressed body is refused with 415', async () => {
	const { headers, body } = genuine();
	await refuses({ headers: { ...headers, 'Content-Encoding': 'gzip' }, body: gzipSync(body) }, 415);
});

it('an empty body is refused with 400', async () => {
	await refuses({ headers: { 'Content-Type': 'application/json' }, body: '' }, 400);
});

it('10,000 random and changed bodies are refused, or are what they were', async () => {
	await host.close();
	const raw = fc.oneof(
		fc.string(),
		fc.json(),
		fc
			.record({ encrypt: fc.oneof(fc.string(), fc.base64String({ minLength: 44 }), fc.jsonValue()) })
			.map((value) => JSON.stringify(value)),
		fc
			.record(
				{ schema: fc.jsonValue(), header: fc.jsonValue(), event: fc.jsonValue(), token: fc.jsonValue() },
				{ requiredKeys: [] },
			)
			.map((value) => JSON.stringify(value)),
		fc
			.record({ type: fc.constant('url_verification'), challenge: fc.jsonValue(), token: fc.jsonValue() })
			.map((value) => JSON.stringify(value)),
	);
	const mutation = fc.record({
		at: fc.nat(1_000),
		with: fc.string({ minLength: 1, maxLength: 3 }),
		cut: fc.nat(20),
	});
	for (const strategy of [both, strategies['the verification token alone']]) {
		await connect(strategy);
		const start = process.memoryUsage().heapUsed;
		await fc.assert(
			fc.asyncProperty(raw, mutation, fc.boolean(), async (random, { at, with: text, cut }, mutated) => {
				const { headers, body } = wire(event(), strategy, Date.now());
				const place = at % body.length;
				const changedBody = `${body.slice(0, place)}${text}${body.slice(place + cut)}`;
				fc.pre(!mutated || changedBody !== body);
				const before = host.started.length;
				const { status, data } = await app.post({
					headers: { ...headers, 'Content-Type': 'text/plain' },
					body: mutated ? changedBody : random,
				});
				const plain = strategy.encryptKey === '';
				// A plain body is not signed: a change may leave a well-formed event of the app, with its token.
				if (!(plain && mutated)) {
					expect([400, 401]).toContain(status);
					expect(host.started).toHaveLength(before);
				} else {
					expect([200, 400, 401]).toContain(status);
				}
				expect(JSON.stringify(data)).not.toContain(MARK);
			}),
			{ numRuns: BODIES },
		);
		expect(JSON.stringify(host.log)).not.toContain(MARK);
		collectGarbage();
		expect(process.memoryUsage().heapUsed - start).toBeLessThan(50 * 1024 * 1024);
		if (strategy === both) await host.close();
	}
}, 300_000);
