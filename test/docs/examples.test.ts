/** The small examples on the pages of the nodes. */
import { declared } from '../contract/declared';
import { runNode, type RunOptions } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import { exampleRow, SEED } from './exampleOf';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ seed: SEED });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

it.each(declared)('that of $title runs in the company of npm start', async ({ node, operation }) => {
	const { items, parameters } = exampleRow(operation);
	const { error, json } = await runNode(simulator, {
		node: node as RunOptions['node'],
		parameters: { resource: operation.resource, operation: operation.value, ...parameters },
		items,
	});
	expect(error).toBeUndefined();
	expect(json.length).toBeGreaterThan(0);
});
