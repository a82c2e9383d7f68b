/** Simplify: one flat row of each record, with the same keys in all operations of a family. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { declared } from '../contract/declared';
import { byId, runNode, type NodeRun, type RunOptions } from '../n8nCore/run';
import { rowsFor } from '../parity/rows';
import { startSimulator, type Simulator } from '../simulator';
import { Company } from '../simulator/company/company';

const SEED = 7;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ seed: SEED });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

/** The key of the record's ID, for each operation that gives a record. */
const FAMILY: Readonly<Record<string, string>> = {
	'offer.create': 'offer_id',
	'offer.get': 'offer_id',
	'offer.getByApplication': 'offer_id',
	'offer.getAll': 'offer_id',
	'offer.update': 'offer_id',
	'internshipOffer.updateStatus': 'offer_id',
	'offerForm.get': 'offer_form_id',
	'offerForm.getAll': 'offer_form_id',
	'offerForm.getApprovalTemplates': 'offer_approval_template_id',
	'externalOffer.create': 'external_offer_id',
	'externalOffer.get': 'external_offer_id',
	'externalOffer.getAll': 'external_offer_id',
	'externalOffer.update': 'external_offer_id',
	'externalApplication.create': 'external_application_id',
	'externalApplication.delete': 'external_application_id',
	'externalApplication.getAll': 'external_application_id',
	'externalApplication.update': 'external_application_id',
	'application.create': 'application_id',
	'application.get': 'application_id',
	'application.getDetail': 'application_id',
	'application.getAll': 'application_id',
	'application.getInterviews': 'interview_id',
	'application.getTerminationReasons': 'termination_reason_id',
	'onboarding.transferOnboard': 'employee_id',
	'onboarding.updateEmployee': 'employee_id',
	'onboarding.getEmployee': 'employee_id',
	'onboarding.getEmployeeByApplication': 'employee_id',
	'attachment.download': 'attachment_id',
	'attachment.get': 'attachment_id',
	'attachment.upload': 'attachment_id',
};

it('is there for every operation that gives a record', () => {
	const simple = declared.filter(({ operation }) => operation.row).map(({ title }) => title);
	expect(simple.sort()).toEqual(Object.keys(FAMILY).sort());
	const holding = declared.filter(({ operation: { record, pages } }) => record ?? pages);
	expect(simple).toEqual(expect.arrayContaining(holding.map(({ title }) => title)));
});

const rows = rowsFor(new Company(SEED)).filter(({ title }) => title in FAMILY);

/** A row of the parity tests, with Simplify on or off. */
async function run({ title, parameters, items }: (typeof rows)[number], simplify: boolean): Promise<NodeRun> {
	const [resource = '', operation = ''] = title.split('.');
	const node = declared.find((each) => each.title === title)?.node as RunOptions['node'];
	simulator.reset();
	const done = await runNode(simulator, {
		node,
		parameters: { resource, operation, ...parameters, simplify },
		items,
	});
	expect(done.error).toBeUndefined();
	return done;
}

/** All that stands below the records, with the path to it; places in lists are left out of it. */
function* leaves(value: unknown, path = ''): Generator<readonly [path: string, leaf: unknown]> {
	if (Array.isArray(value)) for (const each of value) yield* leaves(each, path);
	else if (typeof value === 'object' && value !== null) {
		for (const [key, each] of Object.entries(value))
			yield* leaves(each, path === '' ? key : `${path}.${key}`);
	} else yield [path, value];
}

/** The names of what a form is made of: a row of the form names the company's own fields alone. */
const INSIDE_FORM = /^schema\.module_list\./;
const NAME = /(^|\.|_)(name|title|zh_cn|zh_name|en_us|en_name)$/;

