/** What the pages say of the operations, from the declarations and the translations of the panels. */
import type { INodeTypeDescription } from 'n8n-workflow';
import type { Limit, Operation } from '../../nodes/declare/operation';

/** The texts of a panel in another language, of which the pages take the names. */
interface Translation {
	readonly nodeView: Readonly<
		Record<'resource' | 'operation', { options: Readonly<Record<string, { displayName: string }>> }>
	>;
}

export interface Described {
	readonly description: INodeTypeDescription;
	readonly operations: readonly Operation[];
	readonly chinese: Translation;
}

type Row = readonly string[];

export const table = ([head = [], ...rows]: readonly Row[]): string =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const limitWords = ({ requests, perSeconds }: Limit) =>
	`${requests}/${perSeconds === 1 ? 's' : perSeconds === 60 ? 'min' : `${perSeconds} s`}`;

/** The resources of a node in the order of its panel, each with its operations by name. */
function resourcesOf({ description, operations }: Described) {
	const options = description.properties.find(({ name }) => name === 'resource')?.options ?? [];
	return options.flatMap((option) => {
		if (!('value' in option)) return [];
		const own = operations
			.filter(({ resource }) => resource === option.value)
			.sort((a, b) => a.name.localeCompare(b.name, 'en'));
		return [{ name: option.name, value: String(option.value), operations: own }];
	});
}

/** One row an operation, with everything that a user or an administrator looks up. */
export const operationsTable = (nodes: readonly Described[]): string =>
	table([
		['Node', 'Resource', 'Operation', 'Route', 'Limit', 'Scope'],
		...nodes.flatMap((node) =>
			resourcesOf(node).flatMap((resource) =>
				resource.operations.map(({ name, description, route, docs, limits, scopes }) => [
					node.description.displayName,
					resource.name,
					`**${name}**: ${description}`,
					`[\`${route.replace('/open-apis/hire', '')}\`](${docs})`,
					limits.map(limitWords).join(', '),
					scopes.map((scope) => `\`${scope}\``).join(' or '),
				]),
			),
		),
	]);

/** One row a resource: the names alone. */
export const shortTable = (nodes: readonly Described[]): string =>
	table([
		['Node', 'Resource', 'Operations'],
		...nodes.flatMap((node) =>
			resourcesOf(node).map((resource) => [
				node.description.displayName,
				resource.name,
				resource.operations.map(({ name }) => name).join(', '),
			]),
		),
	]);

/** The same with Chinese names beside the English ones, which n8n shows in its panels. */
export const shortChineseTable = (nodes: readonly Described[]): string =>
	table([
		['节点', '资源', '操作'],
		...nodes.flatMap((node) => {
			const { resource: resources, operation: names } = node.chinese.nodeView;
			const both = (english: string, texts: { displayName: string } | undefined) =>
				texts === undefined || texts.displayName === english ? english : `${english} ${texts.displayName}`;
			return resourcesOf(node).map((resource) => [
				node.description.displayName,
				both(resource.name, resources.options[resource.value]),
				resource.operations.map(({ name, value }) => both(name, names.options[value])).join('、'),
			]);
		}),
	]);

/** Scopes that together allow every operation. */
export function scopesForAll(nodes: readonly Described[]): string[] {
	const operations = nodes.flatMap((node) => node.operations);
	const chosen = operations.map(
		({ scopes }) => scopes.find((scope) => !scope.endsWith(':readonly')) ?? scopes[0] ?? '',
	);
	return [...new Set(chosen)].sort();
}
