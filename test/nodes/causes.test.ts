/** What Feishu Hire refuses with a code that several causes have: a look behind it names the cause. */
import { runNode, type RunOptions } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import { hireRequests, terminate, transferStage, updateStatus } from './calls';

const JOB_PROCESSES = 'GET /open-apis/hire/v1/job_processes';
const TERMINATION_REASONS = 'GET /open-apis/hire/v1/termination_reasons';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const run = async (options: RunOptions) => await runNode(simulator, options);
const sent = (route: string) => hireRequests(simulator).filter((request) => request.route === route);
const toCampus = (ids: readonly string[]) => ({
	...transferStage('={{ $json.id }}', simulator.ids.stages.campus.interview),
	items: ids.map((id) => ({ id })),
});
const ofType = (type: number, reasons: string[]) =>
	terminate(simulator.addApplications(1)[0] ?? '', type, {
		additionalFields: { terminationReasonList: reasons },
	});

describe('a stage of another hiring process', () => {
	test('is told as such, with the stages that can be chosen', async () => {
		const { error } = await run(toCampus(simulator.addApplications(1)));
		expect(error?.message).toMatch(/belongs to .*'校招流程'.* runs through '社招流程' \[item 0\]$/);
		expect(error?.description).toMatch(/'社招流程': 简历初筛, .*已入职\..*1002211/);
		expect(hireRequests(simulator).map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
	});

	test('is told of each item, and the processes are read once', async () => {
		const { json } = await run({
			...toCampus(simulator.addApplications(3)),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json.map((item) => JSON.stringify(item))).toEqual(
			Array(3).fill(expect.stringContaining("runs through '社招流程'")),
		);
		expect(sent(JOB_PROCESSES)).toHaveLength(1);
	});

	test('is not said of another step that is refused', async () => {
		const [id = ''] = simulator.addApplications(1);
		const { error } = await run(transferStage(id, simulator.ids.stages.social.onboarded));
		expect(error?.message).toBe('The application cannot be moved to that stage [item 0]');
	});

	test.each([
		['refused', { kind: 'code', http: 400, code: 1002002 }],
		['no answer', { kind: 'dropBefore' }],
	] as const)('goes untold where the look at it fails: %s', async (_, fault) => {
		simulator.fail({ ...fault, route: JOB_PROCESSES, times: 9 });
		const { error } = await run(toCampus(simulator.addApplications(1)));
		expect(error?.message).toBe('The application cannot be moved to that stage [item 0]');
		expect(error?.description).toContain('1002211');
	});

	test('sends nothing but looks after the refusal', async () => {
		await run(toCampus(simulator.addApplications(300)));
		const moves = hireRequests(simulator).map(({ method }) => method);
		expect(moves.slice(moves.indexOf('GET'))).not.toContain('POST');
	});
});

describe('termination reasons that are refused', () => {
	test('are told to be of another type', async () => {
		const [reason = ''] = simulator.ids.reasons.candidateDeclined;
		const { error } = await run(ofType(1, [reason]));
		expect(error?.message).toMatch(
			/^The termination reason '.+' does not belong to the type 'We Rejected the Candidate' \[item 0\]$/,
		);
		expect(error?.description).toMatch(/type 'The Candidate Declined'.*'Termination Type'.*1002002/);
	});

	test('are told not to exist', async () => {
		const { error } = await run(
			updateStatus(simulator.ids.offers.sent, 8, { terminationReasonIdList: ['6900000000000000001'] }),
		);
		expect(error?.message).toMatch(/no termination reason .*6900000000000000001/);
	});

	test('are not looked at where none is given, or where they fit', async () => {
		const unknown = terminate('6900000000000000001');
		await run(unknown);
		expect(sent(TERMINATION_REASONS)).toEqual([]);
		const [reason = ''] = simulator.ids.reasons.weDeclined;
		const { error } = await run({
			...unknown,
			parameters: { ...unknown.parameters, additionalFields: { terminationReasonList: [reason] } },
		});
		expect(error?.message).toBe(
			'Feishu Hire refuses a value of this item: invalid parameter: application does not exist [item 0]',
		);
	});
});

test("a refused value comes in Feishu's own words first; the item is named once", async () => {
	simulator.fail({ kind: 'code', http: 400, code: 1002002, msg: 'notes is too long. ' });
	const { error } = await run(ofType(1, []));
	expect(error?.message).toBe('Feishu Hire refuses a value of this item: notes is too long [item 0]');
	expect(error?.description).not.toMatch(/item 0/);
});
