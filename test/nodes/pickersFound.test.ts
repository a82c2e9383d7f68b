/** The lists of things that are found by what is typed: a candidate's name, telephone number or e-mail. */
import type { INodeParameters } from 'n8n-workflow';
import { searchList, searchPage } from '../n8nCore/panel';
import type { NodeName } from '../n8nCore/pack';
import { byId } from '../n8nCore/run';
import { OfferStatus, startSimulator, type Simulator } from '../simulator';
import { hireRequests } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ limits: false });
});
afterEach(async () => await simulator.close());

const picker = (
	node: NodeName,
	operation: string,
	method: string,
	parameter: string,
	more: INodeParameters = {},
) => {
	const [resource = '', value = ''] = operation.split('.');
	return { node, method, parameter, parameters: { resource, operation: value, ...more } };
};

const APPLICATIONS = picker(
	'feishuHireApplication',
	'application.get',
	'searchApplications',
	'applicationId',
);
const OFFERS = picker('feishuHireOffer', 'offer.get', 'searchOffers', 'offerId');
const TALENTS = picker('feishuHireApplication', 'application.create', 'searchTalents', 'talentId');
const EXTERNAL = picker(
	'feishuHireExternalOffer',
	'externalApplication.update',
	'searchExternalApplications',
	'externalApplicationId',
);
const EXTERNAL_OFFERS = picker(
	'feishuHireExternalOffer',
	'externalOffer.get',
	'searchExternalOffers',
	'externalOfferId',
);
const EMPLOYEES = picker('feishuHireApplication', 'onboarding.getEmployee', 'searchEmployees', 'employeeId');

const found = async (list: typeof APPLICATIONS, typed?: string) =>
	(await searchList(simulator, list, typed)).results;

/** A candidate with two applications, the second of them ended. */
function candidate(name: string) {
	const { company, ids } = simulator;
	const talent = company.addTalent(name);
	const { interview, offer } = ids.stages.social;
	const ended = company.addApplication({
		talentId: talent.id,
		jobId: ids.jobs.recruiter,
		stageId: interview,
		termination: { type: 27, reasonIds: [] },
	});
	const active = company.addApplication({
		talentId: talent.id,
		jobId: ids.jobs.backendEngineer,
		stageId: offer,
	});
	return { talent, active, ended };
}

describe('applications', () => {
	test('of a name, with job and stage, the active ones first', async () => {
		const { active, ended } = candidate('Ursula Zhong');
		expect(await found(APPLICATIONS, 'zhong')).toEqual([
			{ name: 'Ursula Zhong · Backend Engineer · Offer 沟通', value: active.id },
			{ name: 'Ursula Zhong · Recruiter · 面试 · ended', value: ended.id },
		]);
	});

	test('of an e-mail address, and of a telephone number', async () => {
		const { talent, active } = candidate('Ursula Zhong');
		for (const typed of [talent.email, `139${talent.id.slice(-8)}`]) {
			expect((await found(APPLICATIONS, typed))[0]?.value).toBe(active.id);
		}
	});

	test('by an ID pasted', async () => {
		const { ended } = candidate('Ursula Zhong');
		expect(await found(APPLICATIONS, ` ${ended.id} `)).toEqual([
			{ name: 'Ursula Zhong · Recruiter · 面试 · ended', value: ended.id },
		]);
		await expect(found(APPLICATIONS, '6999999999999999999')).rejects.toThrow(
			/The application does not exist/,
		);
	});

	test('none of a name that nobody has: what is typed is never left out of account', async () => {
		expect(await found(APPLICATIONS, 'Nobody of this name')).toEqual([]);
	});

	test('where nothing is typed: all, those under way before those that have ended, the last changed first', async () => {
		const { active, ended } = candidate('Ursula Zhong');
		active.modifyTime = Date.now() - 60_000;
		const all = await found(APPLICATIONS);
		expect(all[0]?.value).toBe(active.id);
		expect(all.map(({ value }) => value).sort()).toEqual([...simulator.company.applications.keys()].sort());
		const endedFrom = all.findIndex(({ name }) => name.endsWith(' · ended'));
		expect(all.slice(endedFrom).every(({ name }) => name.endsWith(' · ended'))).toBe(true);
		expect(all.slice(endedFrom).map(({ value }) => value)).toContain(ended.id);
	});

	test('of names that are hard to show stand as they are', async () => {
		for (const name of ['محمد علي', '🦄 Zoë', '<b>Bobby</b>', '欧阳\u3000明', "O'Connor", '=1+1']) {
			const { active } = candidate(name);
			const line = (await found(APPLICATIONS, name)).find(({ value }) => value === active.id);
			expect(line?.name).toBe(`${name} · Backend Engineer · Offer 沟通`);
		}
	});
});

