/**
 * Days of hiring drawn at random: records come and change, also while lists are read; polls fail, n8n restarts.
 * A failure prints its seed and path; `FC_SEED=<seed>` draws others, `npm run test:long` more of them.
 */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { kinds, type Kind } from './kinds';
import { drain, Hiring, idsOf } from './watching';

const SEED = Number(process.env.FC_SEED ?? 20_260_115);
const RUNS = Math.ceil(Number(process.env.SCHEDULES ?? 250) / 20);
jest.setTimeout(RUNS * 10_000);

let hiring: Hiring;
beforeAll(async () => {
	hiring = await Hiring.begin();
});
afterAll(async () => await hiring.close());

/** One thing that happens. `late`: for so many milliseconds a new record was in no list. */
const step = fc.oneof(
	fc.record({ does: fc.constant('wait' as const), ms: fc.nat(200_000) }),
	fc.record({
		does: fc.constant('add' as const),
		count: fc.integer({ min: 1, max: 30 }),
		late: fc.nat(200_000),
	}),
	fc.record({ does: fc.constant('change' as const), picks: fc.array(fc.nat(), { maxLength: 12 }) }),
	fc.record({ does: fc.constant('poll' as const), store: fc.boolean() }),
	fc.record({ does: fc.constant('fail' as const), after: fc.nat(8) }),
	fc.record({
		does: fc.constant('changeInPoll' as const),
		picks: fc.array(fc.nat(), { maxLength: 12 }),
		adds: fc.nat(3),
	}),
);

const schedule = fc.record({
	steps: fc.array(step, { minLength: 8, maxLength: 30 }),
	most: fc.constantFrom(4, 30, 100),
	listOrder: fc.constantFrom('oldestFirst' as const, 'lastChangedFirst' as const),
	endOfPeriod: fc.constantFrom('listed' as const, 'leftOut' as const),
});

type Schedule = typeof schedule extends fc.Arbitrary<infer T> ? T : never;

/** Runs a schedule. @returns what came, and when what there is had changed last */
async function run(kind: Kind, on: 'created' | 'updated', { steps, most, ...settings }: Schedule) {
	hiring.reset();
	const { simulator } = hiring;
	Object.assign(simulator.settings, settings);
	const old = [kind.add(hiring, hiring.now - 1), kind.add(hiring, hiring.now - 400_000)];
	// A clock that shows seconds takes what came in the same second for new.
	hiring.now += 1000;
	const trigger = hiring.trigger({
		watch: kind.watch,
		on,
		simplify: false,
		options: { recordsPerPoll: most },
	});
	const rows: IDataObject[] = [];
	rows.push(...(await trigger.poll()));
	const begun = hiring.now;
	const last = new Map<string, number>();
	const add = (late = 0) => {
		const at = Math.max(begun, hiring.now - late);
		const id = kind.add(hiring, at);
		last.set(id, at);
	};
	const change = (pick: number) => {
		const all = [...old, ...last.keys()];
		const id = all[pick % all.length] ?? '';
		const at = Math.max(hiring.now, (last.get(id) ?? 0) + 1);
		kind.change(hiring, id, at);
		last.set(id, at);
	};
	for (const each of steps) {
		if (each.does === 'wait') hiring.now += each.ms;
		else if (each.does === 'add') for (let i = 0; i < each.count; i++) add(each.late);
		else if (each.does === 'change') each.picks.forEach(change);
		else if (each.does === 'poll') rows.push(...(await trigger.poll({ store: each.store })));
		else if (each.does === 'fail') {
			// A refusal that no repeat mends; a poll that does not come so far is a usual one.
			const done = simulator.fail({ kind: 'code', http: 400, code: 99991672, after: each.after, times: 1 });
			try {
				rows.push(...(await trigger.poll()));
			} catch {
				// What it had found comes again.
			}
			done();
		} else {
			const stop = simulator.onArrival(({ route }) => {
				if (route !== kind.list) return;
				hiring.now += 3;
				const pick = each.picks.pop();
				if (pick !== undefined) change(pick);
				if (each.adds-- > 0) add();
			});
			rows.push(...(await trigger.poll()));
			stop();
		}
	}
	rows.push(...(await drain(hiring, trigger)));
	return { rows, last, old, trigger };
}

const cases = kinds.flatMap((kind) => [
	{ watch: kind.watch, on: 'created' as const, kind },
	{ watch: kind.watch, on: 'updated' as const, kind },
]);

it.each(cases)('$watch $on: nothing comes twice, and nothing never', async ({ kind, on }) => {
	await fc.assert(
		fc.asyncProperty(schedule, async (drawn) => {
			const copy = structuredClone(drawn);
			const { rows, last, old, trigger } = await run(kind, on, copy);
			if (on === 'created') {
				expect(idsOf(rows).sort()).toEqual([...last.keys()].filter((id) => !old.includes(id)).sort());
			} else {
				const given = rows.map((row) => `${String(row.id)} ${String(kind.changed(row))}`);
				expect(new Set(given).size).toBe(given.length);
				const shown = new Map(rows.map((row) => [String(row.id), String(kind.changed(row))]));
				expect(shown).toEqual(new Map([...last].map(([id, at]) => [id, String(at)])));
			}
			// Of what is long past nothing is remembered.
			hiring.now += 20 * 60_000;
			await trigger.poll();
			hiring.now += 20 * 60_000;
			await trigger.poll();
			expect(trigger.size).toBeLessThan(400);
		}),
		{ seed: SEED, numRuns: RUNS },
	);
});
