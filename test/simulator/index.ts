/** A stand-in for Feishu Hire over real HTTP, written from its published pages. */
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Company } from './company/company';
import { addApplications, addExternalOffers, addOffers } from './company/more';
import type { ApplicationChoice, OfferChoice } from './company/more';
import type { ExternalOffer } from './company/records';
import type { NamedIds } from './company/seed';
import { addControlRoutes } from './control';
import type { Fault } from './faults';
import { gateway } from './gateway';
import type { Applied, ArrivedRequest, LoggedRequest } from './journal';
import type { RouteName } from './route';
import { routes } from './routes';
import type { Settings, SimulatorOptions } from './settings';
import type { App } from './tokens';
import { World } from './world';

export { OfferStatus, StageType, TerminationType } from './company/records';
export type { Company } from './company/company';
export type { NamedIds } from './company/seed';
export type { Fault, FaultKind } from './faults';
export type { Applied, ArrivedRequest, LoggedRequest } from './journal';
export type { Delay, Latency } from './latency';
export type { Limit } from './limiter';
export type { Settings, SimulatorOptions } from './settings';

export interface Simulator {
	/** Where it listens, without a slash at the end. */
	readonly url: string;
	readonly appId: string;
	readonly appSecret: string;
	readonly company: Company;
	/** Ids of seeded records, by what makes them worth picking. */
	readonly ids: NamedIds;
	readonly requests: readonly LoggedRequest[];
	/** Every effect on the company, in the order it came about. */
	readonly applied: readonly Applied[];
	/** How many requests came, token calls included, whether or not they are kept. */
	readonly requestCount: number;
	readonly tokenCalls: number;
	/** Knobs that may be changed at any time. */
	readonly settings: Settings;
	requestsTo(route: RouteName): LoggedRequest[];
	countOf(route: RouteName): number;
	/** Returns a function that takes the fault back. */
	fail(fault: Fault): () => void;
	clearFaults(): void;
	/** Calls back when a request arrives, before it is answered: what changes then, changes while a list is read. */
	onArrival(listener: (request: ArrivedRequest) => void): () => void;
	/** Makes every token void at once; the next call for one gives a new one. */
	expireTokens(): void;
	/** Does so after that many more authorized requests. */
	expireTokensAfter(requests: number): void;
	grantScope(scope: string): void;
	revokeScope(scope: string): void;
	/** Another app of the same company, with limits of its own. */
	addApp(): App;
	addApplications(count: number, choice?: ApplicationChoice): string[];
	addOffers(count: number, choice?: OfferChoice): string[];
	addExternalOffers(count: number, fields?: Partial<Omit<ExternalOffer, 'id'>>): string[];
	/** Back to the company and settings of the start. */
	reset(): void;
	/** Ends it and every open connection, hanging ones too. */
	close(): Promise<void>;
}

/** More than the largest attachment, so that it is the route that says what is too large. */
const BODY_LIMIT = 304 * 1024 * 1024;

function serve(world: World): FastifyInstance {
	const server = fastify({
		forceCloseConnections: true,
		bodyLimit: BODY_LIMIT,
		exposeHeadRoutes: false,
		// Links to files are long.
		routerOptions: { maxParamLength: 400 },
	});
	// Bodies are read as bytes: whether they are what the route wants is for the route to say.
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

	addControlRoutes(server, world);
	const handle = gateway(world);
	for (const route of routes) {
		server.route({
			method: route.method,
			url: route.path,
			handler: (request, reply) => handle(route, request, reply),
		});
	}
	server.setNotFoundHandler((request, reply) => handle(undefined, request, reply));
	return server;
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const world = new World(options);
	const server = serve(world);
	const host = options.host ?? '127.0.0.1';
	await server.listen({ port: options.port ?? 0, host });
	const { port } = server.server.address() as AddressInfo;

	return {
		url: `http://${host}:${port}`,
		...world.app,
		get company() {
			return world.company;
		},
		get ids() {
			return world.company.ids;
		},
		requests: world.journal.requests,
		applied: world.journal.applied,
		get requestCount() {
			return world.journal.total;
		},
		get tokenCalls() {
			return world.tokens.calls;
		},
		get settings() {
			return world.settings;
		},
		requestsTo: (route) => world.journal.requests.filter((request) => request.route === route),
		countOf: (route) => world.journal.counts.get(route) ?? 0,
		fail: (fault) => world.faults.add(fault),
		clearFaults: () => world.faults.clear(),
		onArrival(listener) {
			world.listeners.add(listener);
			return () => void world.listeners.delete(listener);
		},
		expireTokens: () => world.tokens.expireAll(),
		expireTokensAfter: (requests) => world.tokens.expireAfter(requests),
		grantScope: (scope) => void world.scopes.add(scope),
		revokeScope: (scope) => void world.scopes.delete(scope),
		addApp: () => world.addApp(),
		addApplications: (count, choice) => addApplications(world.company, count, choice),
		addOffers: (count, choice) => addOffers(world.company, count, choice),
		addExternalOffers: (count, fields) => addExternalOffers(world.company, count, fields),
		reset: () => world.reset(),
		close: () => server.close(),
	};
}
