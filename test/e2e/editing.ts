/** The pack in the editor of real n8n: what all tests in a browser begin with. */
import type { Browser, Locator, Page } from 'playwright-core';
import { setStage, type Stage } from '../n8n/stage';
import { versions } from '../n8n/runtimes';
import { openBrowser, signedIn } from './browser';
import { openPanel, workflowOf } from './tried';

export const version = versions.find((known) => known === process.env.N8N_VERSION) ?? versions[0];

type Wishes = Parameters<typeof workflowOf> extends [unknown, ...infer Rest] ? Rest : never;

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

	/** See {@link workflowOf}. */
	async workflowOf(...wishes: Wishes): Promise<string> {
		return await workflowOf(this.stage, ...wishes);
	}

	/** Opens the panel of a node. */
	async open(workflow: string, node?: string): Promise<void> {
		await openPanel(this.page, this.stage.server.url, workflow, node);
	}

	parameter(name: string): Locator {
		return this.page.getByTestId(`parameter-input-${name}`);
	}
}
