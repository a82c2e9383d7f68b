import type { IDataObject } from 'n8n-workflow';
import { isRoute } from './names';
import type { Column, Row } from './output';
import { flag, integer, type Param, type Wire } from './params';
import type { Place } from './place';
import type { RequestParts, ToldBy } from './request';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Route = `${Method} /open-apis/${string}`;

/** A published limit: so many requests of one app in so many seconds. */
export interface Limit {
	readonly requests: number;
	readonly perSeconds: number;
}

/** What sending a request twice does: nothing, the same as once, or perhaps a second record. */
export type Effect = 'read' | 'idempotent' | 'create';

/** An error code in the user's words: what happened, and how to get unstuck. */
export interface ErrorWords {
	readonly what: string;
	readonly mend: string;
}

/** How the records of a route come, page after page. */
export interface Pages {
	/** The largest page. */
	readonly size: number;
	/** The key of `data` that holds the records, where it is not `items`. */
	readonly key?: string;
}

/** A route of Feishu Hire with all that is published about it. */
export interface Endpoint {
	readonly route: Route;
	/** The vendor's page. */
	readonly docs: string;
	readonly limits: readonly Limit[];
	/** Scopes (权限) of which the app needs any one. */
	readonly scopes: readonly string[];
	readonly effect: Effect;
	/** What it does, as an order: errors name it. */
	readonly action?: string;
	/** What to check when Feishu Hire refuses a value without saying which. */
	readonly suspects?: string;
	/** Codes that mean something of their own here. */
	readonly errors?: Readonly<Record<number, ErrorWords>>;
	/** The key of `data` that holds the record. A write without one gives `success`, the ids and the new state. */
	readonly record?: string;
	/** What is asked for besides the record: by which key of the query, and by which value of it. */
	readonly parts?: { readonly askedBy: string; readonly of: Readonly<Record<string, Part>> };
	/** For a paged route. The panel of its operation gets Return All and Limit; each record is an output item. */
	readonly pages?: Pages;
	/** What a dry run takes for its answer, where the next request holds a part of it. */
	readonly standIn?: (parts: RequestParts) => IDataObject;
}

/** A part of a record that Feishu gives only to an app with one of its scopes, and leaves out of others' without an error. */
export interface Part {
	/** Its key in the record. */
	readonly key: string;
	readonly name: string;
	readonly scopes: readonly string[];
	/** Whether every record has one. */
	readonly always?: boolean;
}

export interface PagedEndpoint extends Endpoint {
	readonly pages: Pages;
}

export type Params = Readonly<Record<string, Param>>;

/** All records of a paged route. A page is fetched when its first record is asked for. */
export type ReadAll = (endpoint: PagedEndpoint, parts?: RequestParts) => AsyncIterable<IDataObject>;

/** Sends a request to any route under the engine's rules. @returns the `data` of the answer */
export type Call = (endpoint: Endpoint, parts: RequestParts) => Promise<IDataObject>;

/** The encoded parameters of one item. */
export interface EncodedItem {
	/** By parameter name; absent where nothing was given. */
	readonly values: Readonly<Record<string, Wire | undefined>>;
	readonly parts: RequestParts;
	/** What it says in words. */
	readonly told?: readonly ToldBy[];
	/** The names behind IDs that were found by words, by the key of the parameter. */
	readonly names?: Readonly<Record<string, string>>;
}

/** A collection of the open panel beside the operation's own. */
export interface Section {
	readonly title: string;
	/** Stands below the operation's own. */
	readonly last?: boolean;
}

export interface Operation extends Endpoint {
	readonly resource: string;
	readonly value: string;
	readonly name: string;
	readonly action: string;
	readonly description: string;
	/** What one must know before the parameters are filled in; the panel shows it above them. */
	readonly notice?: string;
	/** The collection that holds what is not required. */
	readonly collection: 'additionalFields' | 'updateFields' | 'filters';
	/** Items with equal values of this parameter are sent in input order. */
	readonly orderedBy?: string;
	/** The parameter that makes a second sending harmless: Feishu Hire answers it with the record of the first. */
	readonly idempotencyKey?: string;
	readonly params: Params;
	/** How many items run side by side at most, where it must be fewer than the engine allows. */
	readonly width?: number;
	/** The flat row of its record. The panel gets Simplify, on by default. */
	readonly row?: Row;
	/** The keys of what it gives with the panel as it is at first, where that is neither its row nor `success`. */
	readonly gives?: Readonly<Record<string, Column['type']>>;
	/** Further collections of the open panel, by name. A parameter stands in its `section`. */
	readonly sections?: Readonly<Record<string, Section>>;
	/** What must hold between parameters, and of the item's files, before anything is sent. @throws InvalidValue */
	readonly check?: (item: EncodedItem, files: Files) => void;
	/**
	 * Reads whether Feishu Hire shows all that the item asked for: asked where an attempt got no answer and its repeat
	 * was refused. @returns `data` as the operation's own route would; nothing where the read does not show it
	 */
	readonly proof?: (item: EncodedItem, call: Call) => Promise<IDataObject | undefined>;
	/**
	 * Looks for the cause of a refusal whose code alone does not say it.
	 * @returns words in place of the code's; nothing where nothing is found
	 */
	readonly explain?: (item: EncodedItem, code: number, reads: Reads) => Promise<ErrorWords | undefined>;
	/** For an operation that takes more than one request. @returns `data` as the operation's own route would */
	readonly steps?: (item: EncodedItem, tools: Tools) => Promise<IDataObject>;
}

/** What may be read to explain a refusal. */
export interface Reads {
	readonly call: Call;
	/** All records of a paged route, read once in a run. */
	readonly list: (endpoint: PagedEndpoint) => Promise<readonly IDataObject[]>;
}

