/** The nodes as tools of an AI agent: the model fills in parameters, and every word it reads is there. */
import { startSimulator, type Simulator } from '../simulator';
import { builtNode } from '../n8nCore/pack';
import { byId, runNode } from '../n8nCore/run';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());

test.each(['feishuHireOffer', 'feishuHireExternalOffer', 'feishuHireApplication'] as const)(
	'%s is offered to agents',
	async (name) => {
		const { description } = await builtNode(name);
		expect(description.usableAsTool).toBe(true);
		expect(description.description.length).toBeGreaterThan(20);
	},
);

test('a model fills the parameters in', async () => {
	const [application = ''] = simulator.addApplications(1);
	const { json, error } = await runNode(simulator, {
		node: 'feishuHireApplication',
		parameters: {
			resource: 'application',
			operation: 'terminate',
			applicationId: byId("={{ $fromAI('Application_ID', 'Whose application ends', 'string') }}"),
			terminationType: "={{ $fromAI('Termination_Type', '', 'string') }}",
			additionalFields: { terminationReasonNote: "={{ $fromAI('Note', '', 'string') }}" },
		},
		// What the model gives arrives as the input item of the tool.
		items: [{ Application_ID: application, Termination_Type: 'The Candidate Declined', Note: 'Moved away' }],
	});
	expect(error).toBeUndefined();
	expect(json).toEqual([{ success: true, application_id: application, termination_type: 22 }]);
	expect(simulator.company.applications.get(application)?.termination).toMatchObject({
		type: 22,
		note: 'Moved away',
	});
});

test('a model that makes up a value is told which ones there are', async () => {
	const { error } = await runNode(simulator, {
		node: 'feishuHireApplication',
		parameters: {
			resource: 'application',
			operation: 'terminate',
			applicationId: byId(simulator.ids.applications.screening),
			terminationType: "={{ $fromAI('Termination_Type', '', 'string') }}",
		},
		items: [{ Termination_Type: 'Ghosted' }],
	});
	expect(error?.message).toMatch(/'Termination Type' cannot be "Ghosted"/);
	expect(error?.description).toMatch(/1 .*22 .*27/);
});
