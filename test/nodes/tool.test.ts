/** The nodes as tools of an AI agent: the model fills in parameters, and every word it reads is there. */
import { NodeHelpers, type INodePropertyOptions } from 'n8n-workflow';
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

test.each([
	'feishuHireOffer',
	'feishuHireExternalOffer',
	'feishuHireApplication',
	'feishuHireAttachment',
] as const)('each operation of %s makes a tool with a name of its own, which models take', async (name) => {
	const type = await builtNode(name);
	const names = type.description.properties
		.filter((property) => property.name === 'operation')
		.flatMap(({ options = [], displayOptions }) =>
			(options as INodePropertyOptions[]).map(({ value }) =>
				NodeHelpers.getToolDescriptionForNode(
					{
						id: '',
						name: '',
						type: name,
						typeVersion: 1,
						position: [0, 0],
						parameters: { resource: String(displayOptions?.show?.resource?.[0]), operation: value },
					},
					type,
				),
			),
		);
	expect(names.length).toBeGreaterThan(3);
	expect(names.filter((each) => each.length > 64)).toEqual([]);
	expect(new Set(names).size).toBe(names.length);
});

test('the description of what must be chosen names the choices', async () => {
	const { description } = await builtNode('feishuHireApplication');
	const type = description.properties.find(({ name }) => name === 'terminationType');
	expect(type?.description).toBe(
		'Who ended the application. One of: We Rejected the Candidate, The Candidate Declined, Other.',
	);
});

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
	expect(json).toEqual([
		{
			success: true,
			application_id: application,
			termination_type: 22,
			termination_type_name: 'The Candidate Declined',
		},
	]);
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
