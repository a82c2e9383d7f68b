/** The pack in the editor of real n8n: what all tests in a browser begin with. */
import type { Browser, Locator, Page } from 'playwright-core';
import { setStage, type Stage } from '../n8n/stage';
import { versions } from '../n8n/runtimes';
import { openBrowser, signedIn } from './browser';

const version = versions.find((known) => known === process.env.N8N_VERSION) ?? versions[0];

export interface NodeWish {
	readonly name: string;
	readonly type: string;
	readonly parameters: object;
}

/** n8n with the simulator behind it, and a window in which its owner is signed in. */
export class Editing {
	private constructor(
		readonly stage: Stage,
		private readonly browser: Browser,
		readonly page: Page,
	) {}

	static async begun(company: { readonly large?: boolean } = {}): Promise<Editing> {
		const stage = await setStage(version, { company });
		let browser: Browser | undefined;
		try {
			browser = await openBrowser();
			const page = await signedIn(browser, stage.server.url);
			page.setDefaultTimeout(30_000);
			return new Editing(stage, browser, page);
		} catch (error) {
			// n8n would stay behind, and with it this process.
			await browser?.close();
			await stage.close();
			throw error;
		}
	}

	async end(): Promise<void> {
		await this.browser.close();
		await this.stage.close();
	}

	/** A workflow with a start and these nodes behind it, with the credential chosen. */
	async workflowOf(nodes: readonly NodeWish[]): Promise<string> {
		const { editor, credential } = this.stage;
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
	async open(workflow: string, node = 'node-0'): Promise<void> {
		const { page, stage } = this;
		await page.goto(`${stage.server.url}/workflow/${workflow}/${node}`);
		await page.getByTestId('ndv').or(page.getByTestId('node-parameters')).first().waitFor();
	}

	parameter(name: string): Locator {
		return this.page.getByTestId(`parameter-input-${name}`);
	}
}