describe('offers', () => {
	test('of a name, with job and state', async () => {
		const { active, talent } = candidate('Ursula Zhong');
		const offer = simulator.company.addOffer(active.id, OfferStatus.sent);
		expect(await found(OFFERS, 'ursula')).toEqual([
			{ name: 'Ursula Zhong · Backend Engineer · 已发送', value: offer.id },
		]);
		expect((await found(OFFERS, talent.email)).map(({ value }) => value)).toEqual([offer.id]);
		expect(await found(OFFERS, 'Nobody of this name')).toEqual([]);
	});

	test('of those who changed last, where nothing is typed', async () => {
		const { active, talent } = candidate('Ursula Zhong');
		talent.modifyTime = Date.now();
		const offer = simulator.company.addOffer(active.id, OfferStatus.created);
		const { results } = await searchPage(simulator, OFFERS);
		expect(results[0]).toEqual({ name: 'Ursula Zhong · Backend Engineer · 已创建', value: offer.id });
	});
});

test('candidates: name and what they are reached by', async () => {
	const { talent } = candidate('Ursula Zhong');
	expect(await found(TALENTS, 'Ursula')).toEqual([
		{ name: `Ursula Zhong · ${talent.email}`, value: talent.id },
	]);
	const [page] = hireRequests(simulator);
	expect(page?.query).toMatchObject({ keyword: 'Ursula', page_size: '20' });
});

test('imported applications and offers: candidate, job, and stage or state', async () => {
	const { company } = simulator;
	const { talent } = candidate('Ursula Zhong');
	const imported = company.importExternalApplication({
		externalTalentId: talent.id,
		jobTitle: '数据分析师',
		stage: '终面',
	});
	const offer = company.addExternalOffer({
		externalApplicationId: imported.id,
		offerStatus: '已发放',
		attachmentIds: [],
	});
	expect(await found(EXTERNAL, 'Ursula')).toEqual([
		{ name: 'Ursula Zhong · 数据分析师 · 终面', value: imported.id },
	]);
	expect(await found(EXTERNAL_OFFERS, 'Ursula')).toEqual([
		{ name: 'Ursula Zhong · 数据分析师 · 已发放', value: offer.id },
	]);
	expect(await found(EXTERNAL_OFFERS, 'Nobody of this name')).toEqual([]);
});

test('employees: those whom an application has become', async () => {
	const { company, ids } = simulator;
	const { active } = candidate('Ursula Zhong');
	expect(await found(EMPLOYEES, 'Ursula')).toEqual([]);
	const employee = company.addEmployee({
		applicationId: active.id,
		employed: true,
		converted: false,
		onboardTime: 1,
		expectedConversionTime: 2,
	});
	// Other words, since the list of these is kept.
	expect(await found(EMPLOYEES, 'Zhong')).toEqual([
		{ name: 'Ursula Zhong · Backend Engineer · Offer 沟通', value: employee.id },
	]);
	expect((await found(EMPLOYEES)).map(({ value }) => value)).toContain(ids.onboarding.employee);
});

test('words that many have, of whom nobody has what is looked for, end after 100 candidates', async () => {
	for (let i = 0; i < 130; i++) simulator.company.addTalent(`Anonymous ${i}`);
	for (const list of [APPLICATIONS, OFFERS]) {
		const before = hireRequests(simulator).length;
		expect(await found(list, 'anonymous')).toEqual([]);
		const asked = hireRequests(simulator).slice(before);
		expect(asked.filter(({ path }) => path.endsWith('/talents'))).toHaveLength(5);
	}
}, 20_000);

test('the same words again ask for nothing', async () => {
	candidate('Ursula Zhong');
	await found(APPLICATIONS, 'zhong');
	const { length } = hireRequests(simulator);
	await found(APPLICATIONS, 'zhong');
	expect(hireRequests(simulator)).toHaveLength(length);
});

describe('interviews', () => {
	const INTERVIEWS = (applicationId: string) =>
		picker('feishuHireApplication', 'application.getInterviews', 'searchInterviews', 'filters.interviewId', {
			applicationId: byId(applicationId),
		});

	test('are those of the chosen application', async () => {
		const lines = await found(INTERVIEWS(simulator.ids.applications.interview));
		expect(lines.map(({ value }) => value)).toEqual(simulator.ids.interviews);
		expect(lines[0]?.name).toMatch(/^2025-\d\d-\d\d \d\d:\d\d UTC · 面试$/);
		expect(await found(INTERVIEWS(simulator.ids.applications.screening))).toEqual([]);
	});
});
