import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
	ResourceMapperFields,
} from 'n8n-workflow';
import { holds, lineOf } from '../declare/lines';
import type { Chosen, Entry, Lookup, LookupReads } from '../declare/lookup';
import type { Operation } from '../declare/operation';
import { systemClock } from './clock';
import { gathered, keyOf } from './entries';
import { CallFailure } from './failure';
import { Kept } from './kept';
import { nodeError } from './nodeError';
import { pages } from './pages';
import { Sender } from './send';
import { Session } from './session';

const PATIENCE_MS = 20_000;
const TIMEOUT_MS = 20_000;

/** Lines that a picker gets at once. Two pages of the route with the smallest ones hold as many. */
const LINES = 40;

/** Of things that are looked up one by one. */
const LINES_FOUND = 20;

/** What must be known of an operation to fill its pickers; a trigger has neither resource nor operations. */
type Panel = Pick<Operation, 'params' | 'collection'> & Partial<Pick<Operation, 'resource' | 'value'>>;

/** What panels have read in this process. */
const kept = new Kept<Entry>(systemClock);

/** One look of a panel into Feishu Hire. */
interface Look {
	readonly session: Session;
	readonly reads: LookupReads;
}

async function looking<T>(
	context: ILoadOptionsFunctions,
	operations: readonly Panel[],
	work: (look: Look) => Promise<T>,
): Promise<T> {
	try {
		const session = await Session.open(context);
		const sender = new Sender(session, { clock: systemClock, patience: PATIENCE_MS, timeout: TIMEOUT_MS });
		const call = sender.call.bind(sender);
		const reads: LookupReads = {
			call,
			all: (endpoint, parts) => pages(call, endpoint, parts),
			chosen: chosenIn(context, operations),
			entries: async (lookup) => await gathered(entriesFor({ session, reads }, lookup, '')),
		};
		return await work({ session, reads });
	} catch (error) {
		throw error instanceof CallFailure ? nodeError(context.getNode(), error) : error;
	}
}

/** What stands in the parameters of the operation that the panel shows. */
function chosenIn(context: ILoadOptionsFunctions, operations: readonly Panel[]): Chosen {
	const current = (path: string): unknown => context.getCurrentNodeParameter(path);
	const operation = operations.find(
		({ resource, value }) => resource === current('resource') && value === current('operation'),
	);
	return (name) => {
		const param = operation?.params[name];
		if (!operation || !param) return '';
		const saved = current(param.open ? name : `${param.section ?? operation.collection}.${name}`);
		const value: unknown =
			typeof saved === 'object' && saved !== null && 'value' in saved ? saved.value : saved;
		const given: unknown = value ?? param.look.default;
		if (typeof given === 'string' && given.startsWith('=')) return undefined;
		return typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
	};
}

/** The things of a lookup, kept for those who look next with the same credential, choices and words. */
function entriesFor({ session, reads }: Look, lookup: Lookup, typed: string): AsyncIterable<Entry> {
	const key = (what: string) => `${session.owner} ${what}`;
	return 'entries' in lookup
		? kept.of(key(keyOf(lookup, reads)), () => lookup.entries(reads))
		: kept.of(key(JSON.stringify([lookup.name, typed])), () => lookup.search(typed, reads));
}

/** The lines of a picker from the given one on, and where the next ones begin. */
async function linesOf(
	look: Look,
	lookup: Lookup,
	typed: string,
	from = 0,
	count = Infinity,
): Promise<INodeListSearchResult> {
	const fit = await lookup.fit?.(look.reads);
	const results: INodePropertyOptions[] = [];
	let at = 0;
	for await (const found of entriesFor(look, lookup, typed)) {
		at++;
		if (at <= from || found.retired || ('entries' in lookup && !holds(found, typed))) continue;
		const entry = fit ? fit(found) : found;
		if (!entry) continue;
		results.push(lineOf(entry, look.session.language, lookup.pathFirst));
		if (results.length >= count) return { results, paginationToken: String(at) };
	}
	return { results };
}

/** The methods with which a node's panel fills the pickers of these operations. */
export function methodsOf(operations: readonly Panel[]): NonNullable<INodeType['methods']> {
	const loadOptions: Record<string, (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>> = {};
	const listSearch: Record<
		string,
		(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>
	> = {};
	const resourceMapping: Record<string, (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>> = {};
	for (const { lookup, columns, look } of operations.flatMap(({ params }) => Object.values(params))) {
		if (columns) {
			resourceMapping[columns.name] = async function () {
				const fields = await looking(this, operations, async ({ reads }) => await columns.load(reads));
				return { fields, ...(fields.length === 0 ? { emptyFieldsNotice: columns.none } : {}) };
			};
		}
		if (!lookup) continue;
		if (look.type === 'resourceLocator') {
			const count = 'entries' in lookup ? LINES : LINES_FOUND;
			listSearch[lookup.name] = async function (filter = '', page = '0') {
				return await looking(
					this,
					operations,
					async (panel) => await linesOf(panel, lookup, filter.trim(), Number(page), count),
				);
			};
		} else {
			loadOptions[lookup.name] = async function () {
				return await looking(this, operations, async (panel) => (await linesOf(panel, lookup, '')).results);
			};
		}
	}
	return { loadOptions, listSearch, resourceMapping };
}
