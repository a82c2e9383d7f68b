/** The nodes as tools of an AI agent: the model fills in parameters, and every word it reads is there. */
import { NodeHelpers, type INode, type INodeParameters, type INodePropertyOptions } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { builtNode, type NodeName } from '../n8nCore/pack';
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

const toolNodes = [
	'feishuHireOffer',
	'feishuHireExternalOffer',
	'feishuHireApplication',
	'feishuHireAttachment',
] as const;

test.each(toolNodes)(
	'each operation of %s makes a tool with a name of its own, which models take',
	async (name) => {
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
	},
);

/** What a model is told of an operation whose node is as n8n puts it into a workflow. */
async function toldOf(node: NodeName, parameters: INodeParameters): Promise<string> {
	const type = await builtNode(node);
	const description = { ...type.description, name: `${node}Tool` };
	const tool: INode = {
		id: '',
		name: '',
		type: description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const filled =
		NodeHelpers.getNodeParameters(description.properties, parameters, true, false, tool, description) ?? {};
	return NodeHelpers.getToolDescriptionForNode({ ...tool, parameters: filled }, { ...type, description });
}

test('a model is told what an operation does, what to give and in which form, and what comes back', async () => {
	const told = await toldOf('feishuHireApplication', { resource: 'application', operation: 'terminate' });
	expect(told).toMatch(/^End an application until recovered\. /);
	expect(told).toMatch(/It writes to Feishu Hire\. The same call again does no harm\. With Dry Run/);
	expect(told).toMatch(/It gives success, and the IDs\./);
	expect(told).toMatch(
		/Application: .* Give its ID as text or the candidate's e-mail, mobile or full name\./,
	);
	expect(told).toMatch(
		/Termination Type: .* One of: We Rejected the Candidate, The Candidate Declined, Other\./,
	);
	expect(told).toMatch(/Reasons for Termination: Why it ended\. Names or IDs, with commas between\./);
	expect(await toldOf('feishuHireApplication', {})).toMatch(/^Move an application to a stage\./);
	expect(await toldOf('feishuHireApplication', { toolDescription: 'Mine' })).toBe('Mine');
});

test.each(toolNodes)('OpenAI takes what is told of each operation of %s', async (name) => {
	const { description } = await builtNode(name);
	const told = description.properties.filter((property) => property.name === 'toolDescription');
	const operations = description.properties
		.filter((property) => property.name === 'operation')
		.flatMap(({ options = [] }) => options);
	expect(told).toHaveLength(operations.length);
	expect(told.filter((property) => String(property.default).length > 1024)).toEqual([]);
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
	const { json } = await runNode(simulator, {
		node: 'feishuHireApplication',
		asTool: true,
		parameters: {
			resource: 'application',
			operation: 'terminate',
			applicationId: byId(simulator.ids.applications.screening),
			terminationType: "={{ $fromAI('Termination_Type', '', 'string') }}",
		},
		items: [{ Termination_Type: 'Ghosted' }],
	});
	// Of an error n8n gives a model nothing but the message.
	expect(json).toEqual([
		{
			error:
				'\'Termination Type\' cannot be "Ghosted". Use one of: 1 (We Rejected the Candidate, 我们拒绝了候选人), ' +
				'22 (The Candidate Declined, 候选人拒绝了我们), 27 (Other, 其他). Nothing was sent.',
		},
	]);
});

test('a model is told what Feishu refuses, and the way out', async () => {
	const { json } = await runNode(simulator, {
		node: 'feishuHireApplication',
		asTool: true,
		parameters: {
			resource: 'application',
			operation: 'transferStage',
			applicationId: byId(simulator.ids.applications.screening),
			stageId: byId('7000000000000000001'),
		},
	});
	expect(json[0]?.error).toMatch(/^The stage does not exist\. Pick a stage of .* \(Feishu code 1002204/);
});

test('words are taken where an ID was chosen, and an empty filter of a list is none', async () => {
	const { screening } = simulator.ids.applications;
	const { talentId } = simulator.company.applications.get(screening) ?? {};
	const { email = '' } = simulator.company.talents.get(String(talentId)) ?? {};
	const { json } = await runNode(simulator, {
		node: 'feishuHireApplication',
		asTool: true,
		parameters: {
			resource: 'application',
			operation: 'transferStage',
			applicationId: byId(`={{ '${email}' }}`),
			stageId: byId('={{ "笔试" }}'),
		},
	});
	const stage_id = simulator.ids.stages.social.exam;
	expect(json).toEqual([{ success: true, application_id: screening, stage_id }]);

	const parameters = {
		resource: 'application',
		operation: 'getAll',
		filters: { stageId: byId('={{ "" }}') },
	};
	const { json: listed } = await runNode(simulator, {
		node: 'feishuHireApplication',
		asTool: true,
		parameters,
	});
	expect(listed.length).toBeGreaterThan(3);
	const { error } = await runNode(simulator, { node: 'feishuHireApplication', parameters });
	expect(error?.message).toMatch(/gives nothing/);
});

describe('what a model gives where an ID was chosen', () => {
	const onboard = async (applicationId: string, fields: Record<string, string>) => {
		const { json } = await runNode(simulator, {
			node: 'feishuHireApplication',
			asTool: true,
			parameters: {
				resource: 'onboarding',
				operation: 'transferOnboard',
				applicationId: byId(`={{ '${applicationId}' }}`),
				additionalFields: Object.fromEntries(
					Object.entries(fields).map(([name, value]) => [name, byId(`={{ '${value}' }}`)]),
				),
				idTypes: { departmentIdType: 'open_department_id' },
				options: { dryRun: true },
			},
		});
		return json[0] ?? {};
	};

	test.each(['13912345678', '+86 139 1234 5678'])('%s is a mobile number, and no ID', async (mobile) => {
		const { error } = await onboard(mobile, {});
		expect(error).toMatch(/^'Application' .*1234.* is not found/);
	});

	test('a person may be told by e-mail address or mobile number, a department by a Chinese name', async () => {
		const { pendingOnboarding } = simulator.ids.applications;
		const { user, department } = simulator.company.directories;
		const [person] = user.entries;
		const unit = department.entries.find(({ zhName: name }) => /\p{Script=Han}/u.test(name));
		for (const leader of [person?.email ?? '', String(person?.mobile)]) {
			const { body, error } = await onboard(pendingOnboarding, { leader, department: unit?.zhName ?? '' });
			expect(error).toBeUndefined();
			expect(body).toMatchObject({ leader: person?.ids.open_id, department: unit?.ids.open_department_id });
		}
	});

	test('IDs of people and departments stay as they are', async () => {
		const { pendingOnboarding } = simulator.ids.applications;
		const { body } = await onboard(pendingOnboarding, { leader: 'ou_84aad35d08', department: 'od-1f2a' });
		expect(body).toMatchObject({ leader: 'ou_84aad35d08', department: 'od-1f2a' });
	});
});
