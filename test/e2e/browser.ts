import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
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

export async function openBrowser(): Promise<Browser> {
	const executablePath = places.find((place) => place !== undefined && existsSync(place));
	if (!executablePath) throw new Error('No Chromium found. Say where it is in the variable CHROMIUM.');
	// As n8n's editor calls it.
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath, args: quiet });
}

/** A window of n8n's editor in which its owner is signed in. */
export async function signedIn(browser: Browser, url: string): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
	// The first load of the editor takes long where the machine has much to do.
	page.setDefaultTimeout(180_000);
	await page.goto(`${url}/signin`);
	await page.locator('input[type=email], input[name=emailOrLdapLoginId]').fill(owner.email);
	await page.locator('input[type=password]').fill(owner.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	return page;
}
