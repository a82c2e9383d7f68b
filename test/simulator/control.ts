/**
 * Steering from another process, under `/_simulator`. Not a part of the API: no token, no limits, no faults,
 * and nothing of it is logged. Tokens and secrets are never given out here.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addApplications, addExternalOffers, addOffers } from './company/more';
import type { ApplicationChoice, OfferChoice } from './company/more';
import type { ExternalOffer } from './company/records';
import { FAULT_KINDS } from './faults';
import type { Fault } from './faults';
import type { LoggedRequest } from './journal';
import { Refusal } from './refusal';
import { parseJson } from './route';
import { checker, object, oneOf, text } from './schema';
import type { Schema } from './schema';
import type { World } from './world';

const whole: Schema = { type: 'integer', minimum: 0 };
const flag: Schema = { type: 'boolean' };
const anything: Schema = { type: 'object' };

const checkFault = checker<Fault & { route?: string }>(
	'fault',
	object(
		{ kind: oneOf(...FAULT_KINDS) },
		{
			route: text,
			times: whole,
			after: whole,
			acted: flag,
			status: whole,
			reset: text,
			http: whole,
			code: whole,
			msg: text,
			data: anything,
			overMs: whole,
		},
	),
);

const checkTokens = checker<{ after?: number }>('tokens', object({}, { after: whole }));

const checkScopes = checker<{ grant?: string[]; revoke?: string[] }>(
	'scopes',
	object({}, { grant: { type: 'array', items: text }, revoke: { type: 'array', items: text } }),
);

const milliseconds: Schema = { type: 'number', minimum: 0 };
const delay: Schema = {
	anyOf: [milliseconds, { type: 'array', items: milliseconds, minItems: 2, maxItems: 2 }],
};
const checkSettings = checker<{
	limits?: boolean;
	tokenLifetimeSeconds?: number;
	latency?: { before?: number | [number, number]; after?: number | [number, number] };
	frequencyStyle?: { status: 429 | 400; reset: string };
	repeatedExternalId?: 'returnsFirst' | 'refuses';
	repeatedOfferStatus?: 'refuses' | 'accepts';
	repeatedStage?: 'accepts' | 'refuses';
	neverGiven?: 'leftOut' | 'zero';
	listOrder?: 'oldestFirst' | 'lastChangedFirst';
	endOfPeriod?: 'listed' | 'leftOut';
}>(
	'settings',
	object(
		{},
		{
			limits: flag,
			tokenLifetimeSeconds: whole,
			latency: object({}, { before: delay, after: delay }),
			frequencyStyle: object({ status: oneOf(429, 400), reset: text }),
			repeatedExternalId: oneOf('returnsFirst', 'refuses'),
			repeatedOfferStatus: oneOf('refuses', 'accepts'),
			repeatedStage: oneOf('accepts', 'refuses'),
			neverGiven: oneOf('leftOut', 'zero'),
			listOrder: oneOf('oldestFirst', 'lastChangedFirst'),
			endOfPeriod: oneOf('listed', 'leftOut'),
		},
	),
);

const checkSwitches = checker<Partial<Record<string, boolean>>>(
	'switches',
	object({}, { oaApproval: flag, oaSend: flag, allJobsNeedOfferApproval: flag, ehrSync: flag }),
);

const checkMore = checker<
	| { what: 'applications'; count: number; choice?: ApplicationChoice }
	| { what: 'offers'; count: number; choice?: OfferChoice }
	| { what: 'externalOffers'; count: number; choice?: Partial<Omit<ExternalOffer, 'id'>> }
>(
	'records',
	object({ what: oneOf('applications', 'offers', 'externalOffers'), count: whole }, { choice: anything }),
);

function bodyOf(request: FastifyRequest): unknown {
	const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
	return raw.length === 0 ? {} : parseJson(raw);
}

function withoutSecrets(request: LoggedRequest): LoggedRequest {
	const { authorization, ...headers } = request.headers;
	const hidden = { ...request, headers };
	if (authorization !== undefined) Object.assign(hidden.headers, { authorization: 'hidden' });
	if (!request.path.startsWith('/open-apis/auth/')) return hidden;
	return { ...hidden, rawBody: 'hidden', body: 'hidden', responseBody: 'hidden' };
}

function snapshot(world: World): Record<string, unknown> {
	const { company } = world;
	return {
		ids: company.ids,
		switches: company.switches,
		talents: [...company.talents.values()],
		jobs: [...company.jobs.values()],
		processes: [...company.processes.values()],
		reasons: [...company.reasons.values()],
		applications: [...company.applications.values()],
		offers: [...company.offers.values()],
		attachments: [...company.attachments.values()],
		externalApplications: [...company.externalApplications.values()],
		externalOffers: [...company.externalOffers.values()],
		employees: [...company.employees.values()],
		interviews: [...company.interviews.values()],
		resumeSources: [...company.resumeSources.values()],
		offerForms: company.offerForms.forms,
		scopes: [...world.scopes],
		settings: world.settings,
		faultsWaiting: world.faults.waiting,
		requestCount: world.journal.total,
		tokenCalls: world.tokens.calls,
	};
}

export function addControlRoutes(server: FastifyInstance, world: World): void {
	server.register(
		(control, _options, done) => {
			control.setErrorHandler((error, _request, reply) =>
				reply.status(error instanceof Refusal ? 400 : 500).send({ error: String(error) }),
			);
			control.get<{ Querystring: { since?: string } }>('/requests', (request, reply) => {
				const since = Number(request.query.since ?? 0);
				reply.send(world.journal.requests.filter(({ seq }) => seq > since).map(withoutSecrets));
			});
			control.get('/applied', (_request, reply) => reply.send(world.journal.applied));
			control.get('/state', (_request, reply) => reply.send(snapshot(world)));
			control.post('/reset', (_request, reply) => {
				world.reset();
				reply.send({});
			});
			control.post('/faults', (request, reply) => {
				world.faults.add(checkFault(bodyOf(request)));
				reply.send({});
			});
			control.delete('/faults', (_request, reply) => {
				world.faults.clear();
				reply.send({});
			});
			control.post('/tokens/expire', (request, reply) => {
				const { after } = checkTokens(bodyOf(request));
				if (after === undefined) world.tokens.expireAll();
				else world.tokens.expireAfter(after);
				reply.send({});
			});
			control.post('/scopes', (request, reply) => {
				const { grant = [], revoke = [] } = checkScopes(bodyOf(request));
				for (const scope of grant) world.scopes.add(scope);
				for (const scope of revoke) world.scopes.delete(scope);
				reply.send({ scopes: [...world.scopes] });
			});
			control.post('/settings', (request, reply) => {
				Object.assign(world.settings, checkSettings(bodyOf(request)));
				reply.send(world.settings);
			});
			control.post('/switches', (request, reply) => {
				Object.assign(world.company.switches, checkSwitches(bodyOf(request)));
				reply.send(world.company.switches);
			});
			control.post('/records', (request, reply) => {
				const more = checkMore(bodyOf(request));
				if (more.what === 'applications') {
					return reply.send({ ids: addApplications(world.company, more.count, more.choice) });
				}
				if (more.what === 'offers') {
					return reply.send({ ids: addOffers(world.company, more.count, more.choice) });
				}
				return reply.send({ ids: addExternalOffers(world.company, more.count, more.choice) });
			});
			done();
		},
		{ prefix: '/_simulator' },
	);
}
