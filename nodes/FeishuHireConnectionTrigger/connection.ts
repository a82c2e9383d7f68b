import type { IDataObject, ITriggerFunctions, Logger } from 'n8n-workflow';
import type { Clock } from '../engine/clock';
import { envelopeOf, isObject, type Envelope } from '../events/envelope';
import { endpointFor, NoConnection, wishesIn, type Endpoint, type ServerWishes } from './endpoint';
import { Fragments } from './fragments';
import { CONTROL, DATA, decode, encode, type Frame } from './frame';
import type { Socket, SocketClass } from './socket';

/** Who gets the events of a connection. */
export interface Listener {
	/** @throws where the event could not be taken and should come again */
	readonly event: (envelope: Envelope) => Promise<void>;
	/** There has been no connection for another hour. @returns whether to go on trying */
	readonly missed: (error: Error) => boolean;
	/** There is no connection any more, and none will be made. */
	readonly failed: (error: Error) => void;
}

/** What a connection works with. */
export interface Means {
	readonly credential: Readonly<IDataObject>;
	readonly request: ITriggerFunctions['helpers']['httpRequest'];
	readonly socketClass: SocketClass;
	readonly clock: Clock;
	readonly logger: Logger;
}

const OPEN_WITHIN_MS = 15_000;
/** For how long it is tried to get a lost connection back before the listeners are asked. */
const PATIENCE_MS = 60 * 60_000;
const CLOSE_NORMALLY = 1000;
const LOOK_MS = 1_000;

/** The one connection that an app has in this process, for all triggers that listen. */
export class Connection {
	private readonly listeners = new Set<Listener>();
	private readonly fragments: Fragments;
	private wishes: ServerWishes = wishesIn(undefined);
	private heardAt = -Infinity;
	private closed = false;
	/** Ends the session under way. */
	private end = () => {};
	private tellFirst: { done: () => void; failed: (error: Error) => void } | undefined;
	/** Is kept when the first attempt brings a connection, and broken when it does not. */
	readonly first = new Promise<void>((done, failed) => (this.tellFirst = { done, failed }));

	constructor(
		private readonly means: Means,
		private readonly forgotten: () => void,
	) {
		this.fragments = new Fragments(means.clock);
		// Whoever waits for it is told, and nobody has to wait.
		this.first.catch(() => {});
		void this.run();
	}

	add(listener: Listener): void {
		this.listeners.add(listener);
	}

	/** The last one to leave closes the connection. */
	remove(listener: Listener): void {
		if (this.listeners.delete(listener) && this.listeners.size === 0) this.close();
	}

	private close(): void {
		this.closed = true;
		this.forgotten();
		this.end();
	}

	/** Stays connected until it is closed, or has failed for as long as the listeners want. */
	private async run(): Promise<void> {
		const { clock, logger } = this.means;
		const app = String(this.means.credential.appId);
		let lostAt: number | undefined;
		for (let attempts = 0; !this.closed; attempts++) {
			if (attempts > 0) await this.pass(this.pause(attempts), () => this.closed);
			if (this.closed) return;
			try {
				await this.session(() => {
					if (lostAt !== undefined) logger.info(`Feishu Hire: the long connection of ${app} is back`);
					lostAt = undefined;
					attempts = 0;
					this.tellFirst?.done();
					this.tellFirst = undefined;
				});
			} catch (error) {
				const reason = error instanceof NoConnection ? error : new NoConnection('It could not be opened');
				if (this.tellFirst ?? reason.lasting) return this.fail(reason);
				if (lostAt !== undefined && clock.now() - lostAt >= PATIENCE_MS) {
					if (!this.goesOn(reason)) return this.fail(reason);
					lostAt = clock.now();
				}
			}
			if (lostAt === undefined && !this.closed) {
				lostAt = clock.now();
				logger.warn(`Feishu Hire: the long connection of ${app} is lost; it will be made again`);
			}
		}
	}

	/** Tells every listener that an hour is over; each has to be told. */
	private goesOn(reason: Error): boolean {
		return [...this.listeners].map((listener) => listener.missed(reason)).every(Boolean);
	}

	private fail(reason: Error): void {
		this.tellFirst?.failed(reason);
		const listeners = this.tellFirst ? [] : [...this.listeners];
		this.close();
		for (const listener of listeners) listener.failed(reason);
	}

	/** The first attempt comes at any moment of the server's jitter, so that not all clients come at once. */
	private pause(attempts: number): number {
		const { jitterMs, reconnectMs } = this.wishes;
		return attempts === 1 ? this.means.clock.random() * jitterMs : reconnectMs;
	}

