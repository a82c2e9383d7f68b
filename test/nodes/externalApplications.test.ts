/** Applications imported from other systems. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { byId, runNode } from '../n8nCore/run';
import { hireRequests } from './calls';

let simulator: Simulator;
let talent = '';
beforeEach(async () => {
	simulator = await startSimulator();
	talent = simulator.company.addTalent('Jun Wang').id;
});
afterEach(async () => await simulator.close());

const PATH = '/open-apis/hire/v1/external_applications';

const run = async (operation: string, parameters: INodeParameters, items?: IDataObject[]) =>
	await runNode(simulator, {
		node: 'feishuHireExternalOffer',
		parameters: { resource: 'externalApplication', operation, simplify: false, ...parameters },
		items,
	});

const sent = () =>
	hireRequests(simulator).map(({ method, path, query, body }) => ({ method, path, query, body }));

/** As the example of the page has them. */
const fields = {
	jobRecruitmentType: 1,
	jobTitle: '高级 Java',
	resumeSource: '内推',
	stage: '简历初筛',
	terminationReason: '不合适',
	deliveryType: 1,
	modifyTime: '2021-04-15 23:24:38.645',
	createTime: '1618500278644',
	terminationType: 'HR 主动终止',
};
const wire = {
	job_recruitment_type: 1,
	job_title: '高级 Java',
	resume_source: '内推',
	stage: '简历初筛',
	termination_reason: '不合适',
	delivery_type: 1,
	modify_time: 1_618_500_278_645,
	create_time: 1_618_500_278_644,
	termination_type: 'HR 主动终止',
};

const add = (title: string) =>
	simulator.company.importExternalApplication({
		externalTalentId: talent,
		jobTitle: title,
		recruitmentType: 2,
		stage: 'Interview',
		deliveryType: 3,
		createTime: 1_700_000_000_000,
	}).id;

test('Create, as in the example of the page', async () => {
	const { json, error } = await run('create', {
		talentId: byId(talent),
		additionalFields: { externalId: '729557715718', ...fields },
	});
	expect(error).toBeUndefined();
	expect(sent()).toEqual([
		{
			method: 'POST',
			path: PATH,
			query: {},
			body: { external_id: '729557715718', talent_id: talent, ...wire },
		},
	]);
	expect(json).toEqual([{ id: expect.stringMatching(/^\d+$/) as string, talent_id: talent, ...wire }]);
});

test('Create without an External ID makes one, so that a lost answer makes no second application', async () => {
	const before = simulator.company.externalApplications.size;
	simulator.fail({
		kind: 'dropAfter',
		route: 'POST /open-apis/hire/v1/external_applications',
		acted: true,
		times: 1,
	});
	const { json, error } = await run('create', { talentId: byId(talent) });
	expect(error).toBeUndefined();
	expect(json).toEqual([expect.objectContaining({ talent_id: talent })]);
	const keys = hireRequests(simulator).map(({ body }) => (body as IDataObject).external_id);
	expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), keys[0]]);
	expect(simulator.company.externalApplications.size).toBe(before + 1);
});

test('Create for a candidate whom Feishu Hire does not know', async () => {
	const { error } = await run('create', { talentId: byId('6900000000000000001') });
	expect(error?.message).toMatch(/candidate.*does not exist.*\[item 0\]/);
	expect(error?.description).toMatch(/'Candidate'.*1002102/);
});

test('Create refuses a recruitment type that there is not, before anything is sent', async () => {
	const { error } = await run('create', {
		talentId: byId(talent),
		additionalFields: { jobRecruitmentType: '={{ 3 }}' },
	});
	expect(error?.message).toMatch(/Job Recruitment Type/);
	expect(sent()).toEqual([]);
});

test('Update keeps the other fields by default', async () => {
	const others = Array.from({ length: 24 }, (_, index) => add(`Job ${index}`));
	const id = add('Data Analyst');
	const { json, error } = await run('update', {
		externalApplicationId: byId(id),
		talentId: byId(talent),
		updateFields: { stage: 'Offer' },
	});
	expect(error).toBeUndefined();
	expect(others).toHaveLength(24);
	// The record stands on the second page of its candidate.
	expect(sent().map(({ method, path, query }) => [method, path, query.page_size, query.talent_id])).toEqual([
		['GET', PATH, '20', talent],
		['GET', PATH, '20', talent],
		['PUT', `${PATH}/${id}`, undefined, undefined],
	]);
	expect(sent().at(-1)?.body).toEqual({
		talent_id: talent,
		job_title: 'Data Analyst',
		job_recruitment_type: 2,
		delivery_type: 3,
		create_time: 1_700_000_000_000,
		stage: 'Offer',
	});
	expect(json).toEqual([expect.objectContaining({ id, stage: 'Offer', job_title: 'Data Analyst' })]);
});

