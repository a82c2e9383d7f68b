/** Every error code of the five pages: what the user reads, and that it holds what support needs and no secret. */
import { startSimulator, type Simulator } from '../simulator';
import { runNode, type NodeRun, type RunOptions } from '../n8nCore/run';
import {
	createExternalOffer,
	hireRequests,
	terminate,
	transferStage,
	updateExternalOffer,
	updateStatus,
} from './calls';

type Call = Pick<RunOptions, 'node' | 'parameters'>;

interface Row {
	readonly operation: string;
	readonly code: number;
	readonly http: 400 | 500;
	/** Brings the company into the state in which Feishu Hire answers so, and gives the call. */
	readonly provoke: (simulator: Simulator) => Call;
	/** What the message must name. */
	readonly says: RegExp;
	/** What the description must point to. */
	readonly mend: RegExp;
}

const UNKNOWN = '6900000000000000001';
const expiring = { expirationDate: '2031-01-31' };

/** For what no state of the company brings about. */
const answering =
	(code: number, http: number, call: (simulator: Simulator) => Call) => (simulator: Simulator) => {
		simulator.fail({ kind: 'code', code, http, msg: `refused ${code}` });
		return call(simulator);
	};
const application = (simulator: Simulator) => simulator.addApplications(1)[0] ?? '';
const externalApplication = (simulator: Simulator) => simulator.ids.externalApplications[0] ?? '';

const offerCall = (simulator: Simulator) => updateStatus(simulator.ids.offers.created, 4);
const createCall = (simulator: Simulator) => createExternalOffer(externalApplication(simulator));
const updateCall = (simulator: Simulator) =>
	updateExternalOffer(simulator.ids.externalOffers.full, externalApplication(simulator), {
		fieldsLeftOut: 'clear',
	});
const transferCall = (simulator: Simulator) =>
	transferStage(application(simulator), simulator.ids.stages.social.exam);
const terminateCall = (simulator: Simulator) => terminate(application(simulator));

