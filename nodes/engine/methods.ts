import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';
import type { Lookup, LookupChoice } from '../spec/lookup';
import type { Operation } from '../spec/operation';
import { systemClock } from './clock';
import { CallFailure } from './failure';
import { nodeError } from './nodeError';
import { pages } from './pages';
import { Sender } from './send';
import { Session } from './session';

const PATIENCE_MS = 20_000;
const TIMEOUT_MS = 20_000;

async function load(context: ILoadOptionsFunctions, lookup: Lookup): Promise<LookupChoice[]> {
	try {
		const session = await Session.open(context);
		const sender = new Sender(session, { clock: systemClock, patience: PATIENCE_MS, timeout: TIMEOUT_MS });
		return await lookup.load((endpoint, pageSize) => pages(sender.call.bind(sender), endpoint, {}, pageSize));
	} catch (error) {
		throw error instanceof CallFailure ? nodeError(context.getNode(), error) : error;
	}
}

/** The methods with which a node's panel fills the pickers of these operations. */
export function methodsOf(operations: Operation[]): NonNullable<INodeType['methods']> {
	const loadOptions: Record<string, (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>> = {};
	const listSearch: Record<
		string,
		(this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>
	> = {};
	for (const { lookup, look } of operations.flatMap(({ params }) => Object.values(params))) {
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
	return { loadOptions, listSearch };
}
