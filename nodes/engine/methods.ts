import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { Lookup, LookupChoice } from '../declare/lookup';
import type { Call, Operation, ReadAll } from '../declare/operation';
import { systemClock } from './clock';
import { CallFailure } from './failure';
import { nodeError } from './nodeError';
import { pages } from './pages';
import { Sender } from './send';
import { Session } from './session';

const PATIENCE_MS = 20_000;
const TIMEOUT_MS = 20_000;

async function reading<T>(
	context: ILoadOptionsFunctions,
	load: (readAll: ReadAll, call: Call) => Promise<T>,
): Promise<T> {
	try {
		const session = await Session.open(context);
		const sender = new Sender(session, { clock: systemClock, patience: PATIENCE_MS, timeout: TIMEOUT_MS });
		const call = sender.call.bind(sender);
		return await load((endpoint, parts) => pages(call, endpoint, parts), call);
	} catch (error) {
		throw error instanceof CallFailure ? nodeError(context.getNode(), error) : error;
	}
}

const load = async (context: ILoadOptionsFunctions, lookup: Lookup): Promise<LookupChoice[]> =>
	await reading(
		context,
		async (readAll) => await lookup.load(readAll, (parameter) => chosenIn(context, parameter)),
	);

/** What stands in a parameter of the panel; an expression has no value before the node runs. */
function chosenIn(context: ILoadOptionsFunctions, parameter: string): string {
	const saved: unknown = context.getCurrentNodeParameter(parameter);
	const value: unknown =
		typeof saved === 'object' && saved !== null && 'value' in saved ? saved.value : saved;
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && !value.startsWith('=') ? value.trim() : '';
}

/** The methods with which a node's panel fills the pickers of these operations. */
export function methodsOf(operations: Operation[]): NonNullable<INodeType['methods']> {
	const loadOptions: Record<string, (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>> = {};
	const listSearch: Record<
		string,
		(this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>
	> = {};
	const resourceMapping: Record<string, (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>> = {};
	for (const { lookup, columns, look } of operations.flatMap(({ params }) => Object.values(params))) {
		if (columns) {
			resourceMapping[columns.name] = async function () {
				const fields = await reading(this, (readAll, call) =>
					columns.load(readAll, call, (parameter) => chosenIn(this, parameter)),
				);
				return { fields, ...(fields.length === 0 ? { emptyFieldsNotice: columns.none } : {}) };
			};
		}
		if (!lookup) continue;
		if (look.type === 'resourceLocator') {
			listSearch[lookup.name] = async function (filter = '') {
				const wanted = filter.trim().toLowerCase();
				const choices = await load(this, lookup);
				return {
					results: choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)),
				};
			};
		} else {
			loadOptions[lookup.name] = async function () {
				return await load(this, lookup);
			};
		}
	}
	return { loadOptions, listSearch, resourceMapping };
}
