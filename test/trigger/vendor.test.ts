/**
 * The vendor's own SDK against the same sender: it takes what the simulator sends, so the simulator speaks as Feishu
 * does. And what the SDK signs and decrypts is what the node does.
 */
import { adaptDefault, AESCipher, EventDispatcher } from '@larksuiteoapi/node-sdk';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypted, signatureOf } from '../../nodes/FeishuHireTrigger/signature';
import { eventTypes, samples } from '../simulator/events/samples';
import { Subscription } from '../simulator/events/subscription';
import { encrypt, wire, type Schema } from '../simulator/events/wire';
import { strategies } from './keys';

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

let server: Server | undefined;
afterEach(async () => {
	server?.closeAllConnections();
	await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
	server = undefined;
});

/** A server as the SDK's pages show it. */
async function vendor(strategy: { encryptKey: string; verificationToken: string }) {
	const handled: Array<Record<string, unknown>> = [];
	const note = async (data: Record<string, unknown>) => void handled.push(data);
	const dispatcher = new EventDispatcher({ ...strategy, logger: silent }).register(
		Object.fromEntries(eventTypes.map((type) => [type, note])),
	);
	const handle = adaptDefault('/', dispatcher, { autoChallenge: true });
	const started = createServer((request, response) => void handle(request, response));
	server = started;
	await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
	return { handled, app: new Subscription({ ...strategy, url, appId: 'cli_1' }) };
}

describe.each(Object.entries(strategies))('with %s', (_name, strategy) => {
	it("the SDK answers the simulator's check of the address", async () => {
		const { app } = await vendor(strategy);
		expect(await app.save()).toBeUndefined();
	});

	it.each<Schema>(['2.0', '1.0'])('the SDK takes the events of schema %s', async (schema) => {
		const { handled, app } = await vendor(strategy);
		for (const type of eventTypes) {
			if (schema === '1.0' && 'type' in samples[type]) continue;
			const occurrence = app.occur(type);
			expect((await app.push(occurrence, schema)).status).toBe(200);
			expect(handled.at(-1)).toMatchObject({
				...samples[type],
				...(schema === '2.0' ? { event_id: occurrence.id } : { uuid: occurrence.id }),
			});
		}
		expect(handled.length).toBeGreaterThan(10);
	});
});

it('the SDK refuses what was signed otherwise', async () => {
	const { handled, app } = await vendor(strategies['both keys']);
	const { headers, body } = wire({ schema: '2.0' }, strategies['both keys'], Date.now());
	await app.post({ headers: { ...headers, 'X-Lark-Request-Nonce': 'another' }, body });
	expect(handled).toEqual([]);
});

it("the page's own example decrypts to its own text", () => {
	expect(decrypted('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'test key')).toBe('hello world');
});

it.each(['', 'a', '{"challenge":"值"}', 'x'.repeat(15), 'x'.repeat(16), '招聘'.repeat(5_000)])(
	'the SDK and the node decrypt alike',
	(text) => {
		const encrypted = encrypt(text, 'key');
		expect(decrypted(encrypted, 'key')).toBe(text);
		expect(new AESCipher('key').decrypt(encrypted)).toBe(text);
	},
);

it('the SDK and the node sign alike', () => {
	const strategy = { encryptKey: 'key', verificationToken: '' };
	const { headers, body } = wire({ schema: '2.0' }, strategy, 1_700_000_000_000);
	const { 'X-Lark-Request-Timestamp': stamp = '', 'X-Lark-Request-Nonce': nonce = '' } = headers;
	const { requestHandle } = new EventDispatcher({ ...strategy, logger: silent });
	const lower = Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
	const data = Object.assign(Object.create({ headers: lower }) as object, JSON.parse(body) as object);
	expect(requestHandle?.checkIsEventValidated(data)).toBe(true);
	expect(signatureOf(stamp, nonce, 'key', Buffer.from(body))).toBe(headers['X-Lark-Signature']);
});
