/** What a simulator can be told at its start, and most of it later too. */
import type { FrequencyStyle } from './answer';
import type { Latency } from './latency';
import type { Limit } from './limiter';
import type { Behaviour } from './route';

export interface SimulatorOptions extends Partial<Behaviour> {
	/** 0, the default, takes any free port. */
	port?: number;
	host?: string;
	/** A company with 100,000 applications and 2,000 jobs in place of the small one. */
	large?: boolean;
	/** The same seed gives the same company and the same delays. */
	seed?: number;
	/** The clock of tokens, limits and idempotency. Delays always take real time. */
	now?: () => number;
	/** False switches the published limits off; a record replaces those of the routes it names. */
	limits?: boolean | Readonly<Record<string, readonly Limit[]>>;
	tokenLifetimeSeconds?: number;
	latency?: Latency;
	frequencyStyle?: Partial<FrequencyStyle>;
	/** How many requests are kept to be read back: all by default, none when false. */
	log?: boolean | number;
	/** The scopes the app was granted; all that any route or part of an answer asks for by default. */
	scopes?: readonly string[];
}

/** The knobs that may be turned while the simulator runs. */
export interface Settings extends Behaviour {
	limits: boolean | Readonly<Record<string, readonly Limit[]>>;
	tokenLifetimeSeconds: number;
	latency: Latency;
	frequencyStyle: FrequencyStyle;
}

export function settingsFrom(options: SimulatorOptions): Settings {
	return {
		limits: options.limits ?? true,
		tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 7200,
		latency: options.latency ?? {},
		frequencyStyle: { status: 429, reset: 'real', ...options.frequencyStyle },
		repeatedExternalId: options.repeatedExternalId ?? 'returnsFirst',
		repeatedOfferStatus: options.repeatedOfferStatus ?? 'refuses',
		repeatedStage: options.repeatedStage ?? 'accepts',
		neverGiven: options.neverGiven ?? 'leftOut',
		listOrder: options.listOrder ?? 'oldestFirst',
		endOfPeriod: options.endOfPeriod ?? 'listed',
	};
}
