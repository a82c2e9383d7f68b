/** The lists of a company with 100,000 applications, 2,000 jobs and 300 departments, and how little they ask for. */
import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { searchList, searchPage } from '../n8nCore/panel';
import type { NodeName } from '../n8nCore/pack';
import { byId } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';

/** How long each answer takes: requests that arrive within it are side by side. */
const ANSWER_MS = 100;

let simulator: Simulator;
let started = 0;
beforeAll(async () => {
	simulator = await startSimulator({ large: true, latency: { before: ANSWER_MS } });
}, 60_000);
afterAll(async () => await simulator.close());

const picker = (
	node: NodeName,
	operation: string,
	method: string,
	parameter: string,
	more: INodeParameters = {},
) => {
	const [resource = '', value = ''] = operation.split('.');
	// An app of its own, so that nothing is kept from another test.
	const { appId, appSecret } = simulator.addApp();
	return {
		node,
		method,
		parameter,
		parameters: { resource, operation: value, ...more },
		credential: { region: 'custom', baseUrl: simulator.url, appId, appSecret },
	};
};
type Picker = ReturnType<typeof picker>;

/** What a look into the list asked for, and how many times it waited for answers one after the other. */
async function look(list: Picker, typed?: string, mark?: string) {
	started = simulator.requests.length;
	const page: INodeListSearchResult = await searchPage(simulator, list, typed, mark);
	const asked = simulator.requests.slice(started).filter(({ path }) => !path.includes('/auth/'));
	let trips = 0;
	let until = -Infinity;
	for (const { at } of asked) {
		if (at < until) continue;
		trips += 1;
		until = at + ANSWER_MS;
	}
	return { ...page, asked, trips };
}

const names = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

const applications = () =>
	picker('feishuHireApplication', 'application.get', 'searchApplications', 'applicationId');
const jobs = () => picker('feishuHireApplication', 'application.create', 'searchJobs', 'jobId');
const departments = () => picker('feishuHireOffer', 'offer.create', 'searchDepartments', 'departmentId');
const people = () => picker('feishuHireOffer', 'offer.create', 'searchPeople', 'ownerUserId');

it('has as much of everything as it says', () => {
	const { company } = simulator;
	expect(company.applications.size).toBe(100_000);
	expect(company.jobs.size).toBe(2_000);
	expect(company.processes.size).toBe(20);
	expect(company.directories.department.entries).toHaveLength(300);
});

describe('the first page comes within two round trips', () => {
	test('applications, the last changed of 100,000', async () => {
		const { company } = simulator;
		const { results, trips, paginationToken, asked } = await look(applications());
		expect(trips).toBe(2);
		expect(results).toHaveLength(10);
		expect(paginationToken).toBeDefined();
		// Seven periods of time, and ten applications.
		expect(asked.length).toBeLessThanOrEqual(17);
		const newest = [...company.applications.values()]
			.filter(({ termination }) => !termination)
			.sort((one, other) => (other.modifyTime ?? 0) - (one.modifyTime ?? 0))
			.slice(0, 10);
		expect(results.map(({ value }) => value)).toEqual(newest.map(({ id }) => id));
	});

	test('jobs: two pages of 20', async () => {
		const { results, trips, asked } = await look(jobs());
		expect([results.length, trips, asked.length]).toEqual([40, 2, 2]);
	});

	test('stages, processes and offers', async () => {
		const stages = picker('feishuHireApplication', 'application.getAll', 'searchStages', 'filters.stageId');
		expect((await look(stages)).trips).toBe(1);
		const processes = picker('feishuHireApplication', 'application.getAll', 'searchProcesses', 'filters.p');
		expect((await look(processes)).trips).toBe(1);
		const offers = await look(picker('feishuHireOffer', 'offer.get', 'searchOffers', 'offerId'));
		expect(offers.trips).toBe(2);
		expect(offers.results.length).toBeGreaterThan(0);
	});
});

test('what is typed finds an application among all, in three: candidates, their applications, their details', async () => {
	const { trips, results, asked } = await look(applications(), 'Zoë 🦄');
	expect(trips).toBe(3);
	expect(asked[0]?.query).toMatchObject({ keyword: 'Zoë 🦄' });
	expect(results.length).toBeGreaterThan(0);
	expect(results.every(({ name }) => name.startsWith('Zoë 🦄 Müller · '))).toBe(true);
}, 20_000);

test('namesakes are told apart by job and stage, and come page after page', async () => {
	const list = applications();
	const first = await look(list, '王伟');
	const second = await look(list, '王伟', first.paginationToken as string);
	const values = [...first.results, ...second.results].map(({ value }) => value);
	expect(values).toHaveLength(20);
	expect(new Set(values).size).toBe(20);
	expect(second.asked.every(({ path }) => path.endsWith('/get_detail'))).toBe(true);
}, 20_000);

