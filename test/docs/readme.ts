/** The parts of the README that are written by `npm run docs`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FeishuHireApplication } from '../../nodes/FeishuHireApplication/FeishuHireApplication.node';
import * as application from '../../nodes/FeishuHireApplication/operations';
import { FeishuHireAttachment } from '../../nodes/FeishuHireAttachment/FeishuHireAttachment.node';
import * as attachment from '../../nodes/FeishuHireAttachment/operations';
import { FeishuHireExternalOffer } from '../../nodes/FeishuHireExternalOffer/FeishuHireExternalOffer.node';
import * as externalOffer from '../../nodes/FeishuHireExternalOffer/operations';
import { FeishuHireOffer } from '../../nodes/FeishuHireOffer/FeishuHireOffer.node';
import * as offer from '../../nodes/FeishuHireOffer/operations';
import { operationsTable, scopesForAll } from './operationsTable';

export const README = join(__dirname, '../../README.md');
const BENCH = join(__dirname, '../../docs/bench.md');

const nodes = [
	{ description: new FeishuHireOffer().description, operations: Object.values(offer) },
	{ description: new FeishuHireExternalOffer().description, operations: Object.values(externalOffer) },
	{ description: new FeishuHireApplication().description, operations: Object.values(application) },
	{ description: new FeishuHireAttachment().description, operations: Object.values(attachment) },
];

function withPart(readme: string, name: string, paragraphs: readonly string[]): string {
	const start = `<!-- ${name}: written by npm run docs -->`;
	const end = `<!-- /${name} -->`;
	const [before, rest] = readme.split(start);
	const [, after] = rest?.split(end) ?? [];
	if (before === undefined || after === undefined) throw new Error(`The README has lost ${start} or ${end}`);
	return [before, [start, ...paragraphs, end].join('\n\n'), after].join('');
}

/** The first two tables of docs/bench.md: what was to be reached, and the others that were measured beside it. */
function benchTables(): string[] {
	const tables = readFileSync(BENCH, 'utf8').match(/(?:^\|.*\n)+/gm) ?? [];
	if (tables.length < 2) throw new Error('docs/bench.md has lost its tables');
	return tables.slice(0, 2).map((table) => table.trim());
}

/** The README as it should be. */
export function freshReadme(): string {
	const scopes = `All of them together need the scopes ${scopesForAll(nodes)
		.map((scope) => `\`${scope}\``)
		.join(', ')}.`;
	const [goals = '', contenders = ''] = benchTables();
	return [
		['operations', operationsTable(nodes), scopes] as const,
		[
			'bench',
			contenders,
			'![Requests per second over time against the limits](docs/bench.svg)',
			goals,
		] as const,
	].reduce(
		(readme, [name, ...paragraphs]) => withPart(readme, name, paragraphs),
		readFileSync(README, 'utf8'),
	);
}
