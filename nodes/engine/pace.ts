import type { Limit } from '../spec/operation';
import type { Clock } from './clock';

/** A request that hangs counts as arrived after this time, so that it does not hold up the ones behind it. */
const ARRIVED_MS = 5_000;

interface Sent {
	/** When the request had certainly reached the server. */
	arrivedBy: number;
	/** Resolves when the answer is in. */
	readonly answered: Promise<void>;
	readonly answer: () => void;
}

/** Told when a request waited, and which limit ruled; no limit where Feishu had refused requests. */
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
	private queue: Promise<unknown> = Promise.resolve();
	private waiting = 0;
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
		return this.waiting === 0 && this.blockedUntil <= now && this.usedAt + ARRIVED_MS + longest <= now;
	}

	/** Nothing starts for so many milliseconds: what a refusal for frequency says. */
	hold(milliseconds: number): void {
		this.blockedUntil = Math.max(this.blockedUntil, this.clock.now() + milliseconds);
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
		const sent = await this.enter(signal, halt, waited);
		try {
			return await request();
		} finally {
			sent.arrivedBy = Math.min(sent.arrivedBy, this.clock.now());
			sent.answer();
		}
	}

	private async enter(signal?: AbortSignal, halt?: () => void, waited?: Waited): Promise<Sent> {
		if (this.waiting === 0 && this.delay() === undefined) {
			halt?.();
			return this.take();
		}
		this.waiting++;
		const turn = this.queue.then(async () => {
			await this.free(signal, halt, waited);
			return this.take();
		});
		this.queue = turn.catch(() => {});
		try {
			return await turn;
		} finally {
			this.waiting--;
		}
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
		if (this.blockedUntil > now) longest = { milliseconds: this.blockedUntil - now };
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

	private async free(signal?: AbortSignal, halt?: () => void, waited?: Waited) {
		for (;;) {
			halt?.();
			const delay = this.delay();
			if (!delay) return;
			const start = this.clock.now();
			const slept = this.clock.sleep(delay.milliseconds, signal);
			await (delay.answered ? Promise.race([slept, delay.answered]) : slept);
			waited?.(start, this.clock.now(), delay.limit);
		}
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
