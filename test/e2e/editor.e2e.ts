/** The pack in the editor of real n8n, as its user sees it. */
import type { Page } from 'playwright-core';
import { declared } from '../contract/declared';
import type { Stage } from '../n8n/stage';
import { versions } from '../n8n/runtimes';
import { Editing, version } from './editing';
import type { NodeWish } from './tried';

/** In older n8n the rest is tried. */
const inNewest = version === versions[0] ? it : it.skip;

let editing: Editing;
let stage: Stage;
let page: Page;
/** What the editor wrote to the browser's console as a warning or an error. */
const complaints: string[] = [];

beforeAll(async () => {
	editing = await Editing.begun();
	({ stage, page } = editing);
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
}, 900_000);
afterAll(async () => await editing?.end());

const workflowOf = async (nodes: readonly NodeWish[], shape?: { inRow: boolean }) =>
	await editing.workflowOf(nodes, shape);
const open = async (workflow: string, node?: string) => await editing.open(workflow, node);
const parameter = (name: string) => editing.parameter(name);

const transfer = (more: object = {}): NodeWish => ({
	name: 'Move',
	type: 'feishuHireApplication',
	parameters: { resource: 'application', operation: 'transferStage', ...more },
});

describe('the search for nodes', () => {
	it.each(['feishu', 'lark', '飞书', '招聘', 'offer', 'hire'])('finds them by %s', async (word) => {
		await page.goto(`${stage.server.url}/workflow/${await workflowOf([])}`);
		await page.getByTestId('node-creator-plus-button').first().click();
		await page.getByTestId('node-creator-search-bar').fill(word);
		const found = page.getByTestId('node-creator-item-name');
		for (const name of ['Feishu Hire Offer', 'Feishu Hire External Offer', 'Feishu Hire Application'])
			await found.filter({ hasText: name }).first().waitFor();
	});
});

inNewest(
	'opens the panel of every operation without a complaint in the console',
	async () => {
		const nodes = declared.map(({ title, node, operation }) => ({
			name: title,
			type: node,
			parameters: { resource: operation.resource, operation: operation.value },
		}));
		const workflow = await workflowOf(nodes);
		await open(workflow);
		const ours = () => complaints.filter((words) => /feishu|parameter|Vue warn|TypeError/i.test(words));
		for (const [index, { title, operation }] of declared.entries()) {
			complaints.length = 0;
			await open(workflow, `node-${index}`);
			const first = Object.values(operation.params).find(
				({ open: shown, required }) => shown && required === true,
			);
			if (first) await page.getByText(first.look.displayName, { exact: true }).first().waitFor();
			expect([title, ours()]).toEqual([title, []]);
		}
	},
	600_000,
);

describe('a picker', () => {
	it('lists, filters as one types, and its choice runs', async () => {
		const { applications, stages } = stage.simulator.ids;
		const screening = stage.simulator.company.applications.get(applications.screening);
		const candidate = stage.simulator.company.talents.get(screening?.talentId ?? '')?.name ?? '';
		await open(await workflowOf([transfer()]));

		await parameter('applicationId').getByTestId('rlc-input').click();
		await page.getByTestId('rlc-item').first().waitFor();
		await page.getByTestId('rlc-search').filter({ visible: true }).fill(candidate);
		await page.getByTestId('rlc-item').filter({ hasText: candidate }).first().click();
		await parameter('stageId').getByTestId('rlc-input').click();
		// Only the stages of its own process, the present one marked.
		await page.getByTestId('rlc-item').filter({ hasText: 'present stage' }).first().waitFor();
		await page.getByTestId('rlc-item').filter({ hasText: '笔试' }).first().click();

		await page.getByTestId('node-execute-button').click();
		await page.getByTestId('output-panel').getByText('success').first().waitFor();
		expect(stage.simulator.company.applications.get(applications.screening)?.stageId).toBe(
			stages.social.exam,
		);
	});

	it('shows in the list why there is none', async () => {
		stage.simulator.fail({
			kind: 'code',
			route: 'GET /open-apis/hire/v1/jobs',
			http: 400,
			code: 99991672,
			msg: 'Access denied',
		});
		const create = { resource: 'application', operation: 'create' };
		await open(await workflowOf([{ name: 'Denied', type: 'feishuHireApplication', parameters: create }]));
		await parameter('jobId').getByTestId('rlc-input').click();
		await page
			.getByText(/hire:job:readonly|lacks a permission/)
			.first()
			.waitFor();
	});
});

