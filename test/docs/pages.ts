/** The pages that `npm run docs` writes, whole or in parts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { described } from './described';
import { code } from './markdown';
import { nodePage } from './nodePage';
import { partsTable, permissionsTable } from './permissionsTable';
import { chineseOperationsTable, eventsTable, operationsTable, scopesForAll } from './readmeTables';
import { sharedPage } from './sharedPage';
import { connection, connectionPage, updates, updatesPage, webhook, webhookPage } from './triggerPages';

const root = join(__dirname, '../..');

/** Not in the root: npm would pack it there and show it in place of the English one. */
export const CHINESE = join(root, 'docs/README.zh-CN.md');
export const ENGLISH = join(root, 'README.md');

const nodePages = join(root, 'docs/nodes');

function withPart(page: string, name: string, part: string): string {
	const start = `<!-- ${name}: written by npm run docs -->`;
	const end = `<!-- /${name} -->`;
	const [before, rest] = page.split(start);
	const [, after] = rest?.split(end) ?? [];
	if (before === undefined || after === undefined) throw new Error(`A page has lost ${start} or ${end}`);
	return [before, [start, part, end].join('\n\n'), after].join('');
}

const PARTS = [
	{
		page: ENGLISH,
		parts: {
			scopes: scopesForAll().map(code).join(', '),
			operations: operationsTable('docs/nodes/'),
		},
	},
	{
		page: CHINESE,
		parts: {
			scopes: scopesForAll().map(code).join('、'),
			operations: chineseOperationsTable('nodes/'),
		},
	},
	{
		page: join(root, 'docs/triggers.md'),
		parts: { events: eventsTable(['Event', 'In Feishu', 'Scopes, any one'], ', ') },
	},
	{
		page: join(root, 'docs/triggers.zh-CN.md'),
		parts: { events: eventsTable(['事件（Event）', '飞书中的名称', '所需权限（任一）'], '、') },
	},
	{
		page: join(root, 'docs/permissions.md'),
		parts: { permissions: permissionsTable(), parts: partsTable() },
	},
];

const WHOLE: ReadonlyArray<readonly [name: string, text: string]> = [
	['README', sharedPage()],
	...described.map((node) => [node.description.name, nodePage(node)] as const),
	[webhook.name, webhookPage()],
	[connection.name, connectionPage()],
	[updates.name, updatesPage()],
];

/** Each page as it should be. */
export const freshPages = () => [
	...PARTS.map(({ page, parts }) => ({
		page,
		text: Object.entries(parts).reduce(
			(text, [name, part]) => withPart(text, name, part),
			readFileSync(page, 'utf8'),
		),
	})),
	...WHOLE.map(([name, text]) => ({ page: join(nodePages, `${name}.md`), text })),
];

/** Each page as it is. */
export const read = (page: string) => (existsSync(page) ? readFileSync(page, 'utf8') : '');
