import { at, outcome, REFUSED, useSimulator } from './simulatorClient';

const client = useSimulator();

async function namesOf(path: string): Promise<unknown[]> {
	const items = (await client.pages(path)).flat() as Array<{ basic_info: { name: string } }>;
	return items.map(({ basic_info }) => basic_info.name);
}

it('gives talents, newest change first, by words and times', async () => {
	const { company, ids } = client.simulator;
	const pages = await client.pages('/talents?page_size=20');
	expect(pages[0]).toHaveLength(20);
	expect(pages.flat()).toHaveLength(company.talents.size);
	expect(await namesOf('/talents?keyword=okafor and ning')).toContain('Ning Okafor');
	expect(await namesOf('/talents?keyword=novak not hao')).not.toContain('Hao Novak');
	const nobody = '/talents?keyword=nobody or "Hao';
	expect(await namesOf(`${nobody}&query_option=ignore_empty_error`)).toEqual([]);
	// The page tells of an error, which `query_option` switches off.
	expect(outcome(await client.send('GET', nobody))).toEqual([400, 1002002]);
	expect((await namesOf('/talents?sort_by=4'))[0]).toBe('Mei Sato');
	const latest = Math.max(...[...company.talents.values()].map(({ modifyTime = 0 }) => modifyTime));
	expect(await namesOf(`/talents?update_start_time=${latest}&query_option=ignore_empty_error`)).toHaveLength(
		1,
	);
	const [withResumes] = (await client.pages('/talents?keyword=Ning Okafor')).flat();
	expect(withResumes).toMatchObject({
		id: ids.talents.withResumes,
		is_onboarded: false,
		resume_attachment_id_list: [ids.resumes.pdf, ids.resumes.docx],
	});
});

it('gives jobs, twenty at a time', async () => {
	const pages = await client.pages('/jobs?page_size=20');
	expect(pages.map((page) => page.length)).toEqual([20, client.simulator.company.jobs.size - 20]);
	expect(pages[0]?.[0]).toMatchObject({
		id: client.simulator.ids.jobs.backendEngineer,
		title: 'Backend Engineer',
		process_id: client.simulator.ids.stages.social.processId,
		update_timestamp: expect.stringMatching(/^\d{13}$/),
	});
});

it('gives resume sources and roles', async () => {
	const [sources] = await client.pages('/resume_sources');
	expect(sources).toContainEqual({
		id: client.simulator.ids.resumeSources.inactive,
		zh_name: '旧招聘网站',
		en_name: 'Former Job Board',
		active_status: 2,
		resume_source_type: '10003',
	});
	expect((await client.pages('/resume_sources?page_size=4')).map((page) => page.length)).toEqual([4, 4, 2]);
	expect((await client.pages('/roles?page_size=3')).map((page) => page.length)).toEqual([3, 1]);
});

it.each([
	'/talents?page_size=21',
	'/talents?sort_by=5',
	'/talents?name=x',
	'/talents?query_option=all',
	'/jobs?page_size=21',
	'/jobs?update_start_time=2026-01-01',
	'/jobs?keyword=x',
	'/resume_sources?page_size=101',
	'/roles?page_size=201',
])('refuses %s', async (path) => {
	expect(outcome(await client.send('GET', path))).toEqual(REFUSED);
});

it('tells since when there is a talent, in the second version of the route', async () => {
	const { company, ids } = client.simulator;
	const talent = company.talents.get(ids.talents.fresh);
	const asked = await client.send('GET', `/../v2/talents/${ids.talents.fresh}`);
	expect(at(asked, 'basic_info')).toMatchObject({
		name: talent?.name,
		create_time: String(talent?.createTime),
		update_time: String(talent?.modifyTime),
	});
	expect(outcome(await client.send('GET', '/../v2/talents/1'))).toEqual([404, 1002102]);
});

describe('what the pages leave open', () => {
	const idsIn = async (path: string) =>
		(await client.pages(path))
			.flat()
			.map((item) => (typeof item === 'string' ? item : (item as { id: string }).id));

	it('is the order of applications and jobs', async () => {
		const { simulator } = client;
		const changed = simulator.ids.applications.evaluation;
		Object.assign(simulator.company.applications.get(changed) ?? {}, { modifyTime: client.now });
		const oldest = await idsIn('/applications?page_size=200');
		simulator.settings.listOrder = 'lastChangedFirst';
		const latest = await idsIn('/applications?page_size=200');
		expect(oldest.indexOf(changed)).toBeGreaterThan(0);
		expect(latest.indexOf(changed)).toBe(0);
		expect([...latest].sort()).toEqual([...oldest].sort());
	});

	it('is whether the end of a period belongs to it', async () => {
		const { company, ids, settings } = client.simulator;
		const time = company.jobs.get(ids.jobs.recruiter)?.modifyTime ?? 0;
		const within = `/jobs?update_start_time=${time}&update_end_time=${time}`;
		expect(await idsIn(within)).toEqual([ids.jobs.recruiter]);
		settings.endOfPeriod = 'leftOut';
		expect(await idsIn(within)).toEqual([]);
		expect(await idsIn(`/jobs?update_start_time=${time}&update_end_time=${time + 1}`)).toEqual([
			ids.jobs.recruiter,
		]);
	});
});

it('tells its time with each answer, and of requests before it answers them', async () => {
	const seen: unknown[] = [];
	const stop = client.simulator.onArrival(({ route, at: time }) => {
		seen.push([route, time]);
		client.simulator.company.jobs.clear();
	});
	const answer = await client.send('GET', '/jobs');
	stop();
	await client.send('GET', '/jobs');
	expect(seen).toEqual([['GET /open-apis/hire/v1/jobs', client.now]]);
	expect(answer.data.data).toEqual({ items: [], has_more: false });
	expect(answer.headers.date).toBe(new Date(client.now).toUTCString());
});
