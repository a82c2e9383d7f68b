import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, signedIn } from '../e2e/browser';
import { setStage, type Stage } from './stage';
import { versions } from './runtimes';

const picture = join(__dirname, '..', '..', 'docs', 'editor.png');
/** The example of the OA system, run once, with the node open that marks an offer as sent. */
async function openNode(page: Page, { server, workflows }: Stage): Promise<void> {
	const { id } = workflows.find(({ file }) => file === 'offers-approved-in-oa.json') ?? {};
	await page.goto(`${server.url}/workflow/${id}`);
	const nodes = page.getByTestId('canvas-node');
	await page.getByTestId('execute-workflow-button').click();
	await nodes.getByTestId('canvas-node-status-success').nth(5).waitFor();
	await nodes.and(page.locator('[data-node-name="Mark as Sent"]')).dblclick();
	await page.getByText('Expiration Date', { exact: true }).waitFor();
	await page.getByTestId('output-panel').getByText('offer_status').waitFor();
}

/** Takes the picture of the editor for the README. */
async function main(): Promise<void> {
	const stage = await setStage(versions[0]);
	const browser = await openBrowser();
	try {
		const page = await signedIn(browser, stage.server.url);
		await openNode(page, stage);
		mkdirSync(dirname(picture), { recursive: true });
		await page.screenshot({ path: picture });
		console.log(`Written: ${picture}`);
	} finally {
		await browser.close();
		await stage.close();
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
