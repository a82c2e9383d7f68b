/** The README's table of operations, from the declarations. */
import type { INodeTypeDescription } from 'n8n-workflow';
import type { Limit, Operation } from '../../nodes/declare/operation';

interface Described {
	readonly description: INodeTypeDescription;
	readonly operations: readonly Operation[];
}

const limitWords = ({ requests, perSeconds }: Limit) =>
	`${requests}/${perSeconds === 1 ? 's' : perSeconds === 60 ? 'min' : `${perSeconds} s`}`;

function resourceName({ properties }: INodeTypeDescription, value: string): string {
	const options = properties.find(({ name }) => name === 'resource')?.options ?? [];
	const found = options.find((option) => 'value' in option && option.value === value);
	return found && 'name' in found ? found.name : value;
}

const optionsOf = ({ properties }: INodeTypeDescription, parameter: string): string[] =>
	(properties.find(({ name }) => name === parameter)?.options ?? []).flatMap((option) =>
		'value' in option ? [String(option.value)] : [],
	);

/** One row an operation, in Markdown, in the order of the panel. */
export function operationsTable(nodes: readonly Described[]): string {
	const rows = nodes.flatMap(({ description, operations }) => {
		const resources = optionsOf(description, 'resource');
		return [...operations]
			.sort(
				(a, b) =>
					resources.indexOf(a.resource) - resources.indexOf(b.resource) || a.name.localeCompare(b.name, 'en'),
			)
			.map((operation) => {
				const { name, route, docs, limits, scopes } = operation;
				return [
					description.displayName,
					resourceName(description, operation.resource),
					`**${name}**: ${operation.description}`,
					`[\`${route.replace('/open-apis/hire', '')}\`](${docs})`,
					limits.map(limitWords).join(', '),
					scopes.map((scope) => `\`${scope}\``).join(' or '),
				].join(' | ');
			});
	});
	return ['Node | Resource | Operation | Route | Limit | Scope', '---|---|---|---|---|---', ...rows].join(
		'\n',
	);
}

/** Scopes that together allow every operation. */
export function scopesForAll(nodes: readonly Described[]): string[] {
	const operations = nodes.flatMap((node) => node.operations);
	const chosen = operations.map(
		({ scopes }) => scopes.find((scope) => !scope.endsWith(':readonly')) ?? scopes[0] ?? '',
	);
	return [...new Set(chosen)].sort();
}