const rows: Row[] = [
	{
		operation: 'Update Status',
		code: 1002001,
		http: 500,
		provoke: answering(1002001, 500, offerCall),
		says: /internal error|did not answer/i,
		mend: /again/,
	},
	{
		operation: 'Update Status',
		code: 1002002,
		http: 400,
		provoke: ({ ids }) => updateStatus(ids.offers.sent, 8, { terminationReasonIdList: [UNKNOWN] }),
		says: /no termination reason/,
		mend: /'Reasons for Termination'/,
	},
	{
		operation: 'Update Status',
		code: 1002064,
		http: 400,
		provoke: () => updateStatus(UNKNOWN, 4),
		says: /offer does not exist/,
		mend: /ID of the offer/,
	},
	{
		operation: 'Update Status',
		code: 1002069,
		http: 500,
		provoke: ({ ids }) => updateStatus(ids.offers.approved, 2),
		says: /approval/,
		mend: /current status/,
	},
	{
		operation: 'Update Status',
		code: 1002070,
		http: 400,
		provoke: ({ ids }) => updateStatus(ids.offers.approvalStartedInHire, 4),
		says: /approval .*started in Feishu Hire/,
		mend: /approval in Feishu Hire/,
	},
	{
		operation: 'Update Status',
		code: 1002071,
		http: 400,
		provoke: ({ ids }) => updateStatus(ids.offers.pendingOnboarding, 9),
		says: /too far|stage/,
		mend: /待入职/,
	},
	{
		operation: 'Update Status',
		code: 1002072,
		http: 400,
		provoke: ({ ids }) => updateStatus(ids.offers.created, 9),
		says: /Expired/,
		mend: /Sent or Accepted/,
	},
	{
		operation: 'Update Status',
		code: 1002073,
		http: 500,
		provoke: ({ ids }) => updateStatus(ids.offers.sentByHire, 7),
		says: /sent .*from Feishu Hire/,
		mend: /in Feishu Hire/,
	},
	{
		operation: 'Update Status',
		code: 1002074,
		http: 500,
		provoke: (simulator) => {
			simulator.company.switches.oaSend = false;
			return updateStatus(simulator.ids.offers.approved, 6, expiring);
		},
		says: /another system/,
		mend: /Offer 规则设置.*通过 OA 系统发送 Offer/,
	},
	{
		operation: 'Create',
		code: 1002001,
		http: 500,
		provoke: answering(1002001, 500, createCall),
		says: /internal error|unknown|did not answer/i,
		mend: /again/,
	},
	{
		operation: 'Create',
		code: 1002002,
		http: 400,
		provoke: () => createExternalOffer(UNKNOWN),
		says: /value/,
		mend: /external application exists/,
	},
	{
		operation: 'Update',
		code: 1002001,
		http: 500,
		provoke: answering(1002001, 500, updateCall),
		says: /internal error|did not answer/i,
		mend: /again/,
	},
	{
		operation: 'Update',
		code: 1002002,
		http: 400,
		provoke: (simulator) =>
			updateExternalOffer(UNKNOWN, externalApplication(simulator), { fieldsLeftOut: 'clear' }),
		says: /value/,
		mend: /external offer/,
	},
	{
		operation: 'Transfer Stage',
		code: 1002001,
		http: 500,
		provoke: answering(1002001, 500, transferCall),
		says: /internal error|did not answer/i,
		mend: /again/,
	},
	{
		operation: 'Transfer Stage',
		code: 1002002,
		http: 400,
		provoke: answering(1002002, 400, transferCall),
		says: /value/,
		mend: /application ID and the stage/,
	},
	{
		operation: 'Transfer Stage',
		code: 1002201,
		http: 400,
		provoke: ({ ids }) => transferStage(UNKNOWN, ids.stages.social.exam),
		says: /application does not exist/,
		mend: /投递/,
	},
	{
		operation: 'Transfer Stage',
		code: 1002204,
		http: 400,
		provoke: (simulator) => transferStage(application(simulator), UNKNOWN),
		says: /stage does not exist/,
		mend: /hiring process/,
	},
	{
		operation: 'Transfer Stage',
		code: 1002210,
		http: 400,
		provoke: ({ ids }) => transferStage(ids.applications.lockedElsewhere, ids.stages.social.exam),
		says: /locked/,
		mend: /lock/,
	},
	{
		operation: 'Transfer Stage',
		code: 1002211,
		http: 400,
		provoke: ({ ids }) => transferStage(ids.applications.screening, ids.stages.social.onboarded),
		says: /to that stage/,
		mend: /已入职.*待入职.*管控规则/,
	},
	{
		operation: 'Transfer Stage',
		code: 1002212,
		http: 400,
		provoke: answering(1002212, 400, transferCall),
		says: /could not move/,
		mend: /support/,
	},
	{
		operation: 'Transfer Stage',
		code: 1002220,
		http: 400,
		provoke: ({ ids }) => transferStage(ids.applications.onboarded, ids.stages.social.exam),
		says: /from the stage/,
		mend: /已入职/,
	},
	{
		operation: 'Terminate',
		code: 1002001,
		http: 500,
		provoke: answering(1002001, 500, terminateCall),
		says: /internal error|did not answer/i,
		mend: /again/,
	},
	{
		operation: 'Terminate',
		code: 1002002,
		http: 400,
		provoke: () => terminate(UNKNOWN),
		says: /value/,
		mend: /application exists/,
	},
	{
		operation: 'Terminate',
		code: 1002221,
		http: 400,
		provoke: ({ ids }) => terminate(ids.applications.terminated),
		says: /already terminated/,
		mend: /left to do|Leave it out/,
	},
];

interface Outcome extends NodeRun {
	readonly logIds: string[];
	readonly secret: string;
}

/** All at once, each with a company of its own: the system errors are tried again for some seconds. */
let outcomes: Map<Row, Outcome>;
beforeAll(async () => {
	const entries = rows.map(async (row): Promise<[Row, Outcome]> => {
		const simulator = await startSimulator();
		const run = await runNode(simulator, row.provoke(simulator));
		const requests = hireRequests(simulator);
		// Behind them may come a look at what the record shows.
		const refused = requests.filter(({ code, route }) => code === row.code && route === requests[0]?.route);
		await simulator.close();
		return [row, { ...run, logIds: refused.map(({ logId }) => logId), secret: simulator.appSecret }];
	});
	outcomes = new Map(await Promise.all(entries));
}, 30_000);

describe.each(rows.map((row) => [row.operation, row.code, row] as const))(
	'%s, code %i',
	(_operation, code, row) => {
		const outcome = () => {
			const found = outcomes.get(row);
			if (!found?.error) throw new Error('The run has not failed');
			return { ...found, error: found.error, description: found.error.description ?? '' };
		};

		test('has its own words on what happened and on the way out', () => {
			const { error, description } = outcome();
			expect(error.message).toMatch(row.says);
			expect(description).toMatch(row.mend);
			expect(error.message).not.toMatch(/bad request|check your parameters|service.*not able to process/i);
		});

		test('tells Feishu’s code, its log ID, the HTTP status and the item', () => {
			const { error, description, logIds } = outcome();
			expect(logIds.length).toBeGreaterThan(0);
			expect(description).toContain(String(code));
			expect(description).toContain(`HTTP ${row.http}`);
			expect(description).toContain(logIds.at(-1));
			expect(`${error.message} ${description}`).toMatch(/item 0/);
			expect(error.context).toMatchObject({ itemIndex: 0 });
			expect(error.httpCode).toBe(String(row.http));
		});

		test('holds no token and no secret', () => {
			const { error, credential, secret, run } = outcome();
			const [token = ''] = String(credential.stored.accessToken).split(' ');
			expect(token).toMatch(/^t-/);
			for (const written of [
				error.message,
				error.description,
				JSON.stringify(error),
				JSON.stringify(run.data.resultData),
			]) {
				expect(written).not.toContain(token);
				expect(written).not.toContain(secret);
			}
		});
	},
);

