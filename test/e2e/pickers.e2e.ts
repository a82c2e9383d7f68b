/** The lists of a large company in the editor of real n8n: each opened, searched, scrolled, picked from and run. */
import type { Page } from 'playwright-core';
import type { Param } from '../../nodes/declare/params';
import { declared, type Declared } from '../contract/declared';
import { loadExamples, type Workflow } from '../n8n/examples';
import type { Stage } from '../n8n/stage';
import { Editing } from './editing';
import type { NodeWish } from './tried';

let editing: Editing;
let stage: Stage;
let page: Page;

beforeAll(async () => {
	editing = await Editing.begun({ large: true });
	({ stage, page } = editing);
}, 900_000);
afterAll(async () => await editing?.end());

const NOTHING = { __rl: true, mode: 'list', value: '' };

/** The kinds of ID by which the lists of the contacts can be had. */
const LISTED = {
	departmentIdType: 'open_department_id',
	employeeTypeIdType: 'employee_type_enum_id',
	jobFamilyIdType: 'job_family_id',
	jobLevelIdType: 'job_level_id',
};

/** A node of an operation, with nothing picked yet in these parameters, and the rest filled in. */
function nodeOf(title: string, names: readonly string[] = [], more: object = {}, name = 'Picks'): NodeWish {
	const found = declared.find((each) => each.title === title);
	if (!found) throw new Error(`There is no ${title}`);
	const { resource, value: operation, params, collection } = found.operation;
	const sections: Record<string, Record<string, unknown>> = {};
	for (const each of names) {
		const param = params[each];
		if (param && !param.open) (sections[param.section ?? collection] ??= {})[each] = NOTHING;
	}
	const kinds = Object.entries(LISTED).filter(([kind]) => kind in params);
	const idTypes = kinds.length > 0 ? { idTypes: Object.fromEntries(kinds) } : {};
	return { name, type: found.node, parameters: { resource, operation, ...sections, ...idTypes, ...more } };
}

/** Opens the panel of an operation in which nothing is picked yet. */
const begin = async (title: string, more: object = {}) =>
	await editing.open(await editing.workflowOf([nodeOf(title, [], more)]));

/** Each list once, in the first operation that has it. */
const lists = new Map<string, Declared & { param: string; look: Param['look'] }>();
for (const each of declared) {
	for (const [param, { lookup, look }] of Object.entries(each.operation.params)) {
		if (lookup && look.type === 'resourceLocator' && !lists.has(lookup.name))
			lists.set(lookup.name, { ...each, param, look });
	}
}

/** What has to be typed, where a list without it would have to read very much. */
const TYPED: Readonly<Record<string, string>> = {
	searchEmployees: 'Ursula Zhong',
	searchExternalApplications: 'Ursula Zhong',
	searchExternalOffers: 'Ursula Zhong',
};

/** Someone who has an imported application and offer, and was onboarded. */
function addUrsula(): void {
	const { company, ids } = stage.simulator;
	const talent = company.addTalent('Ursula Zhong');
	const imported = company.importExternalApplication({ externalTalentId: talent.id, jobTitle: '数据分析师' });
	company.addExternalOffer({
		externalApplicationId: imported.id,
		offerStatus: '已发放',
		attachmentIds: [],
	});
	const { id: applicationId } = company.addApplication({
		talentId: talent.id,
		jobId: ids.jobs.backendEngineer,
		stageId: ids.stages.social.onboarded,
	});
	company.addEmployee({
		applicationId,
		employed: true,
		converted: false,
		onboardTime: 1,
		expectedConversionTime: 2,
	});
}

