import { InvalidValue } from './invalid';
import type { EncodedItem, Operation } from './operation';
import type { EncodeContext, Param, When, Wire } from './params';

export type WireObject = { [key: string]: Wire };

/** What fills a route: the values of its `:key`s, its query string and its JSON body. */
export interface RequestParts {
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
	const collection = (read(operation.collection) ?? {}) as Record<string, unknown>;
	const values: Record<string, Wire | undefined> = {};
	for (const [name, param] of Object.entries(operation.params)) {
		const opened = param.open ? read(name) : undefined;
		const given = isEmpty(opened) ? collection[name] : opened;
		const required = param.required === true || (param.required !== false && holds(param.required, values));
		if (required && isEmpty(given)) throw missing(param);
		if (given === undefined || given === null) continue;
		values[name] = encode(param, given, context);
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
	try {
		return param.encode(value, context);
	} catch (error) {
		if (error instanceof InvalidValue)
			throw new InvalidParameter(param.look.displayName, error.problem, error.mend);
		throw error;
	}
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
		else place(body, to.key.split('.'), value);
	}
	return operation.route.startsWith('GET ') ? { path, query } : { path, query, body };
}

function place(target: WireObject, keys: string[], value: Wire): void {
	const [key, ...rest] = keys;
	if (key === undefined) return;
	if (rest.length === 0) target[key] = value;
	else place((target[key] ??= {}) as WireObject, rest, value);
}

/** The path of a route with its `:key`s filled in. */
export function pathOf(route: Operation['route'], path: RequestParts['path'] = {}): string {
	return route
		.slice(route.indexOf('/'))
		.replace(/:([a-z_]+)/g, (_, key: string) => encodeURIComponent(path[key] ?? ''));
}