const wordsOf = (code: number) =>
	rows.filter((row) => row.code === code).map((row) => withoutFacts(outcomes.get(row)));

test('an invalid parameter has words of its own in every operation', () => {
	expect(wordsOf(1002002)).toHaveLength(5);
	expect(new Set(wordsOf(1002002)).size).toBe(5);
});

test('a system error has words of its own in every operation', () => {
	expect(new Set(wordsOf(1002001)).size).toBe(5);
});

const withoutFacts = (outcome?: Outcome) =>
	`${outcome?.error?.message} ${outcome?.error?.description}`.replace(/\(Feishu code.*\)/, '');

test('the codes are told apart within an operation', () => {
	for (const operation of new Set(rows.map((row) => row.operation))) {
		const said = rows
			.filter((row) => row.operation === operation)
			.map((row) => outcomes.get(row)?.error?.message);
		expect(new Set(said).size).toBe(said.length);
	}
});

describe('what any route may answer', () => {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startSimulator();
	});
	afterEach(async () => await simulator.close());

	test.each([
		['hire:offer', offerCall],
		['hire:external_offer', createCall],
		['hire:external_offer', updateCall],
		['hire:application', transferCall],
		['hire:application', terminateCall],
	])('a missing scope %s is named, and where to grant it', async (scope, call) => {
		const parameters = call(simulator);
		simulator.revokeScope(scope);
		const { error } = await runNode(simulator, parameters);
		expect(error?.message).toContain(scope);
		expect(error?.description).toContain(scope);
		expect(error?.description).toMatch(/权限管理/);
		expect(error?.description).toMatch(/版本/);
		expect(error?.description).toContain('99991672');
		expect(simulator.applied).toHaveLength(0);
	});

	/** As the page on the platform's own codes has them. */
	test.each([
		[99991400, 429, /refuses further requests for now.*limit/, /same app/],
		[99991401, 400, /refuses the address of this n8n server/, /IP 白名单/],
		[99991403, 400, /monthly number of API calls is used up/, /plan/],
		[99991662, 400, /app is disabled/, /enable the app/],
		[99991673, 400, /app cannot be used in this company/, /publish a version/],
	])('code %i has words of its own', async (code, http, says, mend) => {
		const [id = ''] = simulator.addApplications(1);
		simulator.fail({ kind: 'code', http, code, msg: 'as the platform says' });
		const { error } = await runNode(simulator, terminate(id, 1, { options: { rateLimitWait: 0 } }));
		expect(error?.message).toMatch(says);
		expect(error?.description).toMatch(mend);
		expect(error?.description).toContain(`${code} “as the platform says”`);
		expect(simulator.applied).toHaveLength(0);
	});

	test('an unknown code comes with Feishu’s words and the page of the operation', async () => {
		simulator.fail({ kind: 'code', http: 400, code: 1002999, msg: 'moon phase unsuitable' });
		const { error } = await runNode(simulator, terminateCall(simulator));
		expect(error?.message).toContain('moon phase unsuitable');
		expect(error?.description).toContain('1002999');
		expect(error?.description).toMatch(/https:\/\/open\.feishu\.cn\/document\/\S+/);
	});

	test('a refused value is not sent again, whatever the HTTP status', async () => {
		simulator.fail({ kind: 'code', http: 500, code: 1002002, msg: 'invalid parameter' });
		const { error } = await runNode(simulator, terminateCall(simulator));
		expect(error?.message).toMatch(/refuses a value/);
		expect(hireRequests(simulator)).toHaveLength(1);
	});

	test('the refused item is named by its number in the input', async () => {
		const applications = simulator.addApplications(3);
		const { error } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: [...applications, simulator.ids.applications.terminated].map((id) => ({ id })),
		});
		expect(error?.message).toContain('[item 3]');
		expect(error?.context).toMatchObject({ itemIndex: 3 });
	});
});
