/** Items of one record go out in input order, one after the other; the others overlap; the output is in input order. */
import { startSimulator, type Simulator } from '../simulator';
import { runNode } from '../n8nCore/run';
import { transferStage } from '../nodes/calls';

const RECORDS = 8;
const STEPS = 6;

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ seed: 7, latency: { before: [1, 60], after: [1, 40] } });
});
afterEach(async () => await simulator.close());

/** Every request at the simulator, from its arrival to the moment when it was carried out. */
const spans = () =>
	simulator.applied.map(({ seq, at, id, body }) => ({
		id,
		stage: (body as { stage_id: string }).stage_id,
		start: simulator.requests.find((request) => request.seq === seq)?.at ?? NaN,
		end: at,
	}));

test('with shuffled latencies', async () => {
	const records = simulator.addApplications(RECORDS);
	const { exam, interview } = simulator.ids.stages.social;
	const items = Array.from({ length: RECORDS * STEPS }, (_, index) => ({
		id: records[index % RECORDS] ?? '',
		stage: Math.floor(index / RECORDS) % 2 === 0 ? exam : interview,
	}));
	const { items: output, error } = await runNode(simulator, {
		...transferStage('={{ $json.id }}', '={{ $json.stage }}'),
		items,
	});
	expect(error).toBeUndefined();
	const sent = spans();
	expect(sent).toHaveLength(items.length);

	for (const record of records) {
		const own = sent.filter(({ id }) => id === record).sort((a, b) => a.start - b.start);
		expect(own.map(({ stage }) => stage)).toEqual(
			items.filter(({ id }) => id === record).map(({ stage }) => stage),
		);
		for (const [index, { start }] of own.entries()) {
			expect(start).toBeGreaterThanOrEqual(own[index - 1]?.end ?? 0);
		}
	}

	const inFlight = sent.map(
		({ start }) => sent.filter((other) => other.start <= start && start < other.end).length,
	);
	expect(Math.max(...inFlight)).toBeGreaterThan(RECORDS / 2);
	const carriedOut = sent.map(({ id }) => id);
	expect(carriedOut).not.toEqual(items.map(({ id }) => id));

	expect(output.map(({ json }) => json.application_id)).toEqual(items.map(({ id }) => id));
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
});
