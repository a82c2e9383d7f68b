import type { LoggedRequest } from '../simulator';
import type { Workflow } from './examples';
import type { NodeRun } from './execution';
import { table } from './table';

const columns = [
	{ title: 'Node, operation', width: 28 },
	{ title: 'Request', width: 37 },
	{ title: 'Sent', width: 42 },
	{ title: 'Answer', width: 8 },
	{ title: 'The node gave', width: 42 },
];

const text = (value: unknown) => (value === undefined ? '' : JSON.stringify(value));

/** One row per request: the node that sent it, what it sent, and what came of it. */
export function report(workflow: Workflow, runs: NodeRun[], requests: readonly LoggedRequest[]): string {
	const gave = new Map<LoggedRequest, string>();
	for (const { from, to, items } of runs) {
		const sent = requests.filter(({ at }) => at >= from && at <= to);
		for (const item of items) {
			const request = requestBehind(
				text(item),
				sent.filter((candidate) => !gave.has(candidate)),
			);
			if (request) gave.set(request, text(item));
		}
	}
	const rows = requests.map((request) => {
		const { at, method, path, body, status, code } = request;
		// A node ends at the very millisecond in which the next one starts, never later.
		const run = runs.findLast(({ from, to }) => at >= from && at <= to);
		const answer = status === undefined ? 'none' : `${status}\ncode ${code}`;
		return [
			nodeAndOperation(workflow, run),
			`${method} ${path}`,
			text(body),
			answer,
			gave.get(request) ?? '',
		];
	});
	return table(columns, rows);
}

function nodeAndOperation({ nodes }: Workflow, run: NodeRun | undefined): string {
	const node = nodes.find(({ name }) => name === run?.node);
	if (!node) return '';
	const { resource, operation } = node.parameters;
	// A trigger has neither.
	return resource === undefined ? node.name : `${node.name}\n${String(resource)}: ${String(operation)}`;
}

/** Requests run side by side, so it is told by the ids in them: those of the path count most. */
function requestBehind(item: string, requests: LoggedRequest[]): LoggedRequest | undefined {
	const shared = (where: string) => (where.match(/\d{15,}/g) ?? []).some((id) => item.includes(id));
	return requests.findLast(({ path }) => shared(path)) ?? requests.findLast(({ body }) => shared(text(body)));
}
