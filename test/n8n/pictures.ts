/** The pictures of the docs: what each shows, and how the editor is brought there. */
import type { Locator, Page } from 'playwright-core';
import { Picker } from '../e2e/picker';
import { openPanel, workflowOf } from '../e2e/tried';
import type { Stage } from './stage';

/** A part of the window: as wide as one thing, and down to the end of another. */
export interface Part {
	readonly wide: Locator;
	readonly downTo: Locator;
}

/** Brings the editor to what a picture shows. @returns the part of the window that it shows, where not all of it */
export type Scene = (page: Page, stage: Stage) => Promise<Part | undefined>;

/** A choice from a list, as the editor saves it. */
const picked = (value: string | undefined, cachedResultName: string) => ({
	__rl: true,
	mode: 'list',
	value: value ?? '',
	cachedResultName,
});

/** The panel of a node with something filled in. */
const panelOf =
	(type: string, parametersIn: (stage: Stage) => object): Scene =>
	async (page, stage) => {
		const workflow = await workflowOf(stage, [{ name: type, type, parameters: parametersIn(stage) }]);
		await openPanel(page, stage.server.url, workflow);
		// n8n lays the neighbours of the node over the edge of its panel.
		await page.addStyleTag({ content: '[data-test-id="floating-node"] { display: none }' });
		const wide = page.getByTestId('node-parameters');
		return { wide, downTo: wide.locator('.parameter-input-list-wrapper').first() };
	};

/** The same with the list of a field open, searched for `typed`, and `shows` among its lines. */
const listOf =
	(type: string, parametersIn: (stage: Stage) => object, name: string, shows: string, typed = ''): Scene =>
	async (page, stage) => {
		const panel = await panelOf(type, parametersIn)(page, stage);
		if (!panel) throw new Error(`${type} has no panel`);
		const picker = new Picker(page, name);
		await picker.open();
		if (typed !== '') await picker.search(typed);
		await picker.lines.filter({ hasText: shows }).first().waitFor();
		if (typed !== '') await picker.lines.filter({ hasNotText: typed }).first().waitFor({ state: 'detached' });
		const list = page.locator(':has(> [data-test-id="rlc-item"])').filter({ visible: true });
		return { ...panel, downTo: list.first() };
	};

/** The example of the OA system, run once, with the node open that marks an offer as sent. */
const oaExample: Scene = async (page, { server, workflows }) => {
	const { id } = workflows.find(({ file }) => file === 'offers-approved-in-oa.json') ?? {};
	await page.goto(`${server.url}/workflow/${id}`);
	const nodes = page.getByTestId('canvas-node');
	await page.getByTestId('execute-workflow-button').click();
	await nodes.getByTestId('canvas-node-status-success').nth(5).waitFor();
	await nodes.and(page.locator('[data-node-name="Mark as Sent"]')).dblclick();
	await page.getByText('Expiration Date', { exact: true }).waitFor();
	await page.getByTestId('output-panel').getByText('offer_status', { exact: true }).waitFor();
	return undefined;
};

const events = ['hire.offer.status_changed_v1', 'hire.application.stage_changed_v1'];

/** By the file below `docs`, without its ending. */
export const pictures: Readonly<Record<string, Scene>> = {
	editor: oaExample,
	'pictures/feishuHireOffer': panelOf('feishuHireOffer', ({ simulator: { ids } }) => ({
		resource: 'offer',
		operation: 'updateStatus',
		offerId: picked(ids.offers.approved, 'Ning Müller · Backend Engineer · 审批通过'),
		offerStatus: 6,
		expirationDate: '2026-03-31T00:00:00',
	})),
	'pictures/feishuHireExternalOffer': panelOf('feishuHireExternalOffer', ({ simulator: { ids } }) => ({
		resource: 'externalOffer',
		operation: 'create',
		externalApplicationId: picked(ids.externalApplications[0], 'Data Analyst'),
		additionalFields: { owner: 'Lin Yan', offerStatus: 'Sent', attachmentBinaryFields: 'letter' },
	})),
	'pictures/feishuHireApplication': panelOf('feishuHireApplication', ({ simulator: { ids } }) => ({
		resource: 'application',
		operation: 'transferStage',
		applicationId: picked(ids.applications.screening, 'Rafael Wang · Backend Engineer · 简历初筛'),
		stageId: { __rl: true, mode: 'name', value: '面试' },
		options: { dryRun: true },
	})),
	'pictures/pickApplication': listOf(
		'feishuHireApplication',
		() => ({ resource: 'application', operation: 'transferStage' }),
		'applicationId',
		'Wang',
		'Wang',
	),
	'pictures/pickStage': listOf(
		'feishuHireApplication',
		({ simulator: { ids } }) => ({
			resource: 'application',
			operation: 'transferStage',
			applicationId: picked(ids.applications.screening, 'Rafael Wang · Backend Engineer · 简历初筛'),
		}),
		'stageId',
		'present stage',
	),
	'pictures/feishuHireAttachment': panelOf('feishuHireAttachment', () => ({
		resource: 'attachment',
		operation: 'upload',
		binaryPropertyName: 'letter',
	})),
	'pictures/feishuHireTrigger': panelOf('feishuHireTrigger', () => ({ events, includeDetails: true })),
	'pictures/feishuHireConnectionTrigger': panelOf('feishuHireConnectionTrigger', () => ({
		events,
		includeDetails: true,
	})),
	'pictures/feishuHireUpdatesTrigger': panelOf('feishuHireUpdatesTrigger', () => ({
		watch: 'applications',
		on: 'updated',
		fetchDetails: true,
	})),
};
