/** What Feishu leaves out of a record, without an error, for an app that lacks the scope of a part (字段权限要求). */
import { byId, runNode } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ limits: false });
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.close());

const withDetail = async (ids: readonly string[], options: string[]) =>
	await runNode(simulator, {
		node: 'feishuHireApplication',
		parameters: {
			resource: 'application',
			operation: 'getDetail',
			applicationId: byId('={{ $json.id }}'),
			simplify: true,
			additionalFields: { options },
		},
		items: ids.map((id) => ({ id })),
	});

const lack = (...scopes: string[]) => scopes.forEach((scope) => simulator.revokeScope(scope));

it.each([
	['with_agency', 'hire:agency:readonly', 'Agency'],
	['with_talent', 'hire:talent:readonly', 'Candidate'],
	['with_employee', 'hire:employee:readonly', 'Employee'],
	['with_evaluation', 'hire:evaluation:readonly', 'Evaluations'],
	['with_interview', 'hire:interview:readonly', 'Interviews'],
	['with_job', 'hire:job:readonly', 'Job'],
	['with_offer', 'hire:offer:readonly', 'Offer'],
	['with_portal', 'hire:site:readonly', 'Recruitment Site'],
	['with_referral', 'hire:referral:readonly', 'Referral'],
])('%s names the scope where nothing of it comes', async (option, scope, name) => {
	lack(scope, scope.replace(/:readonly$/, ''));
	const run = await withDetail([simulator.ids.applications.onboarded], [option]);
	expect(run.error).toBeUndefined();
	// Before it there may be one of the list of jobs, which the row takes names from too.
	expect(run.hints.at(-1)).toMatch(
		new RegExp(`^Feishu Hire gave nothing of: ${name}\\..* scope .*: ${scope} for ${name}\\.$`),
	);
});

it('says that there may be none, unless every application has one', async () => {
	const { screening } = simulator.ids.applications;
	lack('hire:talent:readonly', 'hire:talent');
	expect((await withDetail([screening], ['with_offer', 'with_job', 'with_talent'])).hints).toEqual([
		'Feishu Hire gave nothing of: Offer, Candidate. It leaves out what there is none of, and what the app has no ' +
			'scope (权限) for: hire:offer:readonly for Offer, hire:talent:readonly for Candidate.',
	]);
	expect((await withDetail([screening], ['with_job', 'with_talent'])).hints).toEqual([
		'Feishu Hire gave nothing of: Candidate. It leaves out what the app has no scope (权限) for: ' +
			'hire:talent:readonly for Candidate.',
	]);
});

it('says nothing where one record has the part, or it was not asked for', async () => {
	const { screening, approvedOffer } = simulator.ids.applications;
	expect((await withDetail([screening, approvedOffer], ['with_offer'])).hints).toEqual([]);
	lack('hire:talent:readonly', 'hire:talent');
	expect((await withDetail([screening], ['with_job'])).hints).toEqual([]);
});

it('also where the part is a name that another record is given', async () => {
	lack('hire:talent:readonly', 'hire:talent');
	const run = await runNode(simulator, {
		node: 'feishuHireOffer',
		parameters: {
			resource: 'offer',
			operation: 'get',
			offerId: byId(simulator.ids.offers.approved),
			simplify: true,
			includeCandidateNames: true,
		},
	});
	expect(run.json[0]?.candidate_name ?? '').toBe('');
	expect(run.hints).toEqual([expect.stringContaining('hire:talent:readonly for Candidate')]);
});