test('a word that few jobs have is found among 2,000 without waiting for 100 pages one after the other', async () => {
	const list = jobs();
	const [, , , wanted = ''] = [...simulator.company.jobs.keys()].reverse();
	const { results, asked } = await look(list, wanted);
	expect(results.map(({ value }) => value)).toEqual([wanted]);
	expect(asked.length).toBeGreaterThan(100);
	const waited = (asked.at(-1)?.at ?? 0) - (asked[0]?.at ?? 0);
	// 50 a second are allowed.
	expect(waited).toBeLessThan(5_000);
}, 20_000);

test('a letter typed asks for nothing that is there already', async () => {
	const list = jobs();
	const all = (await searchList(simulator, list)).results;
	expect(all).toHaveLength(2_000);
	expect(new Set(all.map(({ value }) => value)).size).toBe(2_000);
	for (const typed of ['J', 'Ja', 'Jav']) {
		const { asked, results } = await look(list, typed);
		expect(asked).toEqual([]);
		expect(results).toHaveLength(40);
		expect(results.every(({ name }) => name.includes('Java'))).toBe(true);
	}
	const { asked } = await look(list, 'no such job');
	expect(asked).toEqual([]);
}, 60_000);

test('two who look at once share the requests', async () => {
	const list = jobs();
	started = simulator.requests.length;
	const [one, other] = await Promise.all([searchPage(simulator, list), searchPage(simulator, list)]);
	expect(one).toEqual(other);
	const asked = simulator.requests.slice(started).filter(({ path }) => path.endsWith('/jobs'));
	expect(asked).toHaveLength(2);
});

test('departments: all 300 below each other, in pages of 50, and each once', async () => {
	const list = departments();
	const { asked } = await look(list);
	expect(asked).toHaveLength(6);
	const all = (await searchList(simulator, list)).results;
	expect(new Set(all.map(({ value }) => value)).size).toBe(300);
	expect(all.filter(({ name }) => / · .* \/ /.test(name)).length).toBeGreaterThan(100);
	expect(names(await look(list, 'مبيعات')).every((name) => name.includes('مبيعات'))).toBe(true);
}, 20_000);

test('people: 50 at a time', async () => {
	const { asked, results, trips } = await look(people());
	expect(results).toHaveLength(40);
	// Who has a role, what they are called, and their departments.
	expect(asked.map(({ path }) => path.split('/').slice(-2).join('/'))).toEqual([
		'v1/user_roles',
		'users/batch',
		'departments/batch',
	]);
	expect(trips).toBe(3);
});

describe('stages', () => {
	const moving = (applicationId: string) =>
		picker('feishuHireApplication', 'application.transferStage', 'searchStages', 'stageId', {
			applicationId: applicationId.startsWith('=') ? applicationId : byId(applicationId),
		});

	test('of a chosen application: those of its own process, the present one marked', async () => {
		const list = moving(simulator.ids.applications.interview);
		const { results, trips } = await look(list);
		expect(trips).toBe(1);
		expect(names({ results })).toEqual([
			'简历初筛',
			'用人部门评估',
			'笔试',
			'面试 · present stage',
			'背景调查',
			'人才储备',
			'Offer 沟通',
			'待入职',
			'已入职',
		]);
		const { asked, results: typed } = await look(list, 'offer');
		expect([asked.length, names({ results: typed })]).toEqual([0, ['Offer 沟通']]);
	});

	test('of an application that an expression gives: of all processes, with their names', async () => {
		const { results } = await look(moving('={{ $json.application }}'));
		expect(results).toHaveLength(40);
		expect(results[0]?.name).toBe('社招流程 › 简历初筛');
	});

	test('of a chosen process', async () => {
		const { ids } = simulator;
		const list = picker('feishuHireApplication', 'application.getAll', 'searchStages', 'filters.stageId', {
			filters: { processId: byId(ids.stages.campus.processId) },
		});
		const found = names(await look(list));
		expect(found).toHaveLength(9);
		expect(found[0]).toBe('校招流程 › 简历初筛');
	});
});

test('closed jobs say so', async () => {
	const { results } = await look(jobs(), 'closed');
	expect(results).toHaveLength(40);
	expect(results.every(({ name }) => / \(A\d{6}\) · closed$/.test(name))).toBe(true);
}, 20_000);

describe('a list that cannot be read', () => {
	test('is not kept', async () => {
		const list = jobs();
		simulator.revokeScope('hire:job:readonly');
		await expect(look(list)).rejects.toThrow(/hire:job:readonly/);
		simulator.grantScope('hire:job:readonly');
		expect((await look(list)).results).toHaveLength(40);
	});

	test('says that nothing answers', async () => {
		const list = jobs();
		const credential = { ...list.credential, baseUrl: 'http://127.0.0.1:9' };
		await expect(look({ ...list, credential })).rejects.toThrow(/cannot be reached/);
	}, 20_000);

	test('is not shown to who has another credential with the same app', async () => {
		const list = jobs();
		await look(list);
		const stolen = { ...list, credentialId: '2', credential: { ...list.credential, appSecret: 'guessed' } };
		await expect(look(stolen)).rejects.toThrow(/App Secret/);
	});
});
