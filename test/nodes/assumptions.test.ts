/** Where Feishu's pages leave open what it answers, the nodes keep their promise under either answer. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Settings, type Simulator } from '../simulator';
import { builtNodeUnder, fastClock } from '../n8nCore/fastClock';
import { byId, runNode, type NodeRun, type RunOptions } from '../n8nCore/run';
import { createExternalOffer, hireRequests, transferStage, updateExternalOffer, updateStatus } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ limits: false });
});
afterEach(async () => await simulator.close());

const given = <Name extends keyof Settings>(name: Name, answer: Settings[Name]) => {
	beforeEach(() => {
		simulator.settings[name] = answer;
	});
};

const run = async (call: Pick<RunOptions, 'node' | 'parameters'>, more: Partial<RunOptions> = {}) =>
	await runNode(simulator, { ...call, ...more, type: await builtNodeUnder(fastClock(100), call.node) });

const loseOneAnswer = () => simulator.fail({ kind: 'dropAfter', times: 1 });
const changes = () => simulator.applied.filter(({ changed }) => changed).length;

/** The first attempt did the work, and its answer was lost: success may be claimed, that nothing was done may not. */
function checkHonest({ json, error }: NodeRun): void {
	if (!error) expect(json).toHaveLength(1);
	else {
		const words = `${error.message} ${error.description}`;
		expect(words).toMatch(/unknown whether|may have been applied/);
		expect(words).toMatch(/[Ll]ook (in|at|up)/);
	}
	expect(changes()).toBe(1);
}

describe.each(['returnsFirst', 'refuses'] as const)('a repeated External ID: %s', (answer) => {
	given('repeatedExternalId', answer);

	const KEYS = ['offer-1', 'offer-2', 'offer-3'];
	const externalOffer = (key: string) =>
		createExternalOffer(simulator.ids.externalApplications[0] ?? '', {
			additionalFields: { externalId: key },
		});
	const externalApplication = (key: string): Pick<RunOptions, 'node' | 'parameters'> => ({
		node: 'feishuHireExternalOffer',
		parameters: {
			resource: 'externalApplication',
			operation: 'create',
			talentId: byId(simulator.ids.talents.fresh),
			additionalFields: { externalId: key },
		},
	});
	const records = () => [simulator.company.externalOffers.size, simulator.company.externalApplications.size];

	describe.each([
		['external offer', externalOffer, 0],
		['external application', externalApplication, 1],
	] as const)('%s', (_, create, kind) => {
		test('a create whose answer was lost makes one record, and the message does not deny it', async () => {
			const before = records()[kind] ?? NaN;
			loseOneAnswer();
			const outcome = await run(create('key-1'));
			checkHonest(outcome);
			if (answer === 'returnsFirst') expect(outcome.error).toBeUndefined();
			expect(records()[kind]).toBe(before + 1);
		});

		test('nor does a later try of the node deny it', async () => {
			const before = records()[kind] ?? NaN;
			loseOneAnswer();
			checkHonest(
				await run(create('key-1'), { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } }),
			);
			expect(records()[kind]).toBe(before + 1);
		});

		test('the same rows again make no second record', async () => {
			const items = KEYS.map((key) => ({ key }));
			const first = await run(create('={{ $json.key }}'), { items });
			expect(first.error).toBeUndefined();
			const before = records();
			const again = await run(create('={{ $json.key }}'), { items });
			expect(records()).toEqual(before);
			if (answer === 'returnsFirst') {
				expect(again.json.map(({ id }) => id)).toEqual(first.json.map(({ id }) => id));
			} else {
				expect(again.error?.message).toMatch(/refuses a value.*\[item \d\]/);
				expect(again.error?.description).toMatch(/1002002/);
			}
		});

		test('Retry On Fail sends what had succeeded no second time', async () => {
			const before = records()[kind] ?? NaN;
			simulator.fail({ kind: 'code', http: 400, code: 1002002, after: 2, times: 1 });
			const { json, error } = await run(create('={{ $json.key }}'), {
				items: KEYS.map((key) => ({ key })),
				settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
			});
			expect(error).toBeUndefined();
			expect(json).toHaveLength(KEYS.length);
			expect(records()[kind]).toBe(before + KEYS.length);
			expect(hireRequests(simulator)).toHaveLength(KEYS.length + 1);
		});
	});
});

