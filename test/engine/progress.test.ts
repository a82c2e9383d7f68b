/** What a long run tells while it runs: in the browser's console, and in n8n's log. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { Progress } from '../../nodes/engine/progress';
import { fastClock } from '../n8nCore/fastClock';
import { startSimulator } from '../simulator';
import { FakeClock } from './fakeClock';
import { inputs, nodeUnder, tryOut, type Limits } from './trial';

const MINUTE: Limits = [
	{ requests: 10, perSeconds: 60 },
	{ requests: 50, perSeconds: 1 },
];

/** Where a node tells, and what it told. */
function listening() {
	const told: string[] = [];
	const logged: string[] = [];
	const context = {
		getNode: () => ({ name: 'Feishu Hire' }),
		sendMessageToUI: (words: string) => void told.push(words),
		logger: { info: (words: string) => void logged.push(words) },
	} as unknown as IExecuteFunctions;
	return { told, logged, context };
}

test('every 5 seconds in the console and every 10 in the log, with the time that the limits leave', async () => {
	const clock = new FakeClock();
	const { told, logged, context } = listening();
	const progress = new Progress(context, clock, MINUTE, 25);
	for (let item = 0; item < 10; item++) progress.step();
	await clock.pass(21_000);
	// Of 15 left under 10 a minute the last one waits a whole minute.
	const ten = '10 of 25 items done, 15 to go, about 60 s left';
	expect(told).toEqual([ten, ten, ten, ten]);
	expect(logged).toEqual([`Feishu Hire: ${ten}`, `Feishu Hire: ${ten}`]);

	for (let item = 0; item < 10; item++) progress.step();
	await clock.pass(4_000);
	// 20 took 25 seconds, so that 5 take 6 at that pace; no limit holds them.
	expect(told.at(-1)).toBe('20 of 25 items done, 5 to go, about 6 s left');
	progress.end();
	await clock.pass(60_000);
	expect(told).toHaveLength(5);
});

test('a node tells it while it runs', async () => {
	const simulator = await startSimulator({ limits: false });
	const run = async (count: number) => {
		const type = await nodeUnder(fastClock(60), MINUTE);
		const items = inputs(simulator, count);
		return (await tryOut(simulator, { kind: 'idempotent', type, items })).messages;
	};
	expect(await run(25)).toContainEqual(
		expect.stringMatching(/^\d+ of 25 items done, \d+ to go, about \d+ s left$/),
	);
	await simulator.close();
});
