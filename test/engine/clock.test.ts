/** The clock that the engine runs by in n8n. */
import { systemClock } from '../../nodes/engine/clock';
import { Pace } from '../../nodes/engine/pace';

afterEach(() => jest.restoreAllMocks());

test('a time of day that is set back by an hour costs nothing', async () => {
	const timeOfDay = Date.now.bind(Date);
	const start = performance.now();
	const pace = new Pace([{ requests: 1, perSeconds: 0.05 }], systemClock);
	const first = pace.through(async () => {});
	const waiting = [pace.through(async () => {}), pace.through(async () => {})];
	jest.spyOn(Date, 'now').mockImplementation(() => timeOfDay() - 3_600_000);
	await Promise.all([first, ...waiting]);
	await systemClock.sleep(50);
	const took = performance.now() - start;
	expect(took).toBeGreaterThanOrEqual(150);
	expect(took).toBeLessThan(5_000);
});

test('a sleep ends when its signal aborts', async () => {
	const stop = new AbortController();
	const asleep = systemClock.sleep(3_600_000, stop.signal);
	stop.abort();
	await asleep;
});