it('a name and a candidate in words run, and a dry run writes nothing', async () => {
	const { company, ids } = stage.simulator;
	const { evaluation } = ids.applications;
	const talent = company.talents.get(company.applications.get(evaluation)?.talentId ?? '');
	const before = company.applications.get(evaluation)?.stageId;
	const words = {
		applicationId: { __rl: true, mode: 'candidate', value: talent?.email ?? '' },
		stageId: { __rl: true, mode: 'name', value: '面试' },
	};
	await open(await workflowOf([transfer({ ...words, options: { dryRun: true } })]));
	await page.getByTestId('node-execute-button').click();
	await page.getByTestId('output-panel').getByText('dry_run').first().waitFor();
	expect(company.applications.get(evaluation)?.stageId).toBe(before);
	await open(await workflowOf([transfer(words)]));
	await page.getByTestId('node-execute-button').click();
	await page.getByTestId('output-panel').getByText('success').first().waitFor();
	expect(company.applications.get(evaluation)?.stageId).toBe(ids.stages.social.interview);
});

it('a wrong value shows its message', async () => {
	await open(await workflowOf([transfer({ applicationId: { __rl: true, mode: 'id', value: 'abc' } })]));
	await page.getByTestId('parameter-issues').first().hover();
	await page.getByText('An ID of Feishu Hire has digits only').first().waitFor();
});

it('the example with custom fields opens with its fields, which are not outdated', async () => {
	const { id } = stage.workflows.find(({ file }) => file === 'offer-with-custom-fields.json') ?? {};
	await page.goto(`${stage.server.url}/workflow/${id}`);
	const node = page.getByTestId('canvas-node').and(page.locator('[data-node-name*="Offer"]')).first();
	await node.dblclick();
	await page.getByText('Custom Fields', { exact: false }).first().waitFor();
	await page.getByTestId('mapping-fields-container').waitFor();
	expect(await page.getByText(/outdated/i).count()).toBe(0);
});

/** Drags a field of what the node before gives, or will give, into a parameter. */
async function drag(field: string, into: string): Promise<void> {
	const from = page
		.getByTestId('ndv-input-panel')
		.locator(`[data-target="mappable"][data-name="${field}"]`)
		.first();
	await from.hover();
	await page.mouse.down();
	const to = await parameter(into).boundingBox();
	if (!to) throw new Error(`The panel does not show ${into}`);
	await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 20 });
	await page.mouse.up();
}

inNewest(
	'fields of nodes that never ran are dragged into the next ones, and all three run at once',
	async () => {
		stage.simulator.reset();
		const { company, ids } = stage.simulator;
		const workflow = await workflowOf(
			[
				{
					name: 'List',
					type: 'feishuHireApplication',
					parameters: {
						resource: 'application',
						operation: 'getAll',
						returnAll: true,
						filters: { stageId: { __rl: true, mode: 'id', value: ids.stages.social.evaluation } },
					},
				},
				{
					name: 'Read',
					type: 'feishuHireApplication',
					parameters: {
						resource: 'application',
						operation: 'get',
						applicationId: { __rl: true, mode: 'id', value: '' },
					},
				},
				transfer({
					applicationId: { __rl: true, mode: 'id', value: '' },
					stageId: { __rl: true, mode: 'name', value: '面试' },
				}),
			],
			{ inRow: true },
		);
		await open(workflow, 'node-1');
		await drag('application_id', 'applicationId');
		await page.getByText('{{ $json.application_id }}').first().waitFor();
		await page.keyboard.press('Escape');
		await page.getByTestId('canvas-node').and(page.locator('[data-node-name="Move"]')).dblclick();
		await drag('application_id', 'applicationId');
		await page.getByText('{{ $json.application_id }}').first().waitFor();
		await page.keyboard.press('Escape');
		await page.getByTestId('execute-workflow-button').click();
		await page.getByTestId('canvas-node-status-success').nth(3).waitFor();
		expect(company.applications.get(ids.applications.evaluation)?.stageId).toBe(ids.stages.social.interview);
	},
);
