/** How long a lost connection is tried for, and how often: on a clock of its own. */
import type { IDataObject, Logger } from 'n8n-workflow';
import { Connection } from '../../nodes/FeishuHireConnectionTrigger/connection';
import { encode } from '../../nodes/FeishuHireConnectionTrigger/frame';
import type { Socket } from '../../nodes/FeishuHireConnectionTrigger/socket';
import { FakeClock } from '../engine/fakeClock';

const pong = encode({ seqId: 0n, logId: 0n, service: 1n, method: 0n, headers: [['type', 'pong']] });
const HOUR_MS = 60 * 60_000;

/** A platform that gives addresses as long as it is up, to sockets that open at once. */
function connected(
	config: IDataObject = { PingInterval: 120, ReconnectInterval: 120, ReconnectNonce: 30 },
	address = 'wss://x',
	goesOn = false,
) {
	const clock = new FakeClock(() => 0.5);
	const sockets: Array<{ close: () => void; sent: number }> = [];
	const asked: number[] = [];
	const log: string[] = [];
	const failed: Error[] = [];
	const missed: Error[] = [];
	const platform = { up: true, answers: true, sockets, asked, log, failed, missed, clock };
	class Opened implements Socket {
		binaryType = 'blob';
		sent = 0;
		private readonly closed: Array<() => void> = [];
		private hear: (event: { data: unknown }) => void = () => {};
		constructor() {
			sockets.push(this);
		}
		send() {
			this.sent++;
			if (platform.answers) this.hear({ data: pong });
		}
		close() {
			for (const listener of this.closed.splice(0)) listener();
		}
		addEventListener(type: string, listener: (event: { data: unknown }) => void) {
			if (type === 'message') this.hear = listener;
			if (type === 'open') queueMicrotask(() => listener({ data: undefined }));
			if (type === 'close') this.closed.push(() => listener({ data: undefined }));
		}
	}
	const note = (message: string) => void log.push(message);
	const connection = new Connection(
		{
			credential: { region: 'feishu', appId: 'cli_1', appSecret: 's' },
			request: async () => {
				asked.push(clock.now());
				if (!platform.up) throw new Error('no answer');
				const URL = `${address}/?service_id=1&ticket=secret`;
				return { statusCode: 200, headers: {}, body: { code: 0, data: { URL, ClientConfig: config } } };
			},
			socketClass: Opened,
			clock,
			logger: { debug: note, info: note, warn: note, error: note } as unknown as Logger,
		},
		() => void log.push('forgotten'),
	);
	connection.add({
		event: async () => {},
		missed: (error) => {
			missed.push(error);
			return goesOn;
		},
		failed: (error) => void failed.push(error),
	});
	return { connection, platform };
}

it('a lost connection is tried for an hour at the pace that the server wants, and then the workflow fails', async () => {
	const { connection, platform } = connected();
	const { clock, asked, sockets, failed, log } = platform;
	await connection.first;
	await clock.pass(1_000);
	platform.up = false;
	const lostAt = clock.now();
	sockets[0]?.close();
	await clock.pass(HOUR_MS - 60_000);
	expect(failed).toEqual([]);
	// The first within the jitter of 30 seconds, the others every two minutes.
	const waits = asked.slice(1).map((at, index) => at - (index === 0 ? lostAt : (asked[index] ?? 0)));
	expect(waits[0]).toBe(15_000);
	expect(new Set(waits.slice(1))).toEqual(new Set([120_000]));
	await clock.pass(4 * 60_000);
	expect(failed).toHaveLength(1);
	expect(failed[0]?.message).toContain('Feishu cannot be reached');
	const tried = asked.length;
	await clock.pass(HOUR_MS);
	expect(asked).toHaveLength(tried);
	expect(log).toEqual([expect.stringContaining('is lost'), 'forgotten']);
});

it('where n8n can show a failure and go on, it is told every hour, and the connection comes back by itself', async () => {
	const { connection, platform } = connected(undefined, undefined, true);
	const { clock, sockets, failed, missed, log } = platform;
	await connection.first;
	platform.up = false;
	sockets[0]?.close();
	await clock.pass(12 * HOUR_MS);
	expect(missed).toHaveLength(11);
	expect(missed[0]?.message).toContain('Feishu cannot be reached');
	platform.up = true;
	await clock.pass(3 * 60_000);
	expect(sockets).toHaveLength(2);
	expect(failed).toEqual([]);
	expect(log).toEqual([expect.stringContaining('is lost'), expect.stringContaining('is back')]);
});

it('the hour begins anew with each connection', async () => {
	const { connection, platform } = connected();
	const { clock, sockets, failed } = platform;
	await connection.first;
	for (let losses = 1; losses <= 3; losses++) {
		platform.up = false;
		sockets.at(-1)?.close();
		await clock.pass(50 * 60_000);
		platform.up = true;
		await clock.pass(3 * 60_000);
		expect(sockets).toHaveLength(losses + 1);
	}
	expect(failed).toEqual([]);
});

it('a connection that answers no ping is made anew after one interval', async () => {
	const { connection, platform } = connected({
		PingInterval: 60,
		ReconnectInterval: 120,
		ReconnectNonce: 10,
	});
	await connection.first;
	await platform.clock.pass(10 * 60_000 - 1_000);
	expect(platform.sockets).toHaveLength(1);
	platform.answers = false;
	await platform.clock.pass(60_000);
	await platform.clock.pass(7_000);
	expect(platform.sockets).toHaveLength(2);
	expect(platform.sockets[0]?.sent).toBe(11);
});

it('a server that wants pings and connections without a pause gets one of each a second', async () => {
	const { connection, platform } = connected({
		PingInterval: 0.001,
		ReconnectInterval: 0,
		ReconnectNonce: 0,
	});
	await connection.first;
	await platform.clock.pass(60_000);
	expect(platform.sockets[0]?.sent).toBeLessThanOrEqual(61);
	platform.up = false;
	platform.sockets[0]?.close();
	await platform.clock.pass(60_000);
	expect(platform.asked.length).toBeLessThanOrEqual(62);
});

it.each([0, -1, 1e9, '120', null, Infinity])(
	'a ping interval of %j is none, and the usual one holds',
	async (given) => {
		const { connection, platform } = connected({ PingInterval: given } as IDataObject);
		await connection.first;
		await platform.clock.pass(10 * 60_000 + 1_000);
		expect(platform.sockets[0]?.sent).toBe(6);
	},
);

it.each(['ws://x', 'http://x', 'https://x', 'file://x', 'javascript:x'])(
	'an address of %s is refused where Feishu was asked over TLS, and not told',
	async (address) => {
		const { connection, platform } = connected({}, address);
		await expect(connection.first).rejects.toMatchObject({
			message: 'Feishu gives an address for a long connection that is not encrypted',
		});
		expect(platform.sockets).toEqual([]);
	},
);
