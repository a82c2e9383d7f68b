/** Workflows that are tried in the editor, and the panels of their nodes. */
import type { Locator, Page } from 'playwright-core';
import type { Stage } from '../n8n/stage';

export interface NodeWish {
	readonly name: string;
	readonly type: string;
	readonly parameters: object;
}

/** What n8n calls the types of an installed pack, and those of a folder with custom extensions. */
export type Source = 'n8n-nodes-feishu-hire' | 'CUSTOM';

/**
 * A workflow with a start and these nodes behind it, each at the start or one behind the other, with the credential
 * chosen.
 * @returns its ID
 */
export async function workflowOf(
	{ editor, credential }: Pick<Stage, 'editor' | 'credential'>,
	nodes: readonly NodeWish[],
	{ inRow = false, source = 'n8n-nodes-feishu-hire' }: { inRow?: boolean; source?: Source } = {},
): Promise<string> {
	const names = nodes.map(({ name }) => name);
	const behind = (name: string) => ({ node: name, type: 'main', index: 0 });
	const start = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
	};
	const { id } = await editor.post<{ id: string }>('/workflows', {
		name: 'Tried in a browser',
		// Up to 2.0 n8n asks for it.
		active: false,
		nodes: [
			{ ...start, position: [0, 0] },
			...nodes.map(({ name, type, parameters }, index) => ({
				id: `node-${index}`,
				name,
				type: `${source}.${type}`,
				typeVersion: 1,
				position: inRow ? [240 * (index + 1), 0] : [240, 160 * index],
				parameters,
				credentials: { feishuHireApi: { id: credential.id, name: credential.name } },
			})),
		],
		connections: inRow
			? Object.fromEntries(
					names.map((name, index) => [names[index - 1] ?? 'Start', { main: [[behind(name)]] }]),
				)
			: { Start: { main: [names.map(behind)] } },
		settings: { executionOrder: 'v1' },
	});
	return id;
}

/** The open panel of a node. */
export const panelOf = (page: Page): Locator =>
	page.getByTestId('ndv').or(page.getByTestId('node-parameters')).first();

/** Opens the panel of a node. */
export async function openPanel(page: Page, url: string, workflow: string, node = 'node-0'): Promise<void> {
	await page.goto(`${url}/workflow/${workflow}/${node}`);
	await panelOf(page).waitFor();
}
