import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, selectors, type Page } from 'playwright-core';
import { owner } from './editor';
import { setStage, type Stage } from './stage';
import { versions } from './runtimes';

const picture = join(__dirname, '..', '..', 'docs', 'editor.png');
const places = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
];
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

async function signIn(page: Page, { server }: Stage): Promise<void> {
	await page.goto(`${server.url}/signin`);
	await page.locator('input[type=email], input[name=emailOrLdapLoginId]').fill(owner.email);
	await page.locator('input[type=password]').fill(owner.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}

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
	const executablePath = places.find((place) => place !== undefined && existsSync(place));
	if (!executablePath) throw new Error('No Chromium found. Say where it is in the variable CHROMIUM.');
	const stage = await setStage(versions[0]);
	const browser = await chromium.launch({ executablePath, args: quiet });
	try {
		selectors.setTestIdAttribute('data-test-id');
		const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
		await signIn(page, stage);
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
