/** Asks a node of the built pack for the lists of its panel, as n8n's editor does. */
import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult, INodePropertyOptions, ResourceMapperFields } from 'n8n-workflow';
import type { Simulator } from '../simulator';
import { surround, type Placement } from './surroundings';

interface Picker extends Placement {
	readonly method: string;
	/** The parameter that the list belongs to. */
	readonly parameter: string;
}

async function contextOf(simulator: Simulator, picker: Picker) {
	const { type, workflow, node, additionalData } = await surround(simulator, picker);
	const context = new LoadOptionsContext(workflow, node, additionalData, `parameters.${picker.parameter}`);
	return { methods: type.methods ?? {}, context };
}

/** What the list of a resource locator shows first, or from a mark on, with `filter` typed into its search box. */
export async function searchPage(
	simulator: Simulator,
	picker: Picker,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { methods, context } = await contextOf(simulator, picker);
	const search = methods.listSearch?.[picker.method];
	if (!search) throw new Error(`The node has no list '${picker.method}'`);
	return await search.call(context, filter, paginationToken);
}

/** The same list, scrolled to its end. */
export async function searchList(
	simulator: Simulator,
	picker: Picker,
	filter?: string,
): Promise<INodeListSearchResult> {
	const results = [];
	for (let mark: string | undefined; ; ) {
		const page = await searchPage(simulator, picker, filter, mark);
		results.push(...page.results);
		mark = page.paginationToken as string | undefined;
		if (mark === undefined) return { results };
	}
}

/** The choices of a multi-select. */
export async function loadChoices(simulator: Simulator, picker: Picker): Promise<INodePropertyOptions[]> {
	const { methods, context } = await contextOf(simulator, picker);
	const load = methods.loadOptions?.[picker.method];
	if (!load) throw new Error(`The node has no choices '${picker.method}'`);
	return await load.call(context);
}

/** The fields that a mapper offers. */
export async function loadFields(simulator: Simulator, picker: Picker): Promise<ResourceMapperFields> {
	const { methods, context } = await contextOf(simulator, picker);
	const load = methods.resourceMapping?.[picker.method];
	if (!load) throw new Error(`The node has no fields '${picker.method}'`);
	return await load.call(context);
}
