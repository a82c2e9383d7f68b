/**
 * The platform's side of the long connection (使用长连接接收事件). Feishu publishes its rules (50 connections, each
 * event to a random one, acknowledged within 3 seconds), and its frames only in its SDKs: `vendorConnection.test.ts`
 * runs the vendor's client against this.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, type Message } from 'protobufjs';
import { WebSocketServer, type WebSocket } from 'ws';
import { bodyOf, type Occurrence } from './wire';

const { root } = parse(`
	syntax = "proto2";
	message Header { required string key = 1; required string value = 2; }
	message Frame {
		required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
		repeated Header headers = 5; optional string payload_encoding = 6; optional string payload_type = 7;
		optional bytes payload = 8; optional string LogIDNew = 9;
	}`);
export const FrameType = root.lookupType('Frame');

interface Frame {
	readonly method: number;
	readonly headers: Array<{ key: string; value: string }>;
	readonly payload?: Uint8Array;
}

const MOST_CONNECTIONS = 50;
const ACKNOWLEDGE_WITHIN_MS = 3_000;
const SERVICE = 33554678;

export interface LongConnectionOptions {
	readonly appId: string;
	readonly appSecret: string;
	readonly port?: number;
	/** In seconds. */
	readonly pingInterval?: number;
	readonly reconnectInterval?: number;
	readonly reconnectNonce?: number;
}

export class LongConnection {
	/** The code in each acknowledgement, in the order in which they came. */
	readonly acknowledged: number[] = [];
	pings = 0;
	/** How many addresses were asked for. */
	asked = 0;
	/** Answers pings. */
	answersPings = true;
	/** Sends whoever comes with an address on to this one. */
	redirect: string | undefined;
	/** Answers a question for an address with this code. */
	refusal: number | undefined;
	private readonly sockets = new Set<WebSocket>();
	private readonly waiting = new Map<string, (code: number | undefined) => void>();
	private readonly tickets = new Set<string>();
	private readonly http = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const answer = this.endpoint(request.url ?? '', Buffer.concat(chunks).toString());
			response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
		});
	});
	private readonly server = new WebSocketServer({ noServer: true });

	private constructor(private readonly options: LongConnectionOptions) {}

	static async start(options: LongConnectionOptions): Promise<LongConnection> {
		const platform = new LongConnection(options);
		platform.http.on('upgrade', (request, socket, head) => {
			const ticket = new URL(request.url ?? '', 'ws://x').searchParams.get('ticket') ?? '';
			if (platform.redirect !== undefined) {
				return void socket.end(`HTTP/1.1 302 Found\r\nLocation: ${platform.redirect}\r\n\r\n`);
			}
			// An address serves once.
			if (!platform.tickets.delete(ticket)) return void socket.destroy();
			platform.server.handleUpgrade(request, socket, head, (client) => platform.accept(client));
		});
		await new Promise<void>((resolve) => platform.http.listen(options.port ?? 0, '127.0.0.1', resolve));
		return platform;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
	}

	get connections(): number {
		return this.sockets.size;
	}

	/** Cuts every connection, without a word. */
	drop(): void {
		for (const socket of this.sockets) socket.terminate();
		this.sockets.clear();
		for (const lost of this.waiting.values()) lost(undefined);
		this.waiting.clear();
	}

	async close(): Promise<void> {
		this.drop();
		this.http.closeAllConnections();
		await new Promise((resolve) => this.http.close(resolve));
	}

	private get config() {
		const { pingInterval = 120, reconnectInterval = 0, reconnectNonce = 0 } = this.options;
		return {
			PingInterval: pingInterval,
			ReconnectCount: -1,
			ReconnectInterval: reconnectInterval,
			ReconnectNonce: reconnectNonce,
		};
	}

	private endpoint(path: string, body: string): Record<string, unknown> {
		this.asked += 1;
		const { AppID, AppSecret } = JSON.parse(body) as Record<string, unknown>;
		if (path !== '/callback/ws/endpoint') return { code: 404, msg: 'not found', data: {} };
		if (this.refusal !== undefined) return { code: this.refusal, msg: 'refused', data: {} };
		if (AppID !== this.options.appId || AppSecret !== this.options.appSecret) {
			return { code: 514, msg: 'auth failed', data: {} };
		}
		if (this.sockets.size >= MOST_CONNECTIONS) return { code: 1000040350, msg: 'too many', data: {} };
		const ticket = randomBytes(8).toString('hex');
		this.tickets.add(ticket);
		const host = this.url.replace('http', 'ws');
		return {
			code: 0,
			msg: '',
			data: {
				URL: `${host}/ws/v2?device_id=7&service_id=${SERVICE}&ticket=${ticket}`,
				ClientConfig: this.config,
			},
		};
	}

	private accept(socket: WebSocket): void {
		this.sockets.add(socket);
		socket.on('close', () => this.sockets.delete(socket));
		socket.on('message', (data) => {
			const frame = FrameType.decode(data) as Message & Frame;
			const headers = Object.fromEntries(frame.headers.map(({ key, value }) => [key, value]));
			if (frame.method === 0 && headers.type === 'ping') {
				this.pings += 1;
				if (this.answersPings) this.send(socket, 0, { type: 'pong' }, JSON.stringify(this.config));
				return;
			}
			const { code } = JSON.parse(Buffer.from(frame.payload ?? []).toString()) as { code: number };
			this.acknowledged.push(code);
			this.waiting.get(headers.message_id ?? '')?.(code);
		});
	}

	private send(
		socket: WebSocket,
		method: number,
		headers: Record<string, string>,
		payload: string | Buffer,
	): void {
		const list = Object.entries(headers).map(([key, value]) => ({ key, value }));
		const frame = {
			SeqID: 1,
			LogID: 2,
			service: SERVICE,
			method,
			headers: list,
			payload: Buffer.from(payload),
		};
		socket.send(FrameType.encode(FrameType.create(frame)).finish());
	}

	/** Sends an event to one of the connections, in parts. @returns the code of its acknowledgement; nothing where none came */
	async push(occurrence: Occurrence, parts = 1): Promise<number | undefined> {
		const sockets = [...this.sockets];
		const socket = sockets[Math.floor(Math.random() * sockets.length)];
		if (!socket) return undefined;
		const id = randomBytes(8).toString('hex');
		const whole = Buffer.from(JSON.stringify(bodyOf(occurrence, 'token', '2.0')));
		const size = Math.ceil(whole.length / parts);
		const code = new Promise<number | undefined>((resolve) => {
			const patience = setTimeout(() => resolve(undefined), ACKNOWLEDGE_WITHIN_MS);
			this.waiting.set(id, (given) => {
				clearTimeout(patience);
				resolve(given);
			});
		});
		for (let seq = 0; seq < parts; seq++) {
			const headers = {
				type: 'event',
				message_id: id,
				sum: String(parts),
				seq: String(seq),
				trace_id: 'trace',
			};
			this.send(socket, 1, headers, whole.subarray(seq * size, (seq + 1) * size));
		}
		const given = await code;
		this.waiting.delete(id);
		return given;
	}

	/** Sends an event until it is acknowledged; the tries follow as soon as there is a connection. */
	async deliver(occurrence: Occurrence, parts = 1): Promise<void> {
		for (let tries = 0; tries < 500; tries++) {
			if ((await this.push(occurrence, parts)) === 200) return;
			if (this.sockets.size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		}
		throw new Error('Nobody acknowledged the event');
	}
}
