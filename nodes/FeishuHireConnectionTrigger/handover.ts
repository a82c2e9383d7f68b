import type { IDataObject, IRun, ITriggerFunctions } from 'n8n-workflow';
import type { Clock } from '../engine/clock';

/** How many events n8n works on at a time: its database refuses executions of a burst that comes all at once. */
const PLACES = 20;
/**
 * How long an event has a place: its workflow may run for hours, and n8n has only to store it. So 100 a second are
 * taken, twice as many as Feishu lets a program move applications.
 */
const STAY_MS = 200;
/** How long an event waits for a place, so that with another stay Feishu has its answer within 3 seconds. */
const PATIENCE_MS = 2_000;

interface Waiting {
	readonly since: number;
	readonly enter: () => void;
	readonly turnAway: (reason: Error) => void;
}

/** The places of a process, for all its triggers: they share n8n's database. */
export class Places {
	private free = PLACES;
	private readonly waiting: Waiting[] = [];

	constructor(private readonly clock: Clock) {}

	/**
	 * Waits for a place, first come, first served. It is free again after a while in any case.
	 * @returns what gives it free before
	 * @throws where none comes in time, so that the event should come again
	 */
	async take(): Promise<() => void> {
		if (this.free > 0) this.free--;
		else {
			const since = this.clock.now();
			await new Promise<void>((enter, turnAway) => this.waiting.push({ since, enter, turnAway }));
		}
		let left = false;
		const leave = () => {
			if (!left) this.next();
			left = true;
		};
		void this.clock.sleep(STAY_MS).then(leave);
		return leave;
	}

	private next(): void {
		for (let first = this.waiting.shift(); first; first = this.waiting.shift()) {
			if (this.clock.now() - first.since <= PATIENCE_MS) return first.enter();
			first.turnAway(new Error('n8n does not keep up with the events'));
		}
		this.free++;
	}
}

/** Hands an event to n8n, and calls back when its execution has ended. */
export function handOver(context: ITriggerFunctions, json: IDataObject, ended: () => void): void {
	const done = context.helpers.createDeferredPromise<IRun>();
	void done.promise.then(ended, ended);
	context.emit([[{ json }]], undefined, done);
}
