/** A workflow that runs one node of the pack for many rows. */
import type { INodeParameters } from 'n8n-workflow';
import type { Workflow } from './examples';
import type { Stage } from './stage';

export const TRIGGER = 'Start';

/** The node under test. */
export const OURS = 'Feishu Hire';

interface Rows {
	readonly name: string;
	/** Without them the body of the webhook that starts the workflow brings them. */
	readonly rows?: ReadonlyArray<Record<string, string>>;
	/** Without the package. */
	readonly node: string;
	readonly parameters: INodeParameters;
	readonly settings?: object;
	/** What starts the workflow, in place of a run by hand. */
	readonly trigger?: { readonly type: string; readonly [field: string]: unknown };
}

const byHand = { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };

export async function manyRows(
	{ editor, credential }: Pick<Stage, 'editor' | 'credential'>,
	{ name, rows, node, parameters, settings, trigger = byHand }: Rows,
): Promise<Workflow> {
	const nodes = [
		{ ...trigger, name: TRIGGER },
		{
			name: 'Rows',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				mode: 'raw',
				jsonOutput: rows ? JSON.stringify({ rows }) : '={{ JSON.stringify({ rows: $json.body.rows }) }}',
				options: {},
			},
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
