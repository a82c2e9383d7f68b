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

const START = '<!-- operations: written by npm run docs -->';
const END = '<!-- /operations -->';

const nodes = [
	{ description: new FeishuHireOffer().description, operations: Object.values(offer) },
	{ description: new FeishuHireExternalOffer().description, operations: Object.values(externalOffer) },
	{ description: new FeishuHireApplication().description, operations: Object.values(application) },
	{ description: new FeishuHireAttachment().description, operations: Object.values(attachment) },
];

/** The README as it should be. */
export function freshReadme(): string {
	const readme = readFileSync(README, 'utf8');
	const [before, rest] = readme.split(START);
	const [, after] = rest?.split(END) ?? [];
	if (before === undefined || after === undefined) throw new Error(`The README has lost ${START} or ${END}`);
	const scopes = `All of them together need the scopes ${scopesForAll(nodes)
		.map((scope) => `\`${scope}\``)
		.join(', ')}.`;
	return `${before}${START}\n\n${operationsTable(nodes)}\n\n${scopes}\n\n${END}${after}`;
}
