/**
 * n8n's scan of community packages. Its command takes published packages only, with provenance and from GitHub; what
 * it does with them there, linting the sources and what is packed, it does here before they are published.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../n8n/run';

const scanner = '@n8n/scan-community-package';
const version = '0.32.0';

interface Verdict {
	passed: boolean;
	message?: string;
	details?: string;
}

/** What Node.js runs alone: the scan is an ES module of its own folder. */
const script = (file: string, looks: Array<[folder: string, patterns: string[] | 'sources']>) => `
	import { analyzePackage, SOURCE_FILE_PATTERNS } from ${JSON.stringify(pathToFileURL(file).href)};
	const verdicts = [];
	for (const [folder, patterns] of ${JSON.stringify(looks)})
		verdicts.push(await analyzePackage(folder, patterns === 'sources' ? SOURCE_FILE_PATTERNS : patterns));
	console.log(JSON.stringify(verdicts));
`;

/** @returns what n8n's scan says against the sources in `project`, and against what `npm pack` makes of them */
export async function scan(project: string): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), 'feishu-hire-scan-'));
	try {
		// The setting of the project's .npmrc comes down to here, and would give the scan another TypeScript.
		const quiet = ['--ignore-scripts', '--no-legacy-peer-deps', '--no-audit', '--no-fund'];
		await run('npm', ['install', '--prefix', folder, ...quiet, `${scanner}@${version}`], { cwd: folder });
		const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: project });
		const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
		await run('tar', ['-xzf', filename], { cwd: folder });
		const file = join(folder, 'scan.mjs');
		const scannerFile = join(folder, 'node_modules', scanner, 'scanner', 'scanner.mjs');
		const looks = script(scannerFile, [
			[project, 'sources'],
			// The same files that it looks at in a published package.
			[join(folder, 'package'), ['**/*.js', 'package.json']],
		]);
		writeFileSync(file, looks);
		const verdicts = JSON.parse(await run(process.execPath, [file], { cwd: folder })) as Verdict[];
		return verdicts
			.filter(({ passed }) => !passed)
			.map(({ message, details }) => `${message ?? 'Refused'}\n${details ?? ''}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
