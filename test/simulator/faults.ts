/** Failures on demand: which request is hit, and what becomes of it. */
import type { ArrivedRequest } from './journal';

export type FaultKind =
	/** A status code from before or behind Feishu: 429 and 400 are frequency refusals, 500 its system error, others a proxy's page. */
	| 'status'
	/** An envelope of the caller's choice: `http`, `code`, `msg`, and for code 0 `data`. */
	| 'code'
	/** The socket is destroyed and nothing was done. */
	| 'dropBefore'
	/** Done, then the socket is destroyed without a byte of an answer. */
	| 'dropAfter'
	/** Done, and the socket is destroyed in the middle of the body. */
	| 'dropMidBody'
	/** Done, and the answer stands still in the middle of the body. */
	| 'stall'
	/** Never answered. */
	| 'hang'
	/** A whole HTTP answer that holds half a JSON text. */
	| 'truncatedJson'
	/** A web page, with HTTP 200 unless `status` says another. */
	| 'html'
	/** HTTP 200 with no body. */
	| 'emptyBody'
	/** Said to be gzip, and cut short. */
	| 'gzipCut'
	/** The right answer, in small pieces over `overMs`. */
	| 'slow';

export interface Fault {
	kind: FaultKind;
	/**
	 * The route as `METHOD /path/:with/parameters`, or one filled path, or `*` for all, or a test of one's own.
	 * Without it every route is hit except the one that issues tokens.
	 */
	route?: string | ((request: ArrivedRequest) => boolean);
	/** How many requests are hit; endlessly many without it. */
	times?: number;
	/** How many matching requests pass unharmed first. */
	after?: number;
	/** Whether the request is carried out. Each kind has a default: see `ACTED`. */
	acted?: boolean;
	/** For `status` and `html`. */
	status?: number;
	/** Where a proxy's page of `status` 3xx sends the client. */
	location?: string;
	/** For `status` 429 and 400: what the reset header says; none when left out. */
	reset?: string;
	/** For `code`. */
	http?: number;
	code?: number;
	msg?: string;
	data?: object;
	/** For `slow`. */
	overMs?: number;
}

const ACTED: Record<FaultKind, boolean> = {
	status: false,
	code: false,
	dropBefore: false,
	dropAfter: true,
	dropMidBody: true,
	stall: true,
	hang: false,
	truncatedJson: true,
	html: true,
	emptyBody: true,
	gzipCut: true,
	slow: true,
};

export const FAULT_KINDS = Object.keys(ACTED) as FaultKind[];

export function actsUnder(fault: Fault): boolean {
	return fault.acted ?? ACTED[fault.kind];
}

interface Armed {
	fault: Fault;
	skip: number;
	left: number;
}

const TOKEN_PATH = '/open-apis/auth/';

function matches(fault: Fault, request: ArrivedRequest): boolean {
	const { route } = fault;
	if (typeof route === 'function') return route(request);
	if (route === '*') return true;
	if (route === undefined) return !request.path.startsWith(TOKEN_PATH);
	return route === request.route || route === `${request.method} ${request.path}`;
}

export class Faults {
	private armed: Armed[] = [];

	/** Returns a function that takes the fault back. */
	add(fault: Fault): () => void {
		const entry: Armed = { fault, skip: fault.after ?? 0, left: fault.times ?? Infinity };
		this.armed.push(entry);
		return () => {
			this.armed = this.armed.filter((other) => other !== entry);
		};
	}

	/** The first fault that matches is used up by one; the ones behind it neither count nor hit. */
	take(request: ArrivedRequest): Fault | undefined {
		for (const entry of this.armed) {
			if (!matches(entry.fault, request)) continue;
			if (entry.skip > 0) {
				entry.skip -= 1;
				return undefined;
			}
			entry.left -= 1;
			if (entry.left <= 0) this.armed = this.armed.filter((other) => other !== entry);
			return entry.fault;
		}
		return undefined;
	}

	/** How many faults still wait for requests. */
	get waiting(): number {
		return this.armed.length;
	}

	clear(): void {
		this.armed = [];
	}
}
