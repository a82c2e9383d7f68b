/** Retry On Fail of a node that an AI agent uses as a tool: n8n counts the run index up at every try of one call. */
import { SupplyDataContext } from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import { createRunExecutionData, NodeConnectionTypes, type IDataObject } from 'n8n-workflow';
import { builtNodeUnder, fastClock } from '../n8nCore/fastClock';
import { byId, runNode } from '../n8nCore/run';
import { surround } from '../n8nCore/surroundings';
import { startSimulator, type Simulator } from '../simulator';

const CREATE = 'POST /open-apis/hire/v1/external_offers';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

/** Calls the node as n8n lets an agent call it. */
async function tool(makeKey: boolean): Promise<(args: IDataObject) => Promise<string>> {
	const [externalApplication = ''] = simulator.ids.externalApplications;
	const { type, node, workflow, additionalData } = await surround(simulator, {
		node: 'feishuHireExternalOffer',
		type: await builtNodeUnder(fastClock(100), 'feishuHireExternalOffer'),
		parameters: {
			resource: 'externalOffer',
			operation: 'create',
			externalApplicationId: byId(externalApplication),
			additionalFields: { owner: "={{ $fromAI('Owner', '', 'string') }}" },
			options: { makeKey },
		},
		settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
	});
	const data = createRunExecutionData({});
	const executeData = { node, data: { main: [[]] }, source: null };
	const contextOf = (runIndex: number) =>
		new SupplyDataContext(
			workflow,
			node,
			additionalData,
			'manual',
			data,
			runIndex,
			[],
			{},
			NodeConnectionTypes.AiTool,
			executeData,
			[],
		);
	return makeHandleToolInvocation(contextOf, node, type, data);
}

const made = () => simulator.applied.filter(({ changed }) => changed).length;

test.each([
	['with a key it is found', true, 2],
	['without one it is not made again', false, 1],
])('a create whose answer was lost: %s', async (_, makeKey, sent) => {
	const call = await tool(makeKey);
	simulator.fail({ kind: 'dropAfter', route: CREATE, times: makeKey ? 4 : 1 });
	const outcome = await call({ Owner: 'Mei Li' }).catch((error: unknown) => String(error));
	expect(outcome).toMatch(makeKey ? /"external_offer_id"/ : /unknown whether the record was created/);
	expect(made()).toBe(1);
	expect(simulator.countOf(CREATE)).toBe(makeKey ? 5 : sent);
});

test('a model that calls again with the same words makes no second record', async () => {
	const call = await tool(true);
	simulator.fail({ kind: 'dropAfter', route: CREATE, times: 12 });
	await call({ Owner: 'Mei Li' }).catch(() => {});
	expect(await call({ Owner: 'Mei Li' })).toMatch(/"external_offer_id"/);
	await call({ Owner: 'Jun Wang' });
	expect(made()).toBe(2);
});

test('and so where n8n runs the tool as a node, and numbers the calls', async () => {
	const [externalApplication = ''] = simulator.ids.externalApplications;
	const parameters = {
		resource: 'externalOffer',
		operation: 'create',
		externalApplicationId: byId(externalApplication),
		additionalFields: { owner: '={{ $json.Owner }}' },
	};
	for (const toolCallId of ['call_1', 'call_2']) {
		await runNode(simulator, {
			node: 'feishuHireExternalOffer',
			parameters,
			items: [{ Owner: 'Mei Li', toolCallId }],
		});
	}
	expect(made()).toBe(1);
});

test('two calls of the agent without a key make a record each', async () => {
	const call = await tool(false);
	await call({ Owner: 'Mei Li' });
	await call({ Owner: 'Mei Li' });
	expect(made()).toBe(2);
});
