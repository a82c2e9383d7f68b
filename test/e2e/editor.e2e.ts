/** The pack in the editor of real n8n, as its user sees it. */
import type { Page } from 'playwright-core';
import { declared } from '../contract/declared';
import type { Stage } from '../n8n/stage';
import { Editing, inNewest } from './editing';
import { panelOf, type NodeWish } from './tried';

let editing: Editing;
let stage: Stage;
let page: Page;

beforeAll(async () => {
	editing = await Editing.begun();
	({ stage, page } = editing);
}, 900_000);
afterAll(async () => await editing?.end());

const workflowOf = async (nodes: readonly NodeWish[], shape?: { inRow: boolean }) =>
	await editing.workflowOf(nodes, shape);
const open = async (workflow: string, node?: string) => await editing.open(workflow, node);

/** What the editor complains of, where it is about this pack. */
const ourComplaints = () =>
	editing.complaints.filter((words) => /feishu|parameter|Vue warn|TypeError/i.test(words));

const transfer = (more: object = {}): NodeWish => ({
	name: 'Move',
	type: 'feishuHireApplication',
	parameters: { resource: 'application', operation: 'transferStage', ...more },
});

describe('the search for nodes', () => {
	it.each(['feishu', 'lark', '飞书', '招聘', 'offer', 'hire'])('finds them by %s', async (word) => {
		await editing.show(await workflowOf([]));
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
		for (const [index, { title, operation }] of declared.entries()) {
			editing.complaints.length = 0;
			await open(workflow, `node-${index}`);
			const first = Object.values(operation.params).find(
				({ open: shown, required }) => shown && required === true,
			);
			if (first) await page.getByText(first.look.displayName, { exact: true }).first().waitFor();
			expect([title, ourComplaints()]).toEqual([title, []]);
		}
	},
	300_000,
);

inNewest.each([
	['feishuHireTrigger', 'Events'],
	['feishuHireConnectionTrigger', 'Events'],
	['feishuHireUpdatesTrigger', 'Watch'],
])('opens the panel of %s without a complaint in the console', async (type, field) => {
	const workflow = await workflowOf([{ name: 'Begins', type, parameters: {} }]);
	editing.complaints.length = 0;
	await open(workflow);
	await page.getByText(field, { exact: true }).first().waitFor();
	expect(ourComplaints()).toEqual([]);
});

describe('a picker', () => {
	it('lists, filters as one types, and its choice runs', async () => {
		const { applications, stages } = stage.simulator.ids;
		const screening = stage.simulator.company.applications.get(applications.screening);
		const candidate = stage.simulator.company.talents.get(screening?.talentId ?? '')?.name ?? '';
		await open(await workflowOf([transfer()]));

		const application = editing.picker('applicationId');
		await application.open();
		await application.lines.first().waitFor();
		await application.search(candidate);
		await application.lines.filter({ hasText: candidate }).first().click();
		const next = editing.picker('stageId');
		await next.open();
		// Only the stages of its own process, the present one marked.
		await next.lines.filter({ hasText: 'present stage' }).first().waitFor();
		await next.lines.filter({ hasText: '笔试' }).first().click();

		await editing.execute('success');
		expect(stage.simulator.company.applications.get(applications.screening)?.stageId).toBe(
			stages.social.exam,
		);
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
	await editing.execute('dry_run');
	expect(company.applications.get(evaluation)?.stageId).toBe(before);
	await open(await workflowOf([transfer(words)]));
	await editing.execute('success');
	expect(company.applications.get(evaluation)?.stageId).toBe(ids.stages.social.interview);
});

it('a wrong value shows its message', async () => {
	await open(await workflowOf([transfer({ applicationId: { __rl: true, mode: 'id', value: 'abc' } })]));
	await page.getByTestId('parameter-issues').first().hover();
	await page.getByText('An ID of Feishu Hire has digits only').first().waitFor();
});

it('the example with custom fields opens with its fields, which are not outdated', async () => {
	const { id } = stage.workflows.find(({ file }) => file === 'offer-with-custom-fields.json') ?? {};
	await editing.show(id ?? '');
	const node = page.getByTestId('canvas-node').and(page.locator('[data-node-name*="Offer"]')).first();
	await node.dblclick();
	await panelOf(page).getByText('Custom Fields', { exact: true }).waitFor();
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
	const to = await editing.parameter(into).boundingBox();
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
		await open(workflow, 'node-2');
		await drag('application_id', 'applicationId');
		await page.getByText('{{ $json.application_id }}').first().waitFor();
		await editing.show(workflow);
		await page.getByTestId('execute-workflow-button').first().click();
		for (const name of ['List', 'Read', 'Move']) {
			const node = page.getByTestId('canvas-node').and(page.locator(`[data-node-name="${name}"]`));
			await node.getByTestId('canvas-node-status-success').waitFor();
		}
		expect(company.applications.get(ids.applications.evaluation)?.stageId).toBe(ids.stages.social.interview);
	},
);

it('what comes out is read in a table', async () => {
	stage.simulator.reset();
	const parameters = { resource: 'application', operation: 'getAll', limit: 5 };
	await open(await workflowOf([{ name: 'List', type: 'feishuHireApplication', parameters }]));
	const output = await editing.execute('application_id');
	await output.getByText('5 items').first().waitFor();
	expect(await output.locator('table th').first().innerText()).toContain('application_id');
	expect(await output.locator('table tbody tr').count()).toBeGreaterThanOrEqual(5);
});

describe('fields that depend on a choice', () => {
	it('come and go with what happened to an employee', async () => {
		const parameters = { resource: 'onboarding', operation: 'updateEmployee' };
		await open(await workflowOf([{ name: 'Report', type: 'feishuHireApplication', parameters }]));
		const shown = (name: string) => page.getByText(name, { exact: true }).first();
		await editing.choose('employeeOperation', 'Became a Regular Employee');
		await shown('Actual End of Probation').waitFor();
		expect(await shown('Actual Departure Date').count()).toBe(0);
		await editing.choose('employeeOperation', 'Left the Company');
		await shown('Actual Departure Date').waitFor();
		await shown('Departure Reason').waitFor();
		await shown('Actual End of Probation').waitFor({ state: 'detached' });
	});

	it('offer the reasons of the chosen type', async () => {
		const parameters = {
			resource: 'application',
			operation: 'terminate',
			additionalFields: { terminationReasonList: [] },
		};
		await open(await workflowOf([{ name: 'End', type: 'feishuHireApplication', parameters }]));
		await editing.choose('terminationType', 'The Candidate Declined');
		await editing.openList('terminationReasonList', '接受了其他公司');
		await page.keyboard.press('Escape');
		await editing.choose('terminationType', 'We Rejected the Candidate');
		await editing.openList('terminationReasonList', '经验不足');
		const reasons = page.getByRole('option').filter({ visible: true });
		expect(await reasons.filter({ hasText: '接受了其他公司' }).count()).toBe(0);
	});
});

inNewest('a credential is made and tested in the editor, and a wrong secret is told in words', async () => {
	const { url, appId, appSecret } = stage.simulator;
	const save = async () => await page.getByTestId('credential-save-button').click();
	await page.goto(`${stage.server.url}/home/credentials`);
	await page.getByTestId('add-resource').or(page.getByTestId('add-resource-credential')).first().click();
	await page.getByPlaceholder('Search for app...').fill('Feishu Hire');
	await page
		.getByRole('option', { name: /Feishu Hire/ })
		.first()
		.click();
	await page.getByTestId('new-credential-type-button').click();
	await editing.choose('region', 'Other Base URL');
	await editing.fill('baseUrl', url);
	await editing.fill('appId', appId);
	await editing.fill('appSecret', 'wrong');
	await save();
	await page.getByText('More details').click();
	await page.getByText('The App Secret is wrong.').waitFor();
	await editing.fill('appSecret', appSecret);
	await save();
	await page.getByText('Connection tested successfully').waitFor();
});
