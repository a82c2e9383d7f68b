import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openBrowser, signedIn } from '../e2e/browser';
import { pictures, type Part } from './pictures';
import { setStage } from './stage';
import { versions } from './runtimes';

/** What is left free below, for a shadow. */
const MARGIN = 14;

async function clipOf({ wide, downTo }: Part) {
	const [box, last] = await Promise.all([wide.boundingBox(), downTo.boundingBox()]);
	if (!box || !last) throw new Error('The editor does not show what the picture is to show.');
	return { ...box, height: last.y + last.height + MARGIN - box.y };
}

/** Takes the pictures of the docs, or those whose names hold one of the words given. */
async function main(words: readonly string[]): Promise<void> {
	const wanted = Object.entries(pictures).filter(
		([name]) => words.length === 0 || words.some((word) => name.includes(word)),
	);
	const stage = await setStage(versions[0]);
	const browser = await openBrowser();
	try {
		const page = await signedIn(browser, stage.server.url, 2);
		for (const [name, scene] of wanted) {
			const path = join(__dirname, '..', '..', 'docs', `${name}.png`);
			mkdirSync(dirname(path), { recursive: true });
			const part = await scene(page, stage);
			await page.screenshot({ path, scale: 'css', ...(part ? { clip: await clipOf(part) } : {}) });
			console.log(`Written: ${path}`);
		}
	} finally {
		await browser.close();
		await stage.close();
	}
}

main(process.argv.slice(2)).then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
