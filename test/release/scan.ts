/**
 * n8n's scan of community packages. Its command takes published packages only, with provenance and from GitHub; what
 * it does with them there, linting the sources and what is packed, it does here before they are published.
 */
import { mkdtempSync, rmSync } from 'node:fs';
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

interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(folder: string, patterns: string[]): Promise<Verdict>;
}

/** @returns what n8n's scan says against the sources in `project`, and against what `npm pack` makes of them */
export async function scan(project: string): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), 'feishu-hire-scan-'));
	try {
		const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
		await run('npm', ['install', '--prefix', folder, ...quiet, `${scanner}@${version}`], { cwd: folder });
		const file = join(folder, 'node_modules', scanner, 'scanner', 'scanner.mjs');
		const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(pathToFileURL(file).href)) as Scanner;
		const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: project });
		const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
		await run('tar', ['-xzf', filename], { cwd: folder });
		const verdicts = [
			await analyzePackage(project, SOURCE_FILE_PATTERNS),
			// The same files that it looks at in a published package.
			await analyzePackage(join(folder, 'package'), ['**/*.js', 'package.json']),
		];
		return verdicts
			.filter(({ passed }) => !passed)
			.map(({ message, details }) => `${message ?? 'Refused'}\n${details ?? ''}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
