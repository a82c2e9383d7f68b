/**
 * The example that writes applications, offers and interviews into spreadsheets: its nodes as they stand in the file,
 * and what someone reads there who has never seen an ID.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GenericValue, IDataObject, INodeParameters } from 'n8n-workflow';
import { runNode, type RunOptions } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';

interface Workflow {
	readonly nodes: ReadonlyArray<{ name: string; type: string; parameters: INodeParameters }>;
}

const file = join(__dirname, '..', '..', 'examples', 'hiring-as-spreadsheets.json');
const { nodes } = JSON.parse(readFileSync(file, 'utf8')) as Workflow;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ seed: 7 });
});
afterAll(async () => await simulator.close());

async function rowsOf(name: string, items?: IDataObject[]): Promise<IDataObject[]> {
	const { type = '', parameters = {} } = nodes.find((each) => each.name === name) ?? {};
	const node = type.replace('n8n-nodes-feishu-hire.', '') as RunOptions['node'];
	const { json, error } = await runNode(simulator, { node, parameters, items });
	expect(error).toBeUndefined();
	expect(json.length).toBeGreaterThan(2);
	return json;
}

const isId = (cell: GenericValue) => /^\d{16,}(, \d{16,})*$|^o[dun]_?-?[0-9a-f]{16,}/.test(String(cell));

/** What is left of a row for someone to whom IDs say nothing. */
const readable = (row: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(row).filter(([, cell]) => !isId(cell as GenericValue)));

const LOCAL_TIME = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/;

test('each application says who, for which job, how far, and since when', async () => {
	for (const row of (await rowsOf('Applications')).map(readable)) {
		const { talents, jobs } = simulator.company;
		expect([...talents.values()].map(({ name }) => name)).toContain(row.candidate_name);
		expect([...jobs.values()].map(({ title }) => title)).toContain(row.job_title);
		expect(row.stage_name).toMatch(/\S/);
		expect(['Active', 'Inactive']).toContain(row.active_status_name);
		expect(row.create_time).toMatch(LOCAL_TIME);
		if (row.termination_type) expect(row.termination_type_name).toMatch(/^[A-Z]/);
	}
});

test('each offer says to whom, for which job, and how it stands', async () => {
	const applications = await rowsOf('Applications');
	const candidates = new Map(applications.map((row) => [row.talent_id, row]));
	for (const row of (await rowsOf('Offers', [...candidates.values()])).map(readable)) {
		expect(row.candidate_name).toMatch(/\S/);
		expect(row.job_title).toMatch(/\S/);
		expect(row.offer_status_name).toMatch(/^[A-Z]/);
		expect(row.create_time).toMatch(LOCAL_TIME);
	}
});

test('each interview says with whom, for which job, by whom, when and how it went', async () => {
	for (const row of (await rowsOf('Interviews')).map(readable)) {
		expect(row.candidate_name).toMatch(/\S/);
		expect(row.job_title).toMatch(/\S/);
		expect(row.stage_name).toMatch(/\S/);
		expect(row.round_name).toMatch(/^Round \d$/);
		expect(row.interviewer_names).toMatch(/\S/);
		expect(row.begin_time).toMatch(LOCAL_TIME);
		expect(row.interview_round_summary_name).toMatch(/^[A-Z]/);
	}
});

test('the candidate and the job of an interview take one request, and none where they are not asked for', async () => {
	const DETAIL = 'GET /open-apis/hire/v1/applications/:application_id/get_detail';
	simulator.reset();
	const rows = await rowsOf('Interviews');
	expect(simulator.countOf(DETAIL)).toBe(new Set(rows.map((row) => row.application_id)).size);
	simulator.reset();
	const [{ parameters } = { parameters: {} }] = nodes.filter(({ name }) => name === 'Interviews');
	const { json } = await runNode(simulator, {
		node: 'feishuHireApplication',
		parameters: { ...parameters, includeCandidateNames: false },
	});
	expect(json).toHaveLength(rows.length);
	expect(simulator.countOf(DETAIL)).toBe(0);
});
