/** The option Timeout: how long a request waits for its answer. */
import { startSimulator, type Simulator } from '../simulator';
import { runNode } from '../n8nCore/run';
import { createExternalOffer, hireRequests } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
	simulator.fail({ kind: 'hang' });
});
afterEach(async () => await simulator.close());

test('an answer that does not come is given up after so many seconds, not before', async () => {
	const [application = ''] = simulator.ids.externalApplications;
	const { error } = await runNode(
		simulator,
		createExternalOffer(application, { options: { timeout: 2, makeKey: false } }),
	);
	const gaveUp = Date.now();
	expect(error?.message).toMatch(/no answer in time/);
	const [asked, ...more] = hireRequests(simulator);
	expect(more).toEqual([]);
	expect(gaveUp - (asked?.at ?? gaveUp)).toBeGreaterThanOrEqual(1900);
}, 30_000);
