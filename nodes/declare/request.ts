import { plain } from './cell';
import { isEmpty } from './empty';
import { InvalidValue, quoted } from './invalid';
import type { EncodedItem, Operation } from './operation';
import type { NodeParameterValue } from 'n8n-workflow';
import { partsOfList, type EncodeContext, type Param, type When, type Wire, type WireObject } from './params';
import { put } from './place';
import { isNumber, isShort, referenceIn, type Reference } from './reference';

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

/** What must be known of an operation to encode its parameters. */
type Encoded = Pick<Operation, 'route' | 'params' | 'collection' | 'effect'>;

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

const holds = ({ param, is }: When, values: Readonly<Record<string, Wire | undefined>>) =>
	is.some((value) => value === values[param]);

/** Whether a parameter has a meaning beside the values of those that it depends on. */
const belongs = (
	{ required, shown = {} }: Param,
	values: Readonly<Record<string, Wire | undefined>>,
): boolean =>
	(typeof required !== 'object' || holds(required, values)) &&
	Object.entries(shown).every(([name, allowed]) => allowed.includes(values[name] as NodeParameterValue));

/**
 * Encodes the parameters of one item. An optional parameter that is empty is not given, wherever it stands.
 * @throws InvalidParameter for the first parameter that is missing or cannot be encoded
 */
export function encodeItem(
	operation: Encoded,
	read: ReadParameter,
	context: EncodeContext,
	idsOf?: IdsOf,
): EncodedItem {
	const told: ToldBy[] = [];
	const collections = new Map<string, Record<string, unknown>>();
	const collected = (name: string) => {
		if (!collections.has(name)) collections.set(name, (read(name) ?? {}) as Record<string, unknown>);
		return collections.get(name) ?? {};
	};
	const values: Record<string, Wire | undefined> = {};
	const reads = operation.effect === 'read';
	for (const [name, param] of Object.entries(operation.params)) {
		if (!belongs(param, values)) continue;
		const collection = param.open ? undefined : collected(param.section ?? operation.collection);
		const refer = (reference: Reference): readonly string[] => {
			const by: ToldBy = { ...reference, param: name };
			told.push(by);
			return idsOf ? attempt(param, () => idsOf(by)) : [UNKNOWN_ID];
		};
		const saved = collection ? collection[name] : read(name);
		const given = withIds(param, context.asTool ? asWords(param, saved) : saved, refer);
		const value = isEmpty(given) ? preset(param) : encode(param, given, context);
		// Text such as '[]' or ', ' is not empty, but the list in it is.
		if (!isEmpty(value)) values[name] = value;
		else if (param.required !== false) throw missing(param);
		else if (param.absence !== undefined && collection && name in collection && !(context.asTool && reads))
			throw nothingGiven(param);
	}
	return { values, parts: partsOf(operation, values), ...(told.length > 0 ? { told } : {}) };
}

/** Stands for an ID that is not known yet. */
const UNKNOWN_ID = '0';

/** What an item says in words, and in which parameter. */
export interface ToldBy extends Reference {
	readonly param: string;
}

/** The ID that words mean; of a list, all. @throws InvalidValue where they mean none, or several things */
export type IdsOf = (told: ToldBy) => readonly string[];

/** A value of a parameter with IDs in place of the words in it. */
function withIds(param: Param, saved: unknown, refer: (reference: Reference) => readonly string[]): unknown {
	const reference = referenceIn(saved);
	if (reference) return isEmpty(reference.text) ? '' : refer(reference)[0];
	const given = located(saved);
	if (!param.takesNames || isEmpty(given)) return given;
	const meant = (value: unknown) =>
		typeof value === 'string' && partsOfList(value).some(isName)
			? refer({ mode: 'name', text: value })
			: value;
	return Array.isArray(given) ? given.flatMap(meant) : meant(given);
}

/** Words where an ID was chosen, as the words that the parameter takes. */
function asWords(param: Param, saved: unknown): unknown {
	const given = located(saved);
	if (given === saved || typeof given !== 'string' || referenceIn(saved)) return saved;
	const mode = modeOf(param, plain(given));
	return mode === undefined ? saved : { __rl: true, mode, value: given };
}

/** No ID is as short as a telephone number. */
const isTelephone = (text: string): boolean =>
	/^\+?[\d\s]+$/.test(text) && /^\d{5,15}$/.test(text.replace(/\D/g, ''));

/** How the text is meant; nothing where it may be an ID. Those of Feishu's contacts are of letters and digits too. */
function modeOf({ lookup, told, isForeign }: Param, text: string) {
	const byName = lookup && 'entries' in lookup ? 'name' : undefined;
	if (isForeign) {
		if (told && /@|^\+/.test(text)) return told.mode;
		return /[^\x20-\x7e]|\S\s+\S/.test(text) ? byName : undefined;
	}
	if (told?.mode === 'candidate' && isTelephone(text)) return told.mode;
	return isNumber(text) ? undefined : (told?.mode ?? byName);
}

/** Whether a piece of a list may be a name. */
const isName = (part: unknown): boolean => typeof part === 'string' && (isShort(part) || !isNumber(part));

/** The panel's own switches are set even where an expression gives nothing: Limit does not become 'all'. */
const preset = ({ look: { default: value }, to, open }: Param): Wire | undefined =>
	open && to === undefined && typeof value !== 'object' ? value : undefined;

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

const nothingGiven = ({ look, absence = '' }: Param) =>
	new InvalidParameter(
		look.displayName,
		'was added and gives nothing',
		`Without it, ${absence}. If that is what you want, remove the field; else give it a value.`,
	);

const encode = (param: Param, value: unknown, context: EncodeContext): Wire =>
	attempt(param, () => {
		const wire = param.encode(value, context);
		if (param.to?.in === 'path') segmentOf(String(wire));
		return wire;
	});

/** Does what may refuse a value, and names the parameter then. */
function attempt<T>(param: Param, work: () => T): T {
	let problem: unknown;
	try {
		return work();
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

function partsOf(operation: Encoded, values: Readonly<Record<string, Wire | undefined>>): RequestParts {
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
