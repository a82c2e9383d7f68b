/** The pages of which `npm run docs` writes parts, and those parts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FeishuHireApplication } from '../../nodes/FeishuHireApplication/FeishuHireApplication.node';
import * as application from '../../nodes/FeishuHireApplication/operations';
import applicationChinese from '../../nodes/FeishuHireApplication/translations/zh-CN/feishuHireApplication.json';
import { FeishuHireAttachment } from '../../nodes/FeishuHireAttachment/FeishuHireAttachment.node';
import * as attachment from '../../nodes/FeishuHireAttachment/operations';
import attachmentChinese from '../../nodes/FeishuHireAttachment/translations/zh-CN/feishuHireAttachment.json';
import { FeishuHireExternalOffer } from '../../nodes/FeishuHireExternalOffer/FeishuHireExternalOffer.node';
import * as externalOffer from '../../nodes/FeishuHireExternalOffer/operations';
import externalOfferChinese from '../../nodes/FeishuHireExternalOffer/translations/zh-CN/feishuHireExternalOffer.json';
import { FeishuHireOffer } from '../../nodes/FeishuHireOffer/FeishuHireOffer.node';
import * as offer from '../../nodes/FeishuHireOffer/operations';
import offerChinese from '../../nodes/FeishuHireOffer/translations/zh-CN/feishuHireOffer.json';
import {
	operationsTable,
	scopesForAll,
	shortChineseTable,
	shortTable,
	type Described,
} from './operationsTable';

const nodes: Described[] = [
	{ description: new FeishuHireOffer().description, operations: Object.values(offer), chinese: offerChinese },
	{
		description: new FeishuHireExternalOffer().description,
		operations: Object.values(externalOffer),
		chinese: externalOfferChinese,
	},
	{
		description: new FeishuHireApplication().description,
		operations: Object.values(application),
		chinese: applicationChinese,
	},
	{
		description: new FeishuHireAttachment().description,
		operations: Object.values(attachment),
		chinese: attachmentChinese,
	},
];

const root = join(__dirname, '../..');

/** Not in the root: npm would pack it there and show it in place of the English one. */
export const CHINESE = join(root, 'docs/README.zh-CN.md');
export const ENGLISH = join(root, 'README.md');
const OPERATIONS = join(root, 'docs/operations.md');

function withPart(page: string, name: string, part: string): string {
	const start = `<!-- ${name}: written by npm run docs -->`;
	const end = `<!-- /${name} -->`;
	const [before, rest] = page.split(start);
	const [, after] = rest?.split(end) ?? [];
	if (before === undefined || after === undefined) throw new Error(`A page has lost ${start} or ${end}`);
	return [before, [start, part, end].join('\n\n'), after].join('');
}

const scopes = (between: string) =>
	scopesForAll(nodes)
		.map((scope) => `\`${scope}\``)
		.join(between);

const PARTS = [
	{ page: ENGLISH, parts: { scopes: scopes(', '), operations: shortTable(nodes) } },
	{ page: CHINESE, parts: { scopes: scopes('、'), operations: shortChineseTable(nodes) } },
	{ page: OPERATIONS, parts: { operations: operationsTable(nodes) } },
];

/** Each page as it should be. */
export const freshPages = () =>
	PARTS.map(({ page, parts }) => ({
		page,
		text: Object.entries(parts).reduce(
			(text, [name, part]) => withPart(text, name, part),
			readFileSync(page, 'utf8'),
		),
	}));