describe.each(rows)('$title with $given', (row) => {
	it('is flat, with the ID of the record under the key of its family', async () => {
		const { json } = await run(row, true);
		// No application of the simulator passes all filters at once.
		if (row.given !== 'every filter') expect(json.length).toBeGreaterThan(0);
		for (const record of json) {
			expect(record[FAMILY[row.title] ?? '']).toMatch(/^\d+$/);
			for (const cell of Object.values(record))
				expect(['string', 'number', 'boolean']).toContain(typeof cell);
			for (const cell of Object.values(record)) expect(cell).not.toBe('');
		}
	});

	it('drops no name that Feishu Hire returned, and shows its times by the clock of the workflow', async () => {
		const { json: raw } = await run(row, false);
		const { json } = await run(row, true);
		expect(json).toHaveLength(raw.length);
		for (const [index, record] of raw.entries()) {
			const cells = Object.values(json[index] ?? {}).map(String);
			for (const [path, leaf] of leaves(record)) {
				if (NAME.test(path) && !INSIDE_FORM.test(path) && leaf) {
					expect({ path, shown: cells.some((cell) => cell.includes(String(leaf))) }).toEqual({
						path,
						shown: true,
					});
				}
				if (/^(\w+\.)?\w*_time$/.test(path) && Number(leaf) > 0) {
					const shown = new Date(Number(leaf) + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
					expect(cells).toContain(shown);
				}
			}
		}
	});
});

const application = async (id: string, more: INodeParameters = {}) =>
	await runNode(simulator, {
		node: 'feishuHireApplication',
		parameters: { resource: 'application', operation: 'get', applicationId: byId(id), ...more },
	});

describe('an application', () => {
	it('has states in words and names beside IDs, those of the list of jobs too', async () => {
		const { json } = await application(simulator.ids.applications.screening);
		const [record = {}] = json;
		expect(record).toMatchObject({
			application_id: simulator.ids.applications.screening,
			stage_id: simulator.ids.stages.social.screening,
			stage_type: 1,
			stage_type_name: 'Screening',
			active_status: 1,
			active_status_name: 'Active',
		});
		const job = [...new Company(SEED).jobs.values()].find(({ id }) => id === record.job_id);
		expect(record.job_title).toBe(job?.title);
		expect(record).not.toHaveProperty('candidate_name');
	});

	it('says which reasons ended it', async () => {
		const { json } = await application(simulator.ids.applications.terminated);
		const [record = {}] = json;
		expect(record.active_status_name).toBe('Inactive');
		expect(record.termination_type_name).toBe('Other');
		const reasons = new Company(SEED).reasons;
		const names = String(record.termination_reason_ids)
			.split(', ')
			.map((id) => reasons.get(id)?.zhName);
		expect(names.length).toBeGreaterThan(0);
		expect(record.termination_reason_names).toBe(names.join(', '));
	});
});

describe('the names', () => {
	const many = async (more: INodeParameters) =>
		await runNode(simulator, {
			node: 'feishuHireApplication',
			parameters: {
				resource: 'application',
				operation: 'getAll',
				returnAll: true,
				activeStatus: '3',
				...more,
			},
		});
	const requests = () => {
		const counts: Record<string, number> = {};
		for (const { route = '' } of simulator.requests) counts[route] = (counts[route] ?? 0) + 1;
		return counts;
	};
	const JOBS = 'GET /open-apis/hire/v1/jobs';
	const TALENT = 'GET /open-apis/hire/v1/talents/:talent_id';

	it('of jobs are read once for 120 applications, and those of candidates not unless asked', async () => {
		simulator.addApplications(120);
		const { json, error } = await many({ fetchDetails: true });
		expect(error).toBeUndefined();
		expect(json.length).toBeGreaterThan(120);
		expect(json.every(({ job_title: title }) => typeof title === 'string')).toBe(true);
		expect(requests()[JOBS]).toBe(Math.ceil(new Company(SEED).jobs.size / 20));
		expect(requests()[TALENT]).toBeUndefined();
	});

	it('of candidates take one request for each of them, however many applications they have', async () => {
		const { json } = await many({ fetchDetails: true, includeCandidateNames: true });
		expect(json.every(({ candidate_name: name }) => typeof name === 'string' && name !== '')).toBe(true);
		expect(requests()[TALENT]).toBe(new Set(json.map(({ talent_id: id }) => id)).size);
	});

	it('of candidates are read on where one candidate is gone, and a hint says so', async () => {
		simulator.settings.limits = false;
		const { company, ids } = simulator;
		const { screening } = ids.applications;
		const gone = company.applications.get(screening)?.talentId ?? '';
		company.talents.delete(gone);
		// More than run side by side, each of another candidate.
		const rows = simulator.addApplications(60);
		for (const id of rows) {
			const application = company.applications.get(id);
			if (application) application.talentId = company.addTalent('Mei Lin').id;
		}
		const { json, hints } = await runNode(simulator, {
			node: 'feishuHireApplication',
			parameters: {
				resource: 'application',
				operation: 'get',
				applicationId: byId('={{ $json.id }}'),
				simplify: true,
				includeCandidateNames: true,
			},
			items: [screening, ...rows].map((id) => ({ id })),
		});
		const nameless = json.filter(({ candidate_name: name }) => typeof name !== 'string');
		expect(nameless.map(({ application_id: id }) => id)).toEqual([screening]);
		expect(hints.join()).toMatch(/Some names are left out of the output\. /);
	});

	it('are not read for what has none: neither for bare IDs, nor with Simplify off', async () => {
		await many({ fetchDetails: false });
		await many({ fetchDetails: true, simplify: false });
		expect(requests()[JOBS]).toBeUndefined();
	});

	it('are left out where the app may not read them, and a hint says so', async () => {
		simulator.fail({ kind: 'code', route: JOBS, http: 400, code: 99991672, msg: 'Access denied' });
		const { json, error, hints } = await many({ fetchDetails: true });
		expect(error).toBeUndefined();
		expect(json.every((record: IDataObject) => 'job_id' in record && !('job_title' in record))).toBe(true);
		expect(hints.join()).toMatch(/names are left out.*permission.*hire:job:readonly/);
	});
});

it('with Simplify off the record is what Feishu Hire returned', async () => {
	const { json } = await application(simulator.ids.applications.screening, { simplify: false });
	const [record = {}] = json;
	expect(record).toMatchObject({ id: simulator.ids.applications.screening, stage: { type: 1 } });
	expect(record.create_time).toMatch(/^\d{13}$/);
});
