import { drain, Hiring, idsOf, MINUTE } from './watching';

const LIST = 'GET /open-apis/hire/v1/applications';
const GET = 'GET /open-apis/hire/v1/applications/:application_id';

let hiring: Hiring;
beforeAll(async () => {
	hiring = await Hiring.begin();
});
beforeEach(() => hiring.reset());
afterAll(async () => await hiring.close());

/** What the pages leave open. */
const settings = [
	{ listOrder: 'oldestFirst', endOfPeriod: 'listed' },
	{ listOrder: 'lastChangedFirst', endOfPeriod: 'leftOut' },
] as const;

describe.each(settings)('under $listOrder, $endOfPeriod', (behaviour) => {
	beforeEach(() => void Object.assign(hiring.simulator.settings, behaviour));

	it('each of 1,000 new applications comes once, while they and old ones change as they are read', async () => {
		const old = hiring.apply(300);
		hiring.now += MINUTE;
		const trigger = await hiring.watching({ watch: 'applications', on: 'created' });
		const created: string[] = [];
		let turn = 0;
		const stop = hiring.simulator.onArrival(({ route }) => {
			if (route !== LIST && route !== GET) return;
			turn++;
			hiring.now += turn % 4;
			if (turn % 3 === 0) hiring.move(old[(turn * 7) % old.length] ?? '');
			if (turn % 2 === 0 && created.length > 0) hiring.move(created[(turn * 13) % created.length] ?? '');
		});
		const given: string[] = [];
		for (let batch = 0; batch < 10; batch++) {
			created.push(...hiring.apply(100));
			hiring.now += MINUTE;
			// Each poll after a restart of n8n.
			given.push(...idsOf(await trigger.poll({ store: false })));
		}
		stop();
		given.push(...idsOf(await drain(hiring, trigger, { store: false })));
		expect(created).toHaveLength(1000);
		expect([...given].sort()).toEqual([...created].sort());
	}, 120_000);

	it('no more than a poll may give comes at a time, and the rest later, where all have one timestamp', async () => {
		const trigger = await hiring.watching({
			watch: 'applications',
			on: 'created',
			options: { recordsPerPoll: 120 },
		});
		hiring.now += MINUTE;
		const created = hiring.apply(450);
		const given: string[] = [];
		const counts: number[] = [];
		hiring.asked(GET);
		for (let poll = 0; poll < 5; poll++) {
			hiring.now += MINUTE;
			const rows = idsOf(await trigger.poll());
			given.push(...rows);
			counts.push(rows.length);
		}
		expect(counts).toEqual([120, 120, 120, 90, 0]);
		expect([...given].sort()).toEqual([...created].sort());
		// Each is read once, although Feishu Hire lists all of them at each poll.
		expect(hiring.asked(GET)).toBe(450);
	});

	it('of 450 with one timestamp none is missed when some leave the list between its pages', async () => {
		// So long ago that no later poll looks there again.
		const long = hiring.now - 24 * 60 * MINUTE;
		const created = hiring.apply(450, long);
		const trigger = hiring.trigger({
			watch: 'applications',
			on: 'updated',
			startFrom: 'date',
			startDate: new Date(long).toISOString(),
			options: { recordsPerPoll: 1000 },
		});
		let pages = 0;
		hiring.simulator.onArrival(({ route, query }) => {
			if (route !== LIST || query.page_token === undefined || ++pages > 3) return;
			hiring.now += 5;
			for (const id of created.slice(pages * 20, pages * 20 + 10)) hiring.move(id);
		});
		const given = idsOf(await trigger.poll());
		given.push(...idsOf(await drain(hiring, trigger)));
		expect(new Set(given)).toEqual(new Set(created));
		expect(pages).toBeGreaterThan(3);
	});
});