test('Update with Clear erases what is left out, without reading the record', async () => {
	const id = add('Data Analyst');
	const { error } = await run('update', {
		externalApplicationId: byId(id),
		talentId: byId(talent),
		fieldsLeftOut: 'clear',
		updateFields: fields,
	});
	expect(error).toBeUndefined();
	expect(sent()).toEqual([
		{ method: 'PUT', path: `${PATH}/${id}`, query: {}, body: { talent_id: talent, ...wire } },
	]);
	await run('update', {
		externalApplicationId: byId(id),
		talentId: byId(talent),
		fieldsLeftOut: 'clear',
	});
	expect(simulator.company.externalApplications.get(id)).toEqual({ id, externalTalentId: talent });
});

test('Update: two updates of one record both last', async () => {
	const id = add('Data Analyst');
	await run(
		'update',
		{
			externalApplicationId: byId(id),
			talentId: byId(talent),
			updateFields: { stage: '={{ $json.stage }}', resumeSource: '={{ $json.source }}' },
		},
		[{ stage: 'Offer' }, { source: '内推' }],
	);
	expect(simulator.company.externalApplications.get(id)).toMatchObject({
		stage: 'Offer',
		resumeSource: '内推',
		jobTitle: 'Data Analyst',
	});
});

test('Update of an application that is not of this candidate writes nothing', async () => {
	const [foreign = ''] = simulator.ids.externalApplications;
	const { error } = await run('update', { externalApplicationId: byId(foreign), talentId: byId(talent) });
	expect(error?.message).toMatch(/no such external application.*\[item 0\]/);
	expect(error?.description).toMatch(/'External Application'.*'Candidate'/);
	expect(simulator.applied).toHaveLength(0);
});

describe('Get Many', () => {
	it('with Limit 7 fetches one page, no larger', async () => {
		for (let index = 0; index < 45; index++) add(`Job ${index}`);
		const { json } = await run('getAll', { talentId: byId(talent), limit: 7 });
		expect(json.map(({ job_title: title }) => title)).toEqual(
			Array.from({ length: 7 }, (_, index) => `Job ${index}`),
		);
		expect(sent()).toEqual([
			{ method: 'GET', path: PATH, query: { talent_id: talent, page_size: '7' }, body: undefined },
		]);
	});

	it('with Return All fetches all pages, the largest that there are', async () => {
		const ids = Array.from({ length: 45 }, (_, index) => add(`Job ${index}`));
		const { json } = await run('getAll', { talentId: byId(talent), returnAll: true });
		expect(json.map(({ id }) => id)).toEqual(ids);
		expect(sent().map(({ query }) => query.page_size)).toEqual(['20', '20', '20']);
	});

	it('gives no item and no error for a candidate without any', async () => {
		const { json, error } = await run('getAll', { talentId: byId(talent) });
		expect([json, error]).toEqual([[], undefined]);
	});

	it('simplified is one flat row', async () => {
		await run('create', { talentId: byId(talent), additionalFields: fields });
		const simple = await run('getAll', { talentId: byId(talent), simplify: true });
		expect(simple.json[0]).toMatchObject({
			talent_id: talent,
			job_title: '高级 Java',
			job_recruitment_type: 1,
			job_recruitment_type_name: 'Experienced Hires',
			delivery_type_name: 'Sourced by HR',
			create_time: '2021-04-15T23:24:38.644+08:00',
		});
		const raw = await run('getAll', { talentId: byId(talent), simplify: false });
		expect(raw.json).toEqual([{ id: simple.json[0]?.external_application_id, talent_id: talent, ...wire }]);
	});

	it('says that the candidate does not exist', async () => {
		const { error } = await run('getAll', { talentId: byId('6900000000000000001') });
		expect(error?.message).toMatch(/candidate.*does not exist/);
	});
});

describe('Delete', () => {
	it('deletes the application and gives what it was', async () => {
		const id = add('Data Analyst');
		const { json, error } = await run('delete', {
			externalApplicationId: byId(id),
			additionalFields: { talentId: byId(talent) },
		});
		expect(error).toBeUndefined();
		expect(sent()).toEqual([
			{ method: 'DELETE', path: `${PATH}/${id}`, query: { talent_id: talent }, body: undefined },
		]);
		expect(json).toEqual([expect.objectContaining({ id, job_title: 'Data Analyst' })]);
		expect(simulator.company.externalApplications.has(id)).toBe(false);
	});

	it('tells as unknown what it may have done when the answer was lost', async () => {
		const id = add('Data Analyst');
		simulator.fail({
			kind: 'dropAfter',
			route: 'DELETE /open-apis/hire/v1/external_applications/:external_application_id',
			acted: true,
			times: 1,
		});
		const { json, error } = await run('delete', { externalApplicationId: byId(id) });
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/^It is unknown whether this was done/);
	});

	it('says what may be wrong when the candidate is another one', async () => {
		const id = add('Data Analyst');
		const { error } = await run('delete', {
			externalApplicationId: byId(id),
			additionalFields: { talentId: byId(simulator.company.addTalent('Mei Li').id) },
		});
		expect(error?.description).toMatch(/another candidate.*1002002/);
		expect(simulator.company.externalApplications.has(id)).toBe(true);
	});
});
