import type { Limit } from '../declare/operation';
import { unlessAborted, type Clock } from './clock';

/** A request that hangs counts as arrived after this time, so that it does not hold up the ones behind it. */
const ARRIVED_MS = 5_000;

/** A sleep that an answer may outrun is short, since it cannot be ended. */
const NAP_MS = 1_000;

/** How much longer than asked a hold may last, so that several n8n workers do not come back at the same moment. */
const LONGEST_JITTER_MS = 1_000;

/**
 * When a long window opens, its requests start at this share of their even distance instead of all at once. Another
 * worker that Feishu has refused comes up to two seconds late, and would find the window full again each time.
 */
const SPREAD = 0.05;

interface Sent {
	/** When the request had certainly reached the server. */
	arrivedBy: number;
	/** Resolves when the answer is in. */
	readonly answered: Promise<void>;
	readonly answer: () => void;
}

/** Told once for a request that waited, and which limit ruled; no limit where Feishu had refused requests. */
type Waited = (start: number, end: number, limit?: Limit) => void;

/**
 * Keeps one route within its published limits, several windows at once.
 *
 * A request starts when the one that is `requests` places before it was answered `perSeconds` ago. However the
 * network shuffles them, no window of that length at the server then holds more than `requests`, whether the
 * server's windows slide or are fixed.
 */
export class Pace {
	private readonly windows: Array<{
		readonly milliseconds: number;
		readonly slots: Array<Sent | undefined>;
		readonly limit: Limit;
	}>;
	private sent = 0;
	private blockedUntil = 0;
	private spacedUntil = 0;
	private queue: Promise<unknown> = Promise.resolve();
	private waiting = 0;
	private busy = 0;
	/** The limit that the last wait was for. */
	private ruling?: Limit;
	private usedAt = 0;

	constructor(
		limits: readonly Limit[],
		private readonly clock: Clock,
	) {
		this.windows = limits.map((limit) => ({
			milliseconds: limit.perSeconds * 1000,
			slots: Array.from({ length: limit.requests }, () => undefined),
			limit,
		}));
	}

	/** Whether forgetting this pace would lose nothing. */
	idle(now: number): boolean {
		const longest = Math.max(0, ...this.windows.map(({ milliseconds }) => milliseconds));
		return this.busy === 0 && this.blockedUntil <= now && this.usedAt + ARRIVED_MS + longest <= now;
	}

	/**
	 * Nothing starts for so many milliseconds, and a little more: what a refusal for frequency says.
	 * The jitter is drawn once for all requests that are refused together: the longest of many would be no jitter.
	 */
	hold(milliseconds: number): void {
		const until = this.clock.now() + milliseconds;
		if (until <= this.blockedUntil) return;
		this.blockedUntil = until + this.clock.random() * Math.min(milliseconds / 2, LONGEST_JITTER_MS);
	}

	/**
	 * Runs `request` as soon as the limits allow it, in the order of the calls.
	 * `waited` is told how long and which limit ruled. @throws what `halt` throws, without having run it
	 */
	async through<T>(
		request: () => Promise<T>,
		{
			signal,
			halt,
			waited,
		}: {
			signal?: AbortSignal;
			halt?: () => void;
			waited?: Waited;
		} = {},
	): Promise<T> {
		this.busy++;
		try {
			const sent = await this.enter(signal, halt, waited);
			try {
				return await request();
			} finally {
				sent.arrivedBy = Math.min(sent.arrivedBy, this.clock.now());
				sent.answer();
			}
		} finally {
			this.busy--;
		}
	}

	private async enter(signal?: AbortSignal, halt?: () => void, waited?: Waited): Promise<Sent> {
		halt?.();
		if (this.waiting === 0 && this.delay() === undefined) return this.take();
		this.waiting++;
		const start = this.clock.now();
		const turn = this.queue.then(async () => {
			await this.free(signal, halt);
			this.space();
			return this.take();
		});
		this.queue = turn.catch(() => {});
		try {
			// Another run may be at the head of the queue and asleep: whoever is stopped leaves without waiting for it.
			const sent = await unlessAborted(turn, signal);
			if (!sent) halt?.();
			waited?.(start, this.clock.now(), this.ruling);
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
		const now = this.clock.now();
		let answer = () => {};
		const answered = new Promise<void>((resolve) => (answer = resolve));
		const mark: Sent = { arrivedBy: now + ARRIVED_MS, answered, answer };
		for (const { slots } of this.windows) slots[this.sent % slots.length] = mark;
		this.sent++;
		this.usedAt = now;
		return mark;
	}

	private delay(): { milliseconds: number; limit?: Limit; answered?: Promise<void> } | undefined {
		const now = this.clock.now();
		let longest: { milliseconds: number; limit?: Limit; answered?: Promise<void> } | undefined;
		if (this.spacedUntil > now) longest = { milliseconds: this.spacedUntil - now, limit: this.ruling };
		if (this.blockedUntil > Math.max(now, this.spacedUntil))
			longest = { milliseconds: this.blockedUntil - now };
		for (const { slots, milliseconds, limit } of this.windows) {
			const before = slots[this.sent % slots.length];
			if (!before) continue;
			const rest = before.arrivedBy + milliseconds - now;
			if (rest > 0 && rest > (longest?.milliseconds ?? 0)) {
				longest = {
					milliseconds: rest,
					limit,
					...(before.arrivedBy > now ? { answered: before.answered } : {}),
				};
			}
		}
		return longest;
	}

	private async free(signal?: AbortSignal, halt?: () => void): Promise<void> {
		for (let delay = this.delay(); delay; delay = this.delay()) {
			halt?.();
			this.ruling = delay.limit;
			const { milliseconds, answered } = delay;
			if (answered) await Promise.race([this.clock.sleep(Math.min(milliseconds, NAP_MS), signal), answered]);
			else await this.clock.sleep(milliseconds, signal);
		}
		halt?.();
	}
}

const paces = new Map<string, Pace>();

/** The pace of one route of one app, shared by all executions of this process. */
export function paceOf(app: string, route: string, limits: readonly Limit[], clock: Clock): Pace {
	const key = `${app} ${route}`;
	let pace = paces.get(key);
	if (!pace) {
		const now = clock.now();
		for (const [other, unused] of paces) if (unused.idle(now)) paces.delete(other);
		pace = new Pace(limits, clock);
		paces.set(key, pace);
	}
	return pace;
}
