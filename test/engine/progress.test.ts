/** What a long run tells while it runs: in the browser's console, and in n8n's log. */
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { fastClock } from '../n8nCore/fastClock';
import { startSimulator, type Simulator } from '../simulator';
import { inputs, nodeUnder, tryOut, type Limits } from './trial';

const MINUTE: Limits = [
	{ requests: 10, perSeconds: 60 },
	{ requests: 50, perSeconds: 1 },
];

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ limits: false });
});
afterEach(async () => await simulator.close());

/** 25 items under 10 a minute take two minutes. */
async function run(count: number) {
	const logged: string[] = [];
	const log = jest
		.spyOn(Container.get(Logger), 'info')
		.mockImplementation((words) => void logged.push(words));
	const type = await nodeUnder(fastClock(60), MINUTE);
	const { messages } = await tryOut(simulator, { kind: 'idempotent', type, items: inputs(simulator, count) });
	log.mockRestore();
	return { messages, logged };
}

it('counts what is done, and says how long the limits make the rest take', async () => {
	const { messages, logged } = await run(25);
	// Of 15 left under 10 a minute the last one waits a whole minute; of the last 5 none does.
	const first = messages.find((words) => words.startsWith('10 of 25'));
	expect(first).toBe('10 of 25 items done, 15 to go, about 60 s left');
	const counts = messages.map((words) => (words.match(/\d+/g) ?? []).map(Number));
	for (const [done = 0, all, left = 0] of counts) expect([all, done + left]).toEqual([25, 25]);
	const done = counts.map(([first]) => first);
	expect(done).toEqual([...done].sort((a = 0, b = 0) => a - b));
	expect(done).toContain(20);
	// Every 5 seconds of two minutes, and every 10.
	expect(messages.length).toBeGreaterThan(12);
	expect(messages.length).toBeLessThanOrEqual(24);
	expect(logged).toContain('Feishu Hire: 10 of 25 items done, 15 to go, about 60 s left');
	expect(Math.abs(messages.length - 2 * logged.length)).toBeLessThanOrEqual(2);
});

it('says nothing of a short run, and nothing after its end', async () => {
	expect(await run(8)).toEqual({ messages: [], logged: [] });
});
