/** What a route of the API is: a declaration, checked and bound once. */
import type { Company } from './company/company';
import type { Limit } from './limiter';
import { invalidParameter } from './refusal';
import { checker } from './schema';
import type { Schema } from './schema';
import type { Tokens } from './tokens';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RouteName = `${Method} /${string}`;

type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
	? Name | ParamsOf<`/${Rest}`>
	: Path extends `${string}:${infer Name}`
		? Name
		: never;

/** Choices about what the pages leave open. Each one says what the default assumes. */
export interface Behaviour {
	/** What a second create with the same `external_id` within 24 hours gets: the first record, or a refusal. */
	repeatedExternalId: 'returnsFirst' | 'refuses';
	/** What setting an offer to the status it already has gets. */
	repeatedOfferStatus: 'refuses' | 'accepts';
	/** What moving an application to the stage that it is in gets. */
	repeatedStage: 'accepts' | 'refuses';
	/** How a record of another system shows what it was never given: not at all, or as 0 and an empty text. */
	neverGiven: 'leftOut' | 'zero';
	/** In which order applications and jobs are listed: as they came about, or the last changed first. */
	listOrder: 'oldestFirst' | 'lastChangedFirst';
	/** Whether a record that changed at the very end of the time asked for is listed. */
	endOfPeriod: 'listed' | 'leftOut';
}

export interface Surroundings {
	company: Company;
	tokens: Tokens;
	behaviour: Behaviour;
	now: number;
	/** Where the simulator is reached, without a slash at the end: what links in answers begin with. */
	origin: string;
	/** Whether the app has one of these scopes. */
	granted(scopes: readonly string[]): boolean;
	/** Notes what the request did to which record. `changed` is false when it left all as it was. */
	applied(id: string, changed?: boolean): void;
}

export interface Call<Param extends string, Query, Body> extends Surroundings {
	params: Record<Param, string>;
	query: Query;
	body: Body;
}

/** Turns the bytes of a request into a checked body. Other kinds than JSON are added beside `json`. */
export interface BodyReader<T> {
	read(raw: Buffer, contentType: string | undefined): T;
}

/**
 * `data` wraps the result as Feishu's envelope does, `flat` puts it beside code and msg, `message` is `data` with
 * `message` in place of `msg`, and `file` is no envelope at all: the result is a `FileResult`.
 */
export type EnvelopeKind = 'data' | 'flat' | 'message' | 'file';

export interface FileResult {
	content: Buffer;
	headers: Record<string, string>;
}

export interface Route {
	method: Method;
	path: string;
	name: RouteName;
	limits: readonly Limit[];
	/** Any one of them is enough; none means that the route needs no token either. */
	scopes: readonly string[];
	/** Those of parts of the answer, which an app that lacks them does not see. */
	partScopes: readonly string[];
	envelope: EnvelopeKind;
	successMessage: string;
	answer(request: RawRequest, around: Surroundings): Record<string, unknown>;
}

export interface RawRequest {
	params: Record<string, string>;
	query: Record<string, string | string[]>;
	raw: Buffer;
	contentType: string | undefined;
}

export interface RouteDeclaration<Name extends RouteName, Query, Body> {
	name: Name;
	limits: readonly Limit[];
	scopes: readonly string[];
	partScopes?: readonly string[];
	envelope?: EnvelopeKind;
	successMessage?: string;
	query?: Schema;
	body?: BodyReader<Body>;
	/** What is returned becomes the data of the answer; without it the data is an empty object. */
	handle(call: Call<ParamsOf<Name>, Query, Body>): object | undefined;
}

export function parseJson(raw: Buffer): unknown {
	try {
		return JSON.parse(raw.toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}

export function json<T>(schema: Schema): BodyReader<T> {
	const check = checker<T>('body', schema);
	return {
		read(raw, contentType) {
			if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) {
				throw invalidParameter('Content-Type must be application/json');
			}
			const value = raw.length === 0 ? {} : parseJson(raw);
			if (value === undefined) throw invalidParameter('body is not JSON');
			return check(value);
		},
	};
}

/** For routes that ask for nothing in their body: no body at all is as good as an empty object. */
export function optionalJson<T>(schema: Schema): BodyReader<T> {
	const reader = json<T>(schema);
	return {
		read: (raw, contentType) =>
			raw.length === 0 ? reader.read(raw, 'application/json') : reader.read(raw, contentType),
	};
}

/** The vendor's SDK sends an empty object with DELETE. */
const noBody: BodyReader<unknown> = {
	read(raw) {
		if (raw.length > 0 && raw.toString('utf8') !== '{}') throw invalidParameter('this route takes no body');
		return undefined;
	},
};

/** `Query` and `Body` are what the schemas beside them let through. */
export function route<Query = unknown, Body = unknown>() {
	return <Name extends RouteName>(declaration: RouteDeclaration<Name, Query, Body>): Route => {
		const [method, path] = declaration.name.split(' ') as [Method, string];
		const checkQuery = checker<Query>(
			'query',
			declaration.query ?? { type: 'object', additionalProperties: false },
		);
		const body = declaration.body ?? (noBody as BodyReader<Body>);
		return {
			method,
			path,
			name: declaration.name,
			limits: declaration.limits,
			scopes: declaration.scopes,
			partScopes: declaration.partScopes ?? [],
			envelope: declaration.envelope ?? 'data',
			successMessage: declaration.successMessage ?? 'success',
			answer(request, around) {
				const result = declaration.handle({
					...around,
					params: request.params as Record<ParamsOf<Name>, string>,
					query: checkQuery(request.query),
					body: body.read(request.raw, request.contentType),
				});
				return { ...result };
			},
		};
	};
}