/** What is known of a file of an item before it is read. */
export interface FileFacts {
	readonly fileName: string;
	readonly mimeType: string;
	/** In bytes, where n8n knows it. */
	readonly size?: number;
}

/** A file of an item. */
export interface BinaryFile extends FileFacts {
	readonly bytes: Buffer;
}

/** Looks a binary field of an item up. @throws InvalidValue where the item has no such field */
export type Files = (field: string) => FileFacts;

/** What an operation of more than one request works with. */
export interface Tools {
	/** Sends the operation's own request. */
	readonly send: (parts: RequestParts) => Promise<IDataObject>;
	/** Sends any other. */
	readonly call: Call;
	/** The records of the operation's own paged route, as many as the user wants. */
	readonly list: (parts: RequestParts) => Promise<IDataObject[]>;
	/** The records of any other. */
	readonly all: ReadAll;
	/** Does what takes much memory, as sending a file, when few others do, in this whole process. */
	readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
	/** Reads a binary field of the item. */
	readonly file: (field: string) => Promise<BinaryFile>;
	/** Fetches a file from an address that needs no token, and puts it into a binary field of the output. */
	readonly download: (url: string, field: string, fileName?: string) => Promise<void>;
}

const howMany = (): Params => ({
	returnAll: flag({
		name: 'Return All',
		to: undefined,
		open: true,
		description: 'Whether to return all results or only up to a given limit',
	}),
	limit: integer({
		name: 'Limit',
		to: undefined,
		min: 1,
		default: 50,
		shown: { returnAll: [false] },
		description: 'Max number of results to return',
	}),
});

/** The switch between a flat row and what Feishu Hire returned. */
export const simplify = (shown?: Param['shown']) =>
	flag({
		name: 'Simplify',
		to: undefined,
		open: true,
		default: true,
		shown,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	});

/** Asks for names that take a request for each candidate. */
export const includeCandidateNames = (shown: Param['shown'] = { simplify: [true] }) =>
	flag({
		name: 'Include Names of Candidates',
		to: undefined,
		shown,
		description:
			'Whether to give the name of each candidate too (and the job where Feishu Hire leaves it out), with one more request for each. The app needs the scope hire:talent:readonly for it.',
	});

const switches = (row: Row): Params => ({
	simplify: simplify(),
	...(Object.values(row).some(({ lookUp }) => lookUp && isRoute(lookUp.in))
		? { includeCandidateNames: includeCandidateNames() }
		: {}),
});

const dryRun = (): Param =>
	flag({
		name: 'Dry Run',
		to: undefined,
		section: 'options',
		description:
			'Whether to write nothing and give back what would be sent instead, with the names behind the IDs (of candidates up to 50 items). Each item is checked as always, and what has to be read for it is read.',
	});

type RouteKeys<R extends string> = R extends `${string}/:${infer Rest}`
	? Rest extends `${infer Key}/${infer Tail}`
		? Key | RouteKeys<`/${Tail}`>
		: Rest
	: never;

type KeysIn<P extends Params, In extends Place['in']> = {
	[Name in keyof P]: P[Name]['to'] extends Place<In, infer Key> ? Key : never;
}[keyof P];

/**
 * Names that the panel needs itself. A parameter may be called `options`, as a key of some routes is, where it
 * stands in a collection and says so: `{ ...choices(…), open: false }`. It is saved as `additionalFields.options`
 * then, and does not meet the panel's own.
 */
type Taken<P extends Params> = Extract<
	keyof P,
	| 'resource'
	| 'operation'
	| 'returnAll'
	| 'limit'
	| 'dryRun'
	| (P extends { options: { open: false } } ? never : 'options')
>;

type BodyKeys<R extends Route, P extends Params> = R extends `${'GET' | 'DELETE'} ${string}`
	? KeysIn<P, 'body'>
	: never;

type Or<First, Second> = [First] extends [never] ? Second : First;

/** The first thing that is wrong, in words. Words with `never` in them are `never`. */
type Fault<R extends Route, P extends Params> = Or<
	`no parameter with path('${Exclude<RouteKeys<R>, KeysIn<P, 'path'>>}')`,
	Or<
		`no :${Exclude<KeysIn<P, 'path'>, RouteKeys<R>>} in the route`,
		Or<
			`a GET or DELETE has no body for body('${BodyKeys<R, P>}')`,
			`the panel has a parameter '${Taken<P>}' of its own`
		>
	>
>;

/** The words stand where `params` should, since the compiler shows the type that a property lacks. */
type Fits<R extends Route, P extends Params> = [Fault<R, P>] extends [never]
	? unknown
	: { params: Fault<R, P> };

type Declaration<R extends Route, P extends Params> = Omit<
	Operation,
	'route' | 'params' | 'collection' | 'orderedBy' | 'idempotencyKey'
> & {
	readonly route: R;
	readonly params: P;
	readonly collection?: Operation['collection'];
	readonly orderedBy?: keyof P & string;
	readonly idempotencyKey?: keyof P & string;
};

/**
 * Declares an operation. What does not compile: a `:key` of the route without a parameter `path('key')`, or the
 * reverse; a `body()` on GET or DELETE; a parameter with a name that the panel itself needs.
 */
export function operation<const R extends Route, const P extends Params>(
	declaration: Declaration<R, P> & Fits<R, P>,
): Operation {
	const { params, pages, row, effect } = declaration as Declaration<R, P>;
	return {
		collection: pages ? 'filters' : 'additionalFields',
		...(declaration as Declaration<R, P>),
		params: {
			...params,
			...(pages ? howMany() : {}),
			...(row ? switches(row) : {}),
			// Of a switch that it declares itself, the operation says when it is shown.
			...params,
			...(effect === 'read' ? {} : { dryRun: dryRun() }),
		},
	};
}
