/** What came in, what was answered, and what it changed. */
import type { IncomingHttpHeaders } from 'node:http';
import type { RouteName } from './route';

export interface ArrivedRequest {
	seq: number;
	/** Milliseconds on the clock of the simulator. */
	at: number;
	method: string;
	path: string;
	/** The route with its parameters unfilled, or nothing when there is no such route. */
	route: RouteName | undefined;
	query: Record<string, string | string[]>;
	/** As received, token included: kept in memory, never given out by the control routes. */
	headers: IncomingHttpHeaders;
	rawBody: string;
	/** The body as JSON, or undefined when it is none. */
	body: unknown;
}

export interface LoggedRequest extends ArrivedRequest {
	/** The app whose token the request carried. */
	appId: string | undefined;
	/** Whether a route took the request and did what it asks. */
	acted: boolean;
	/** What was sent; nothing when the connection was cut or left hanging. */
	status: number | undefined;
	code: number | undefined;
	responseBody: string | undefined;
	logId: string;
	/** The kind of the fault that was laid over this request. */
	fault: string | undefined;
}

export interface Applied {
	seq: number;
	at: number;
	route: RouteName;
	/** The record that was changed or made. */
	id: string;
	body: unknown;
	/** False when the record stood so already, as after a request that was sent twice. */
	changed: boolean;
}

export class Journal {
	/** Oldest first. */
	readonly requests: LoggedRequest[] = [];
	readonly applied: Applied[] = [];
	/** How many requests arrived for each route; those for no route under their method and path. */
	readonly counts = new Map<string, number>();
	total = 0;

	constructor(private readonly keep: number) {}

	/** Gives the next number. Counting goes on when nothing is kept. */
	arrive(route: string): number {
		this.total += 1;
		this.counts.set(route, (this.counts.get(route) ?? 0) + 1);
		return this.total;
	}

	log(request: LoggedRequest): void {
		if (this.keep === 0) return;
		this.requests.push(request);
		// Dropping many at once keeps the cost of each request constant.
		if (this.requests.length >= this.keep * 2) this.requests.splice(0, this.requests.length - this.keep);
	}

	clear(): void {
		this.requests.length = 0;
		this.applied.length = 0;
		this.counts.clear();
		this.total = 0;
	}
}
