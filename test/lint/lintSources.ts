import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { packageRoot } from '../package/manifest';

export interface Source {
	/** Where the source would lie in the project; no such file need exist. */
	filePath: string;
	text: string;
}

export interface Finding {
	filePath: string;
	ruleId: string | null;
	message: string;
	line: number;
}

/**
 * Lints sources that are on no disk, with the project's own configuration.
 * @returns the findings in each
 * In a process of its own: ESLint reads its configuration by `import()`, which jest has not, and the rules
 * of n8n-nodes-base that look at file names switch themselves off where NODE_ENV is 'test'.
 */
export function lintSources(sources: Source[]): Finding[][] {
	const { NODE_ENV: _jest, ...env } = process.env;
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', join(__dirname, 'lintProcess.ts')],
		{ cwd: packageRoot, env, input: JSON.stringify(sources), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
	);
	if (status !== 0) throw new Error(`the linter did not run: ${stderr}`);
	return JSON.parse(stdout) as Finding[][];
}
