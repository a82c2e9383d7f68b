/** The pack in the editor of real n8n: what all tests in a browser begin with. */
import type { Browser, Locator, Page } from 'playwright-core';
import { versions } from '../n8n/runtimes';
import { setStage, type Stage } from '../n8n/stage';
import { openBrowser, signedIn } from './browser';
import { Picker } from './picker';
import { panelOf, workflowOf } from './tried';

export const version = versions.find((known) => known === process.env.N8N_VERSION) ?? versions[0];

/** What is tried in the newest n8n only. */
export const inNewest = version === versions[0] ? it : it.skip;

type Wishes = Parameters<typeof workflowOf> extends [unknown, ...infer Rest] ? Rest : never;

/** n8n with the simulator behind it, and a window in which its owner is signed in. */
export class Editing {
	/** What the editor wrote to the browser's console as a warning or an error. */
	readonly complaints: string[] = [];
	/** Whether the window holds the editor, which opens one workflow after the other without loading anew. */
	private loaded = false;

	private constructor(
		readonly stage: Stage,
		private readonly browser: Browser,
		readonly page: Page,
	) {
		page.on('console', (message) => {
			if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
		});
		page.on('pageerror', (error) => this.complaints.push(error.message));
	}

	static async begun(company: { readonly large?: boolean } = {}): Promise<Editing> {
		const stage = await setStage(version, { company, built: true });
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

	/** Shows a workflow. What is open and not saved is left behind. */
	async show(workflow: string): Promise<void> {
		const path = `/workflow/${workflow}`;
		// Up to 2.0 the editor asks what is to become of changes when it is led elsewhere, but not when it is loaded.
		const stays = version === versions[0] || this.page.url().includes(path);
		if (this.loaded && stays) await this.lead(path);
		else await this.page.goto(`${this.stage.server.url}${path}`);
		await this.page.getByTestId('canvas-node').first().waitFor({ state: 'attached' });
		this.loaded = true;
		await panelOf(this.page).waitFor({ state: 'detached' });
	}

	/** Opens the panel of a node of a workflow, or of the one that is new. */
	async open(workflow: string, node = 'node-0'): Promise<void> {
		await this.show(workflow);
		await this.lead(`/workflow/${workflow}/${node}`);
		await panelOf(this.page).waitFor();
	}

	/** Runs the node whose panel is open. @returns what the panel shows of its output */
	async execute(shows: string | RegExp): Promise<Locator> {
		await this.page.getByTestId('node-execute-button').click();
		const output = this.page.getByTestId('output-panel');
		await output.getByText(shows).first().waitFor();
		return output;
	}

	parameter(name: string): Locator {
		return this.page.getByTestId(`parameter-input-${name}`);
	}

	picker(name: string): Picker {
		return new Picker(this.page, name);
	}

	/** Opens a list of fixed lines, and waits for those that have these words. */
	async openList(name: string, words: string): Promise<Locator> {
		const line = this.page.getByRole('option').filter({ visible: true, hasText: words }).first();
		const select = this.parameter(name).locator('.el-select').first();
		// A list that is read anew closes when it has come.
		for (let tries = 0; tries < 5; tries++) {
			await select.click();
			const shown = await line.waitFor({ timeout: 5_000 }).then(
				() => true,
				() => false,
			);
			if (shown) break;
		}
		return line;
	}

	/** Chooses from a list of fixed lines. */
	async choose(name: string, words: string): Promise<void> {
		await (await this.openList(name, words)).click();
		await this.page.keyboard.press('Escape');
	}

	/** Types into a field. */
	async fill(name: string, value: string): Promise<void> {
		const box = this.parameter(name).locator('input, textarea').first();
		await box.fill(value);
		// A date is taken over at Enter.
		if (/^\d{4}-/.test(value)) await box.press('Enter');
		await box.press('Tab');
	}

	/** As a click on a link of the editor does. */
	private async lead(path: string): Promise<void> {
		const to = JSON.stringify(path);
		await this.page.evaluate(
			`history.pushState({}, '', ${to}); dispatchEvent(new PopStateEvent('popstate', { state: {} }))`,
		);
	}
}
