import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import { canInstall, installPackages } from '../n8n/debian';
import { owner } from '../n8n/editor';

const places = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
];

/** Nothing that goes to the internet by itself. */
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const found = () => places.find((place) => place !== undefined && existsSync(place));

export async function openBrowser(): Promise<Browser> {
	if (!found() && canInstall()) await installPackages(['chromium', 'fonts-noto-cjk']);
	const executablePath = found();
	if (!executablePath) throw new Error('No Chromium found. Say where it is in the variable CHROMIUM.');
	// As n8n's editor calls it.
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath, args: quiet });
}

/** A window of n8n's editor in which its owner is signed in. */
export async function signedIn(browser: Browser, url: string, deviceScaleFactor = 1): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, deviceScaleFactor });
	// A machine that does much else at once needs long for n8n's editor.
	page.setDefaultNavigationTimeout(120_000);
	await page.goto(`${url}/signin`);
	await page.locator('input[type=email], input[name=emailOrLdapLoginId]').fill(owner.email);
	await page.locator('input[type=password]').fill(owner.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	return page;
}
