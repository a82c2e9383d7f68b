import { InvalidValue } from './invalid';
import type { EncodedItem, Operation } from './operation';
import type { EncodeContext, Param, When, Wire, WireObject } from './params';
import { put } from './place';
import { quoted } from './time';

export type { WireObject } from './params';

/** What fills a route: the values of its `:key`s, its query string and its JSON body. */
export interface RequestParts {
	/** A file, sent as the only part of a multipart body. */
	readonly file?: {
		readonly field: string;
		readonly fileName: string;
		readonly mimeType: string;
		readonly bytes: Buffer;
	};
	readonly path?: Readonly<Record<string, string>>;
	readonly query?: Readonly<WireObject>;
	readonly body?: Readonly<WireObject>;
}

/** The raw value of a parameter of the open panel; `undefined` where the panel does not show it. */
export type ReadParameter = (name: string) => unknown;

/** A parameter of an operation that cannot be sent as it is. */
export class InvalidParameter extends InvalidValue {
	constructor(
		readonly parameter: string,
		problem: string,
		mend: string,
	) {
		super(problem, mend);
		this.name = 'InvalidParameter';
		this.message = `'${parameter}' ${problem}`;
	}
}

/** What a resource locator names; any other value as it is. */
const located = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && '__rl' in value
		? (value as { value?: unknown }).value
		: value;

const isEmpty = (value: unknown) =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const holds = ({ param, is }: When, values: Readonly<Record<string, Wire | undefined>>) =>
	is.some((value) => value === values[param]);

/**
 * Encodes the parameters of one item.
 * What stands in the collection is sent, even when empty; an expression that yields nothing counts as absent.
 * @throws InvalidParameter for the first parameter that is missing or cannot be encoded
 */
export function encodeItem(operation: Operation, read: ReadParameter, context: EncodeContext): EncodedItem {
	const collections = new Map<string, Record<string, unknown>>();
	const collected = (name: string) => {
		if (!collections.has(name)) collections.set(name, (read(name) ?? {}) as Record<string, unknown>);
		return collections.get(name) ?? {};
	};
	const values: Record<string, Wire | undefined> = {};
	for (const [name, param] of Object.entries(operation.params)) {
		const opened = param.open ? located(read(name)) : undefined;
		const elsewhere = isEmpty(opened) && (!param.open || typeof param.required === 'object');
		const given = elsewhere ? located(collected(param.section ?? operation.collection)[name]) : opened;
		const required = param.required === true || (param.required !== false && holds(param.required, values));
		if (required && isEmpty(given)) throw missing(param);
		// Empty in the open panel is not filled in; empty in a collection was put there.
		if (given === undefined || given === null || (!elsewhere && isEmpty(given))) continue;
		const value = encode(param, given, context);
		// Text such as '[]' or ', ' is not empty, but the list in it is.
		if (required && isEmpty(value)) throw missing(param);
		if (isEmpty(value) && !elsewhere) continue;
		values[name] = value;
	}
	return { values, parts: partsOf(operation, values) };
}

function missing({ look, required }: Param): InvalidParameter {
	const mend = `Fill in '${look.displayName}'`;
	return new InvalidParameter(
		look.displayName,
		'is missing',
		typeof required === 'object'
			? `${mend}: Feishu Hire requires it when ${required.says}.`
			: `${mend}. If it is an expression, it gave nothing for this item.`,
	);
}

function encode(param: Param, value: unknown, context: EncodeContext): Wire {
	let problem: unknown;
	try {
		const wire = param.encode(value, context);
		if (param.to?.in === 'path') segmentOf(String(wire));
		return wire;
	} catch (error) {
		problem = error;
	}
	throw named(param, problem);
}

const named = ({ look }: Param, problem: unknown) =>
	problem instanceof InvalidValue
		? new InvalidParameter(look.displayName, problem.problem, problem.mend)
		: problem;

/** One step of a path. Servers and proxies take some values for more than one, even where they are escaped. */
function segmentOf(value: string): string {
	if (!/^\.{0,2}$|[/\\?#]/.test(value)) return encodeURIComponent(value);
	throw new InvalidValue(
		`cannot be ${quoted(value)}, which would lead elsewhere in Feishu Hire`,
		'Give the ID alone, as Feishu Hire shows it: not a link or a part of one.',
	);
}

function partsOf(operation: Operation, values: Readonly<Record<string, Wire | undefined>>): RequestParts {
	const path: Record<string, string> = {};
	const query: WireObject = {};
	const body: WireObject = {};
	for (const [name, { to }] of Object.entries(operation.params)) {
		const value = values[name];
		if (value === undefined || to === undefined) continue;
		if (to.in === 'path') path[to.key] = String(value);
		else if (to.in === 'query') query[to.key] = value;
		else put(body, to.key, value);
	}
	return /^(GET|DELETE) /.test(operation.route) ? { path, query } : { path, query, body };
}

/**
 * The path of a route with its `:key`s filled in.
 * @throws InvalidValue for a value that would make it the path of another route
 */
export function pathOf(route: Operation['route'], path: RequestParts['path'] = {}): string {
	return route.slice(route.indexOf('/')).replace(/:([a-z_]+)/g, (_, key: string) => {
		const value = path[key];
		if (value === undefined) throw new Error(`The path of ${route} has no ${key}`);
		return segmentOf(value);
	});
}
