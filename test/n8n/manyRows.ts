/** A workflow that runs one node of the pack for many rows. */
import type { INodeParameters } from 'n8n-workflow';
import type { Workflow } from './examples';
import type { Stage } from './stage';

export const TRIGGER = 'Run by Hand';

/** The node under test. */
export const OURS = 'Feishu Hire';

interface Rows {
	readonly name: string;
	readonly rows: ReadonlyArray<Record<string, string>>;
	/** Without the package. */
	readonly node: string;
	readonly parameters: INodeParameters;
	readonly settings?: object;
}

export async function manyRows(
	{ editor, credential }: Stage,
	{ name, rows, node, parameters, settings }: Rows,
): Promise<Workflow> {
	const nodes = [
		{ name: TRIGGER, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Rows',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ rows }), options: {} },
		},
		{
			name: 'One Item per Row',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'rows', options: {} },
		},
		{
			name: OURS,
			type: `n8n-nodes-feishu-hire.${node}`,
			typeVersion: 1,
			parameters,
			credentials: { feishuHireApi: { id: credential.id, name: credential.name } },
			...settings,
		},
	];
	return await editor.post<Workflow>('/workflows', {
		name,
		nodes: nodes.map((each, index) => ({ id: each.name, position: [index * 200, 0], ...each })),
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map((to, index) => [nodes[index]?.name, { main: [[{ node: to.name, type: 'main', index: 0 }]] }]),
		),
		settings: { executionOrder: 'v1' },
		active: false,
	});
}
