import { outcome, REFUSED, useSimulator } from './simulatorClient';

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
	expect(await namesOf('/talents?keyword=nobody or "Hao')).toEqual([]);
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
