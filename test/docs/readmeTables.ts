/** The tables of the READMEs, from the declarations and the translations of the panels. */
import type { INodeTypeDescription } from 'n8n-workflow';
import { EVENTS } from '../../nodes/events/wanted';
import { described, resourcesOf } from './described';
import { code, table } from './markdown';

/** @param nodes where the README finds the pages of the nodes */
const linked = ({ displayName, name }: INodeTypeDescription, nodes: string) =>
	`[${displayName}](${nodes}${name}.md)`;

/** One row a resource: the names alone. */
export const operationsTable = (nodes: string): string =>
	table([
		['Node', 'Resource', 'Operations'],
		...described.flatMap((node) =>
			resourcesOf(node).map((resource) => [
				linked(node.description, nodes),
				resource.name,
				resource.operations.map(({ name }) => name).join(', '),
			]),
		),
	]);

/** The same with Chinese names beside the English ones, which n8n shows in its panels. */
export const chineseOperationsTable = (nodes: string): string =>
	table([
		['节点', '资源', '操作'],
		...described.flatMap((node) => {
			const { resource: resources, operation: names } = node.chinese.nodeView;
			const both = (english: string, texts: { displayName: string } | undefined) =>
				texts === undefined || texts.displayName === english ? english : `${english} ${texts.displayName}`;
			return resourcesOf(node).map((resource) => [
				linked(node.description, nodes),
				both(resource.name, resources.options[resource.value]),
				resource.operations.map(({ name, value }) => both(name, names.options[value])).join('、'),
			]);
		}),
	]);

const events = [...EVENTS.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** One row an event, as it is called in the panel and in the developer console. */
export const eventsTable = (head: readonly [string, string, string], between: string): string =>
	table([head, ...events.map(({ name, zh, scopes }) => [name, zh, scopes.map(code).join(between)])]);

/** Scopes that together allow every operation. */
export function scopesForAll(): string[] {
	const chosen = described
		.flatMap(({ operations }) => operations)
		.map(({ scopes }) => scopes.find((scope) => !scope.endsWith(':readonly')) ?? scopes[0] ?? '');
	return [...new Set(chosen)].sort();
}
