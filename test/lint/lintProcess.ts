/** The process behind `lintSources`: sources as JSON on stdin, the findings in each as JSON on stdout. */
import { text } from 'node:stream/consumers';

import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

import type { Finding, Source } from './lintSources';

async function main(): Promise<void> {
	const sources = JSON.parse(await text(process.stdin)) as Source[];
	// The sources belong to no TypeScript program, and the rules for n8n's nodes ask for none.
	const { rules } = tseslint.configs.disableTypeChecked;
	const eslint = new ESLint({
		overrideConfig: { rules: { ...rules }, languageOptions: { parserOptions: { projectService: false } } },
	});
	const findings: Finding[][] = [];
	for (const { filePath, text: source } of sources) {
		const results = await eslint.lintText(source, { filePath });
		findings.push(
			results.flatMap(({ messages }) =>
				messages.map(({ ruleId, message, line }) => ({ filePath, ruleId, message, line })),
			),
		);
	}
	process.stdout.write(JSON.stringify(findings));
}

void main();
