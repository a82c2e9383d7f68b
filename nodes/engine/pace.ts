import type { Limit } from '../declare/operation';
import { unlessAborted, type Clock } from './clock';
import { RoundTrips } from './roundTrips';
import { ARRIVED_MS, Sent, Window } from './window';

/** How much longer than asked a hold may last, so that several n8n workers do not come back at the same moment. */
const LONGEST_JITTER_MS = 1_000;

/**
 * When a long window opens, its requests start at this share of their even distance instead of all at once, so that
 * workers mix within it. Of five workers at 100 a minute 19 to 22 of 100 requests were refused without it, and 14 with
 * it (test/engine/sharing).
 */
const SPREAD = 0.05;

/** The shortest sleep that timers know. */
const TICK_MS = 1;

/** What the next request waits for: a limit, or the end of a hold. */
interface Delay {
	readonly milliseconds: number;
	readonly limit?: Limit;
	/** Where its answer may end the wait: the request that has the place. */
	readonly holder?: Sent;
}

/** What else a request waits for, when its turn has come. Throws where it is not to be sent at all. */
type Ready = () => Promise<void>;

/** Keeps one route within its published limits, several windows at once. */
export class Pace {
	private readonly trips: RoundTrips;
	private readonly windows: readonly Window[];
	/** How long the longest of them is, in milliseconds. */
	private readonly longest: number;
	private blockedUntil = 0;
	private spacedUntil = 0;
	private queue: Promise<unknown> = Promise.resolve();
	private waiting = 0;
	private busy = 0;
	/** The limit that the last wait was for; nothing where it was for the end of a hold. */
	ruling?: Limit;
	private usedAt: number;
	/** Ends the wait for any answer. */
	private answer = new AbortController();

	constructor(
		limits: readonly Limit[],
		private readonly clock: Clock,
	) {
		this.trips = new RoundTrips(Math.min(...limits.map(({ requests }) => requests)));
		const now = clock.now();
		this.usedAt = now;
		this.windows = limits.map((limit) => new Window(limit, this.trips, now));
		this.longest = Math.max(0, ...this.windows.map(({ milliseconds }) => milliseconds));
	}

	/** Whether all that it has sent has left the windows. */
	idle(now: number): boolean {
		return this.busy === 0 && this.blockedUntil <= now && this.usedAt + ARRIVED_MS + this.longest <= now;
	}

	/**
	 * Feishu has refused a request for frequency, and asks to wait so many milliseconds. Its place waits a little more,
	 * and others go on in the rest of the share; where no limit explains the wait, nothing starts until then.
	 */
	refused(sent: Sent, milliseconds: number): void {
		// Of several that may be the cause, the one that this process has used up most.
		const explains = this.windows.filter((window) => window.milliseconds >= milliseconds);
		if (explains.length === 0) return this.hold(milliseconds);
		const now = this.clock.now();
		const window = explains.reduce((fullest, other) =>
			other.fullness(now) > fullest.fullness(now) ? other : fullest,
		);
		window.refused(sent, now + milliseconds + this.jitter(milliseconds), now, this.clock.random());
	}

	/**
	 * Nothing starts for so many milliseconds, and a little more.
	 * The jitter is drawn once for all requests that are refused together: the longest of many would be no jitter.
	 */
	hold(milliseconds: number): void {
		const until = this.clock.now() + milliseconds;
		if (until <= this.blockedUntil) return;
		this.blockedUntil = until + this.jitter(milliseconds);
	}

	private jitter(milliseconds: number): number {
		return this.clock.random() * Math.min(milliseconds / 2, LONGEST_JITTER_MS);
	}

	/**
	 * Runs `request` as soon as the limits allow it, in the order of the calls, and not before `ready` resolves.
	 * @throws what `ready` throws, without having run it
	 */
	async through<T>(
		request: (sent: Sent) => Promise<T>,
		ready: Ready = async () => {},
		signal?: AbortSignal,
	): Promise<T> {
		this.busy++;
		try {
			const sent = await this.enter(ready, signal);
			// A process with much to do sends late, and its timers come late. That is no part of the way: the next
			// request may leave at once.
			void this.clock.sleep(TICK_MS).then(() => sent.left(this.clock.now() - TICK_MS));
			try {
				return await request(sent);
			} finally {
				this.leave(sent);
			}
		} finally {
			this.busy--;
		}
	}

	private async enter(ready: Ready, signal?: AbortSignal): Promise<Sent> {
		await ready();
		if (this.waiting === 0 && this.delay() === undefined) return this.take();
		this.waiting++;
		const turn = this.queue.then(async () => {
			await this.free(ready, signal);
			this.space();
			return this.take();
		});
		this.queue = turn.catch(() => {});
		try {
			// Another run may be at the head of the queue and asleep: whoever is stopped leaves without waiting for it.
			const sent = await unlessAborted(turn, signal);
			if (!sent) await ready();
			return sent ?? (await turn);
		} finally {
			this.waiting--;
		}
	}

	private space(): void {
		const { requests, perSeconds } = this.ruling ?? { requests: 1, perSeconds: 0 };
		if (perSeconds > 1) this.spacedUntil = this.clock.now() + ((perSeconds * 1000) / requests) * SPREAD;
	}

	private take(): Sent {
		this.usedAt = this.clock.now();
		const sent = new Sent(this.usedAt);
		for (const window of this.windows) window.take(sent);
		return sent;
	}

	private leave(sent: Sent): void {
		sent.answered(this.clock.now());
		if (sent.trip > 0) this.trips.add(sent.trip);
		// Without a reason it would hold an error, and with its stack the run that this request was of.
		this.answer.abort('answered');
	}

	private delay(): Delay | undefined {
		const now = this.clock.now();
		let longest: Delay | undefined;
		if (this.spacedUntil > now) longest = { milliseconds: this.spacedUntil - now, limit: this.ruling };
		if (this.blockedUntil > Math.max(now, this.spacedUntil))
			longest = { milliseconds: this.blockedUntil - now };
		for (const window of this.windows) {
			const next = window.next();
			const milliseconds = next ? next.free - now : 0;
			if (next && milliseconds > (longest?.milliseconds ?? 0)) {
				longest = { milliseconds, limit: window.limit, holder: next.holder };
			}
		}
		return longest;
	}

	private async free(ready: Ready, signal?: AbortSignal): Promise<void> {
		for (;;) {
			await ready();
			const delay = this.delay();
			if (!delay) return;
			this.ruling = delay.limit;
			const now = this.clock.now();
			const growsAt = this.windows.find(({ limit }) => limit === delay.limit)?.wanted(now) ?? Infinity;
			if (growsAt > now)
				await this.clock.sleep(Math.min(delay.milliseconds, growsAt - now), this.wake(delay, signal));
		}
	}

	/** What ends a wait before its time. */
	private wake({ holder }: Delay, signal?: AbortSignal): AbortSignal | undefined {
		if (!holder || holder.trip > 0) return signal;
		this.answer = new AbortController();
		return AbortSignal.any(signal ? [signal, this.answer.signal] : [this.answer.signal]);
	}
}

const paces = new Map<string, Pace>();

/** The pace of one route of one app, shared by all executions of this process. */
export function paceOf(app: string, route: string, limits: readonly Limit[], clock: Clock): Pace {
	const key = `${app} ${route}`;
	let pace = paces.get(key);
	const now = clock.now();
	// One that is idle would begin with a share that was small long ago.
	if (!pace || pace.idle(now)) {
		for (const [other, unused] of paces) if (unused.idle(now)) paces.delete(other);
		pace = new Pace(limits, clock);
		paces.set(key, pace);
	}
	return pace;
}