it('each list opens with lines, none of them cut off, and names the thing in all its ways', async () => {
	expect(lists.size).toBeGreaterThan(20);
	addUrsula();
	const { ids } = stage.simulator;
	const all = [...lists];
	const workflow = await editing.workflowOf(
		all.map(([name, { title, param }]) =>
			nodeOf(
				title,
				[param],
				name === 'searchInterviews'
					? {
							applicationId: { ...NOTHING, mode: 'id', value: ids.applications.interview },
							filters: { interviewId: NOTHING },
						}
					: {},
				name,
			),
		),
	);
	const seen: unknown[] = [];
	for (const [index, [name, { param, look }]] of all.entries()) {
		await editing.open(workflow, `node-${index}`);
		const picker = editing.picker(param);
		const modes = await picker.modes();
		await picker.open();
		if (TYPED[name]) await picker.search(TYPED[name]);
		await picker.lines.or(picker.refusal).first().waitFor();
		const cut = await picker.lines.evaluateAll((lines) =>
			lines
				.filter((line) =>
					[line, ...line.querySelectorAll('*')].some(
						({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
					),
				)
				.map(({ textContent }) => textContent),
		);
		seen.push({ name, refused: await picker.refusal.count(), cut, modes });
		expect(modes.map((mode) => mode.toLowerCase())).toEqual(
			(look.modes ?? []).map(({ displayName }) => displayName.toLowerCase()),
		);
	}
	expect(seen).toEqual(
		all.map(([name]) => ({ name, refused: 0, cut: [], modes: expect.any(Array) as unknown })),
	);
}, 600_000);

describe('applications, of which there are 100,000', () => {
	it('come page after page, are found by what is typed, and the one that is picked is moved', async () => {
		await begin('application.transferStage');
		const application = editing.picker('applicationId');
		await application.open();
		await application.lines.first().waitFor();
		const first = await application.lines.count();
		await application.lines.last().hover();
		await page.mouse.wheel(0, 2000);
		await application.lines.nth(first).waitFor();

		await application.search('Zoë 🦄');
		await application.lines.filter({ hasText: 'Zoë 🦄 Müller' }).first().waitFor();
		await application.lines.filter({ hasNotText: 'Zoë' }).first().waitFor({ state: 'detached' });
		await application.search('王伟');
		// What is onboarded stays there.
		const movable = application.lines.filter({ hasText: '王伟', hasNotText: /已入职|ended/ });
		await movable.first().click();
		const stageOf = editing.picker('stageId');
		await stageOf.open();
		await stageOf.lines.filter({ hasText: 'present stage' }).first().waitFor();
		await stageOf.lines.filter({ hasNotText: 'present stage' }).first().click();
		await editing.execute('success');
		expect(stage.simulator.applied.at(-1)?.route).toMatch(/transfer_stage$/);
	});

	it.each(['محمد علي', 'יעל כהן', '<b>Bobby</b>', 'O’Connor'])('of %s are found', async (name) => {
		await begin('application.transferStage');
		await editing.picker('applicationId').pick(name);
		const chosen = page.getByTestId('resource-locator-applicationId').getByTestId('rlc-input').first();
		expect(await chosen.inputValue()).toContain(name);
	});
});

describe('a list that fails says why', () => {
	const scopes = ['hire:job:readonly', 'hire:job'];
	beforeEach(() => scopes.forEach((scope) => stage.simulator.revokeScope(scope)));
	afterEach(() => scopes.forEach((scope) => stage.simulator.grantScope(scope)));

	it('names the scope that the app lacks', async () => {
		await begin('application.create');
		const job = editing.picker('jobId');
		await job.open();
		await job.refusal.waitFor();
		expect(await job.refusal.innerText()).toMatch(/hire:job/);
	});
});

/** What is written to Feishu Hire while this is done, in a company that is as at first. */
async function written(work: () => Promise<void>) {
	stage.simulator.reset();
	await work();
	return stage.simulator.requests
		.filter(({ method, acted, path }) => acted && method !== 'GET' && !/auth|batch_get_id/.test(path))
		.map(({ method, path, body }) => ({ method, path, body }));
}

/** What an example writes, as it stands. */
async function writtenBy(file: string) {
	const example = stage.workflows.find((each) => each.file === file);
	if (!example) throw new Error(`There is no ${file}`);
	return await written(async () => {
		await editing.show(example.id);
		await page.getByTestId('execute-workflow-button').first().click();
		await page.getByText('Workflow executed successfully').first().waitFor();
	});
}

interface Row {
	candidate: string;
	applicationId: string;
	stageId: string;
	feishuOfferId: string;
	reasonIds: string[];
	remark: string;
}

/** The rows of an example that its workflow begins with. */
function rowsOf(file: string, key: string): Array<Partial<Row>> {
	const example = loadExamples().find((each) => each.file === file);
	const text = example?.workflow.nodes.map(({ parameters }) => parameters.jsonOutput).find(Boolean);
	return (JSON.parse(String(text).replace(/^=/, '')) as Record<string, Array<Partial<Row>>>)[key] ?? [];
}

/** An example in which nothing is picked in a node, `node-0` from now on. @returns the ID of the workflow */
async function withNothingPicked(file: string, name: string): Promise<string> {
	const example = stage.workflows.find((each) => each.file === file);
	const { nodes, connections, settings } = await stage.editor.get<
		Workflow & { connections: object; settings: object }
	>(`/workflows/${example?.id}`);
	const emptied = nodes.map((node) =>
		node.name === name
			? {
					...node,
					id: 'node-0',
					parameters: Object.fromEntries(
						Object.entries(node.parameters).map(([key, value]) => [
							key,
							typeof value === 'object' && value !== null && '__rl' in value ? NOTHING : value,
						]),
					),
				}
			: node,
	);
	const { id } = await stage.editor.post<Workflow>('/workflows', {
		name: 'Made anew',
		nodes: emptied,
		connections,
		settings,
	});
	return id;
}

describe('an example, made anew by picking alone, writes what it wrote', () => {
	const nameOf = (application = '') => {
		const { company } = stage.simulator;
		return company.talents.get(company.applications.get(application)?.talentId ?? '')?.name ?? '';
	};
	const reasonOf = ([id]: readonly string[] = []) =>
		stage.simulator.company.reasons.get(id ?? '')?.zhName ?? '';

	it('candidates are moved and terminated', async () => {
		const file = 'move-and-terminate-candidates.json';
		const all = await writtenBy(file);
		const rows = rowsOf(file, 'candidates');
		const { company } = stage.simulator;
		const [move, declined] = [rows[0], rows[2]];
		const again = await written(async () => {
			await begin('application.transferStage');
			await editing.picker('applicationId').pick(nameOf(move?.applicationId));
			const stages = [...company.processes.values()].flatMap((process) => process.stages);
			const to = stages.find(({ id }) => id === move?.stageId)?.zhName ?? '';
			await editing.picker('stageId').pick(to);
			await editing.execute('success');
			await begin('application.terminate', {
				additionalFields: { terminationReasonList: [], terminationReasonNote: declined?.remark },
			});
			await editing.picker('applicationId').pick(nameOf(declined?.applicationId));
			await editing.choose('terminationType', 'The Candidate Declined');
			await editing.choose('terminationReasonList', reasonOf(declined?.reasonIds as unknown as string[]));
			await editing.execute('success');
		});
		expect(again).toHaveLength(2);
		expect(all).toEqual(expect.arrayContaining(again));
	});

	it('offers that were decided on in another system are sent and declined', async () => {
		const file = 'offers-approved-in-oa.json';
		const all = await writtenBy(file);
		const [sent, declined] = rowsOf(file, 'offers');
		const { body } = all.find(({ path }) => path.includes(`/${sent?.feishuOfferId}/`)) ?? {};
		const again = await written(async () => {
			await begin('offer.updateStatus');
			await editing.picker('offerId').pick(sent?.candidate ?? '');
			await editing.choose('offerStatus', 'Sent');
			await editing.fill(
				'expirationDate',
				`${(body as { expiration_date: string }).expiration_date} 00:00:00`,
			);
			await editing.execute('success');
			await begin('offer.updateStatus');
			await editing.picker('offerId').pick(declined?.candidate ?? '');
			await editing.choose('offerStatus', 'Declined');
			await editing.choose('terminationReasonIdList', reasonOf(declined?.reasonIds));
			await editing.fill('terminationReasonNote', declined?.remark ?? '');
			await editing.execute('success');
		});
		expect(again).toHaveLength(2);
		expect(all).toEqual(expect.arrayContaining(again));
	});

	it('an offer with fields of its own is created', async () => {
		const file = 'offer-with-custom-fields.json';
		const all = await writtenBy(file);
		const [row] = rowsOf(file, 'candidates');
		const again = await written(async () => {
			await editing.open(await withNothingPicked(file, 'Create Offer'));
			await editing.picker('applicationId').pick(row?.candidate ?? '');
			await editing.picker('departmentId').pick('研发部');
			await editing.picker('leaderUserId').pick('林燕');
			await editing.picker('ownerUserId').pick('陈浩');
			await editing.picker('operatorUserId').pick('陈浩');
			await editing.picker('offerForm').pick('社招');
			await editing.execute('offer_id');
		});
		expect(again).toHaveLength(1);
		expect(again).toEqual(all);
	});
});