	/** One connection, from its address to its end. @throws NoConnection where there was none */
	private async session(connected: () => void): Promise<void> {
		const { credential, request, socketClass } = this.means;
		const endpoint = await endpointFor(request, credential);
		if (this.closed) return;
		this.wishes = endpoint.wishes;
		const socket = new socketClass(endpoint.url);
		socket.binaryType = 'arraybuffer';
		socket.addEventListener('message', ({ data }) => void this.heard(socket, data));
		const state = { open: false, ended: false };
		const opened = new Promise<void>((resolve) =>
			socket.addEventListener('open', () => {
				state.open = true;
				resolve();
			}),
		);
		const over = new Promise<void>((resolve) => {
			this.end = () => {
				state.ended = true;
				resolve();
			};
			socket.addEventListener('error', this.end);
			socket.addEventListener('close', this.end);
		});
		try {
			const opening = this.pass(OPEN_WITHIN_MS, () => state.open || state.ended);
			await Promise.race([opened, over, opening]);
			if (this.closed) return;
			if (!state.open || state.ended) throw new NoConnection('Feishu does not open the long connection');
			connected();
			void this.keepAlive(socket, endpoint, state, this.end);
			await over;
		} finally {
			socket.close(CLOSE_NORMALLY);
		}
	}

	/**
	 * Lets so much time pass, or less where it is of no use any more. It looks for that, since Node.js may keep a trace
	 * of each sleep that hangs on a signal for as long as the signal lives.
	 */
	private async pass(milliseconds: number, useless: () => boolean): Promise<void> {
		const { clock } = this.means;
		const until = clock.now() + milliseconds;
		while (!useless() && clock.now() < until) await clock.sleep(Math.min(LOOK_MS, until - clock.now()));
	}

	/** Pings as often as the server wants, until the connection has ended or nothing comes back. */
	private async keepAlive(
		socket: Socket,
		{ service }: Endpoint,
		state: { readonly ended: boolean },
		end: () => void,
	): Promise<void> {
		const { clock } = this.means;
		const ping: Frame = { seqId: 0n, logId: 0n, service, method: CONTROL, headers: [['type', 'ping']] };
		this.heardAt = -Infinity;
		while (!state.ended) {
			const pingedAt = clock.now();
			socket.send(encode(ping));
			await this.pass(this.wishes.pingMs, () => state.ended);
			if (this.heardAt < pingedAt) end();
		}
	}

	private async heard(socket: Socket, data: unknown): Promise<void> {
		const { clock, logger } = this.means;
		this.heardAt = clock.now();
		try {
			const frame = decode(Buffer.from(data as ArrayBuffer));
			if (frame.method === CONTROL) this.control(frame);
			if (frame.method === DATA) await this.message(socket, frame);
		} catch {
			logger.warn('Feishu Hire: a message of the long connection could not be read');
		}
	}

	private control({ headers, payload }: Frame): void {
		const type = new Map(headers).get('type');
		if (type === 'pong' && payload?.length) {
			this.wishes = wishesIn(JSON.parse(Buffer.from(payload).toString('utf8')), this.wishes);
		}
	}

	/** An event is acknowledged once every trigger has taken it. */
	private async message(socket: Socket, frame: Frame): Promise<void> {
		const { clock } = this.means;
		const headers = new Map(frame.headers);
		if (headers.get('type') !== 'event') return;
		const whole = this.fragments.add(
			headers.get('message_id') ?? '',
			Number(headers.get('sum')),
			Number(headers.get('seq')),
			frame.payload ?? new Uint8Array(),
		);
		if (!whole) return;
		const start = clock.now();
		const code = (await this.taken(whole)) ? 200 : 500;
		const took = String(Math.round(clock.now() - start));
		socket.send(
			encode({
				...frame,
				headers: [...frame.headers, ['biz_rt', took]],
				payload: Buffer.from(JSON.stringify({ code })),
			}),
		);
	}

	private async taken(message: Buffer): Promise<boolean> {
		const body: unknown = JSON.parse(message.toString('utf8'));
		const envelope = isObject(body) ? envelopeOf(body) : undefined;
		if (!envelope || envelope.appId !== this.means.credential.appId) return true;
		const listeners = [...this.listeners];
		const all = await Promise.allSettled(listeners.map(async ({ event }) => await event(envelope)));
		return all.every(({ status }) => status === 'fulfilled');
	}
}
