/** Workflows that are tried in the editor, and the panels of their nodes. */
import type { Page } from 'playwright-core';
import type { Stage } from '../n8n/stage';

export interface NodeWish {
	readonly name: string;
	readonly type: string;
	readonly parameters: object;
}

/** A workflow with a start and these nodes behind it, with the credential chosen. @returns its ID */
export async function workflowOf(
	{ editor, credential }: Pick<Stage, 'editor' | 'credential'>,
	nodes: readonly NodeWish[],
): Promise<string> {
	const start = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
	};
	const { id } = await editor.post<{ id: string }>('/workflows', {
		name: 'Tried in a browser',
		nodes: [
			{ ...start, position: [0, 0] },
			...nodes.map(({ name, type, parameters }, index) => ({
				id: `node-${index}`,
				name,
				type: `n8n-nodes-feishu-hire.${type}`,
				typeVersion: 1,
				position: [240, 160 * index],
				parameters,
				credentials: { feishuHireApi: { id: credential.id, name: credential.name } },
			})),
		],
		connections: { Start: { main: [nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] } },
		settings: { executionOrder: 'v1' },
	});
	return id;
}

/** Opens the panel of a node. */
export async function openPanel(page: Page, url: string, workflow: string, node = 'node-0'): Promise<void> {
	await page.goto(`${url}/workflow/${workflow}/${node}`);
	await page.getByTestId('ndv').or(page.getByTestId('node-parameters')).first().waitFor();
}