describe.each(['accepts', 'refuses'] as const)('a stage that is the present one: %s', (answer) => {
	given('repeatedStage', answer);
	const move = (application: string) => transferStage(application, simulator.ids.stages.social.exam);

	test('a move whose answer was lost is made once, and the message does not deny it', async () => {
		const [application = ''] = simulator.addApplications(1);
		loseOneAnswer();
		const outcome = await run(move(application));
		checkHonest(outcome);
		if (answer === 'accepts') expect(outcome.error).toBeUndefined();
	});

	test('where it stands already, a refusal says so', async () => {
		const [application = ''] = simulator.addApplications(1, { stage: 'exam' });
		const { json, error } = await run(move(application));
		if (answer === 'accepts') expect(json).toEqual([expect.objectContaining({ success: true })]);
		else expect(error?.description).toMatch(/stands in that stage already/);
		expect(changes()).toBe(0);
	});
});

describe.each(['accepts', 'refuses'] as const)('a status that an offer has: %s', (answer) => {
	given('repeatedOfferStatus', answer);

	test('a change whose answer was lost is made once, and the message does not deny it', async () => {
		loseOneAnswer();
		const outcome = await run(updateStatus(simulator.ids.offers.created, 4));
		checkHonest(outcome);
		if (answer === 'accepts') expect(outcome.error).toBeUndefined();
	});
});

describe.each(['leftOut', 'zero'] as const)('what a record was never given: %s', (answer) => {
	given('neverGiven', answer);
	const whole = {
		jobTitle: 'Data Analyst',
		recruitmentType: 2,
		resumeSource: 'Referral',
		stage: 'Interview',
		terminationReason: 'No headcount',
		deliveryType: 3,
		modifyTime: 1_700_000_000_001,
		createTime: 1_700_000_000_000,
		terminationType: 'Ended by HR',
	} as const;
	const update = (id: string, updateFields: INodeParameters): Pick<RunOptions, 'node' | 'parameters'> => ({
		node: 'feishuHireExternalOffer',
		parameters: {
			resource: 'externalApplication',
			operation: 'update',
			externalApplicationId: byId(id),
			talentId: byId(simulator.ids.talents.fresh),
			updateFields,
		},
	});
	const bodyOf = (method: string): IDataObject =>
		hireRequests(simulator).find((request) => request.method === method)?.body as IDataObject;
	const add = (fields: Partial<typeof whole>) =>
		simulator.company.importExternalApplication({
			externalTalentId: simulator.ids.talents.fresh,
			...fields,
		});

	test('Keep writes back every field that an external application has', async () => {
		const before = add(whole);
		const { error } = await run(update(before.id, { stage: 'Offer' }));
		expect(error).toBeUndefined();
		expect(simulator.company.externalApplications.get(before.id)).toEqual({ ...before, stage: 'Offer' });
	});

	test('Keep writes no field that an external application never had', async () => {
		const { id } = add({ jobTitle: whole.jobTitle });
		const { error } = await run(update(id, { resumeSource: 'Referral' }));
		expect(error).toBeUndefined();
		expect(bodyOf('PUT')).toEqual({
			talent_id: simulator.ids.talents.fresh,
			job_title: whole.jobTitle,
			resume_source: 'Referral',
		});
	});

	test('Keep writes no field that an external offer never had', async () => {
		const [application = ''] = simulator.ids.externalApplications;
		const { id } = simulator.company.addExternalOffer({
			externalApplicationId: application,
			attachmentIds: [],
		});
		const { error } = await run(updateExternalOffer(id, application, { updateFields: { owner: 'Mei Li' } }));
		expect(error).toBeUndefined();
		expect(bodyOf('PUT')).toEqual({ external_application_id: application, owner: 'Mei Li' });
	});
});
