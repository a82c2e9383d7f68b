/** All that one simulator knows: the company, its app, its rules, and what has happened so far. */
import { Company } from './company/company';
import { Faults } from './faults';
import { Journal } from './journal';
import type { ArrivedRequest } from './journal';
import { delayMaker } from './latency';
import { Limiter } from './limiter';
import { routes } from './routes';
import { settingsFrom } from './settings';
import type { Settings, SimulatorOptions } from './settings';
import { Tokens } from './tokens';
import type { App } from './tokens';

function kept(log: boolean | number | undefined): number {
	if (typeof log === 'number') return log;
	return log === false ? 0 : Infinity;
}

export class World {
	company: Company;
	settings: Settings;
	readonly app: App = { appId: 'cli_a5simulator0001', appSecret: 'simulator-secret-0001' };
	readonly scopes = new Set<string>();
	readonly limiter = new Limiter();
	readonly faults = new Faults();
	readonly journal: Journal;
	readonly tokens: Tokens;
	/** Told of every request when it arrives, before it is answered. */
	readonly listeners = new Set<(request: ArrivedRequest) => void>();
	readonly now: () => number;
	readonly delay: ReturnType<typeof delayMaker>;
	private readonly seed: number;
	private apps = 1;

	constructor(private readonly options: SimulatorOptions) {
		this.seed = options.seed ?? 1;
		this.now = options.now ?? Date.now;
		this.delay = delayMaker(this.seed);
		this.company = this.newCompany();
		this.settings = settingsFrom(options);
		this.journal = new Journal(kept(options.log));
		this.tokens = new Tokens(() => this.settings.tokenLifetimeSeconds, this.now);
		this.tokens.register(this.app);
		this.grantAll();
	}

	/** A second app of the same company: it has limits of its own. */
	addApp(): App {
		this.apps += 1;
		const number = String(this.apps).padStart(4, '0');
		const app = { appId: `cli_a5simulator${number}`, appSecret: `simulator-secret-${number}` };
		this.tokens.register(app);
		return app;
	}

	/** Back to how it was at the start; only apps and the address stay. */
	reset(): void {
		this.company = this.newCompany();
		this.settings = settingsFrom(this.options);
		this.tokens.clear();
		this.limiter.clear();
		this.faults.clear();
		this.journal.clear();
		this.listeners.clear();
		this.grantAll();
	}

	private newCompany(): Company {
		return new Company(this.seed, this.options.large, this.now());
	}

	private grantAll(): void {
		this.scopes.clear();
		const granted = this.options.scopes ?? routes.flatMap((route) => [...route.scopes, ...route.partScopes]);
		for (const scope of granted) this.scopes.add(scope);
	}
}
