import type { IDataObject } from 'n8n-workflow';
import { byId } from '../n8nCore/run';
import { kinds } from './kinds';
import { drain, Hiring, idsOf, MINUTE } from './watching';

const LIST = 'GET /open-apis/hire/v1/applications';
const GET = 'GET /open-apis/hire/v1/applications/:application_id';
const DETAIL = 'GET /open-apis/hire/v1/applications/:application_id/get_detail';
const OFFER = 'GET /open-apis/hire/v1/applications/:application_id/offer';
const DAY = 24 * 60 * MINUTE;

let hiring: Hiring;
beforeAll(async () => {
	hiring = await Hiring.begin();
});
beforeEach(() => hiring.reset());
afterEach(() => jest.restoreAllMocks());
afterAll(async () => await hiring.close());

const applications = { watch: 'applications', on: 'created' };

describe('the first activation', () => {
	it('gives nothing that was there before, and asks one question for it', async () => {
		hiring.apply(5);
		hiring.now += 1000;
		const trigger = hiring.trigger({ watch: 'applications', on: 'updated' });
		expect(await trigger.poll()).toEqual([]);
		expect([hiring.asked(LIST), hiring.asked(GET)]).toEqual([2, 0]);
		const [first] = hiring.apply(1);
		hiring.now += MINUTE;
		expect(idsOf(await trigger.poll())).toEqual([first]);
	});

	it('gives what there is since a date, in the order of time, where that is asked for', async () => {
		const old = hiring.apply(1, hiring.now - 9 * DAY);
		const later = hiring.apply(2, hiring.now - 2 * DAY);
		const sooner = hiring.apply(2, hiring.now - 3 * DAY);
		// Changed since, but not new.
		hiring.move(old[0] ?? '');
		const trigger = hiring.trigger({
			...applications,
			startFrom: 'date',
			startDate: '={{ $now.minus({ days: 7 }) }}',
		});
		jest.spyOn(Date, 'now').mockImplementation(() => hiring.now);
		expect(idsOf(await trigger.poll())).toEqual([...sooner, ...later]);
		// The expression gives another date now; the trigger has begun.
		hiring.now += MINUTE;
		expect(await drain(hiring, trigger)).toEqual([]);
	});

	it('refuses a date that is missing or none', async () => {
		const trigger = hiring.trigger({ ...applications, startFrom: 'date', startDate: '={{ "" }}' });
		expect((await trigger.failure()).message).toBe("'Start Date' is missing");
		trigger.parameters = { ...applications, startFrom: 'date', startDate: '3/4/2026' };
		expect((await trigger.failure()).message).toContain('3/4/2026');
	});

	it('says which scope the app lacks', async () => {
		hiring.simulator.revokeScope('hire:job:readonly');
		const { message, description } = await hiring.trigger({ watch: 'jobs', on: 'created' }).failure();
		expect(message).toContain('lacks a permission');
		expect(description).toContain('hire:job:readonly');
	});

	it('happens anew when another thing is watched', async () => {
		const trigger = await hiring.watching(applications);
		hiring.apply(1);
		hiring.simulator.company.addJob('Old', hiring.simulator.ids.stages.social.processId);
		trigger.parameters = { watch: 'jobs', on: 'created', startFrom: 'now' };
		hiring.now += MINUTE;
		expect(await trigger.poll()).toEqual([]);
	});
});

describe.each(kinds)('$watch', ({ watch, add, change, changed, simple: [key, time, named] }) => {
	it('come when they are new, and on Created or Updated each time that they changed', async () => {
		const created = await hiring.watching({ watch, on: 'created', simplify: false });
		const updated = await hiring.watching({ watch, on: 'updated', simplify: false });
		hiring.now += MINUTE;
		const id = add(hiring, hiring.now);
		hiring.now += MINUTE;
		for (const trigger of [created, updated]) {
			const rows = await trigger.poll();
			expect([idsOf(rows), rows.map(changed)]).toEqual([[id], [String(hiring.now - MINUTE)]]);
		}
		change(hiring, id, hiring.now);
		hiring.now += MINUTE;
		expect(await created.poll()).toEqual([]);
		expect(idsOf(await updated.poll())).toEqual([id]);
		// Long after it was forgotten.
		hiring.now += DAY;
		await created.poll();
		await updated.poll();
		change(hiring, id, hiring.now);
		hiring.now += MINUTE;
		expect(await created.poll()).toEqual([]);
		expect(idsOf(await updated.poll())).toEqual([id]);
	});

	it('show the last of them as a test event, and say so where there is none', async () => {
		const trigger = hiring.trigger({ watch, on: 'created', simplify: false });
		add(hiring, hiring.now - DAY);
		const last = add(hiring, hiring.now - 1000);
		add(hiring, hiring.now - 2 * DAY);
		expect(idsOf(await trigger.fetchTestEvent())).toEqual([last]);
		const { company } = hiring.simulator;
		for (const records of [company.applications, company.jobs, company.talents, company.interviews])
			records.clear();
		await expect(trigger.fetchTestEvent()).rejects.toThrow('Feishu Hire has no such record yet');
	});

	it('come flat and short with Simplify', async () => {
		const trigger = await hiring.watching({ watch, on: 'created', simplify: true });
		const id = add(hiring, hiring.now);
		hiring.now += MINUTE;
		const rows = await trigger.poll();
		// By the clock of the workflow, in Shanghai.
		expect(rows).toMatchObject([
			{ [key]: id, [time]: '2026-01-15T16:00:00.000+08:00', ...named(hiring, id) },
		]);
		expect(Object.values(rows[0] ?? {}).filter((value) => typeof value === 'object')).toEqual([]);
	});
});

describe('offers', () => {
	const offerOf = (applicationId: string) => {
		const { company } = hiring.simulator;
		return company.addOffer(applicationId, 10, { createTime: hiring.now });
	};

	it('come when their application changed; an application without an offer gives nothing', async () => {
		const created = await hiring.watching({ watch: 'offers', on: 'created' });
		const updated = await hiring.watching({ watch: 'offers', on: 'updated' });
		const [one = '', other = ''] = hiring.apply(2);
		hiring.now += MINUTE;
		expect([await created.poll(), await updated.poll()]).toEqual([[], []]);
		const offer = offerOf(one);
		hiring.move(one);
		hiring.move(other);
		hiring.now += MINUTE;
		expect(await created.poll()).toMatchObject([{ id: offer.id, application_id: one, offer_status: 10 }]);
		expect(idsOf(await updated.poll())).toEqual([offer.id]);
		offer.status = 6;
		hiring.move(one);
		hiring.now += MINUTE;
		expect(await created.poll()).toEqual([]);
		expect(await updated.poll()).toMatchObject([{ id: offer.id, offer_status: 6 }]);
		expect(await updated.fetchTestEvent()).toMatchObject([{ id: offer.id }]);
	});
});

describe('filters', () => {
	it('narrow applications to a job, a process and a stage', async () => {
		const { ids } = hiring.simulator;
		const trigger = await hiring.watching({
			watch: 'applications',
			on: 'updated',
			filters: {
				jobId: byId(ids.jobs.backendEngineer),
				processId: byId(ids.stages.social.processId),
				stageId: byId(ids.stages.social.interview),
			},
		});
		const [moved = ''] = hiring.apply(3);
		hiring.move(moved);
		hiring.now += MINUTE;
		expect(await trigger.poll()).toMatchObject([{ id: moved, stage: { id: ids.stages.social.interview } }]);
	});

	it('narrow jobs to a process and interviews to a stage', async () => {
		const { company, ids } = hiring.simulator;
		const jobs = await hiring.watching({
			watch: 'jobs',
			on: 'created',
			filters: { processId: byId(ids.stages.campus.processId) },
		});
		const interviews = await hiring.watching({
			watch: 'interviews',
			on: 'created',
			filters: { stageId: byId(ids.stages.social.exam) },
		});
		const wanted = company.addJob('Trainee', ids.stages.campus.processId);
		for (const job of [wanted, company.addJob('Tester', ids.stages.social.processId)])
			Object.assign(job, { createTime: hiring.now, modifyTime: hiring.now });
		const interview = kinds.find(({ watch }) => watch === 'interviews')?.add;
		interview?.(hiring, hiring.now);
		const exam = interview?.(hiring, hiring.now) ?? '';
		Object.assign(company.interviews.get(exam) ?? {}, { stageId: ids.stages.social.exam });
		hiring.now += MINUTE;
		expect(idsOf(await jobs.poll())).toEqual([wanted.id]);
		expect(idsOf(await interviews.poll())).toEqual([exam]);
	});

	it('refuse what is no ID, and name the filter', async () => {
		const trigger = hiring.trigger({ ...applications, filters: { jobId: byId('Tester') } });
		expect((await trigger.failure()).message).toBe('\'Job\' is not an ID: "Tester"');
	});
});

it('reads names with Fetch Details', async () => {
	const { company } = hiring.simulator;
	const trigger = await hiring.watching({ ...applications, fetchDetails: true, simplify: true });
	const [id = ''] = hiring.apply(1);
	hiring.now += MINUTE;
	const talent = company.talents.get(hiring.application(id).talentId);
	const job = company.jobs.get(hiring.application(id).jobId);
	expect(await trigger.poll()).toMatchObject([
		{ application_id: id, candidate_name: talent?.name, job_title: job?.title, stage_type_name: 'Screening' },
	]);
});

it.each([true, false])(
	'names the scope for what Feishu leaves out of the details, with Simplify %s',
	async (simplify) => {
		const trigger = await hiring.watching({ ...applications, fetchDetails: true, simplify });
		for (const scope of ['hire:job:readonly', 'hire:job']) hiring.simulator.revokeScope(scope);
		hiring.apply(2);
		hiring.now += MINUTE;
		const note = expect.stringMatching(/: hire:job:readonly for Job\.$/) as string;
		expect(await trigger.poll()).toMatchObject([{ details_note: note }, { details_note: note }]);
	},
);

describe('a poll that fails', () => {
	it.each([0, 1, 2, 9, 30, 55])(
		'after %i requests has given nothing, and the next one gives all',
		async (after) => {
			const trigger = await hiring.watching({ ...applications, fetchDetails: true });
			const created = hiring.apply(40);
			hiring.now += MINUTE;
			hiring.simulator.fail({ kind: 'code', http: 400, code: 99991672, after, times: 1 });
			const { message, context } = await trigger.failure();
			expect(message).toContain('permission');
			expect(context).toMatchObject({ feishu: { code: 99991672 } });
			hiring.now += MINUTE;
			const details = (await trigger.poll()).map(({ basic_info }) => basic_info as IDataObject);
			expect(idsOf(details).sort()).toEqual(created.sort());
		},
	);

	it('is no poll where a broken connection is mended by sending again', async () => {
		const trigger = await hiring.watching(applications);
		const created = hiring.apply(20);
		hiring.now += MINUTE;
		for (const kind of ['dropAfter', 'truncatedJson', 'emptyBody'] as const)
			hiring.simulator.fail({ kind, after: 3, times: 1 });
		expect(idsOf(await trigger.poll()).sort()).toEqual(created.sort());
	});

	it.each([
		['the application', applications, GET],
		['its details', { ...applications, fetchDetails: true }, DETAIL],
		['its offer', { watch: 'offers', on: 'updated' }, OFFER],
	])('does not take a read of %s that is cut for one of what is gone', async (_, watched, route) => {
		const trigger = await hiring.watching(watched);
		const [id = ''] = hiring.apply(1);
		hiring.simulator.company.addOffer(id, 10, { createTime: hiring.now });
		hiring.now += MINUTE;
		hiring.simulator.fail({ kind: 'dropBefore', route, times: 4 });
		expect((await trigger.failure()).message).toContain('did not answer properly');
		hiring.now += 60 * MINUTE;
		expect(await trigger.poll()).toHaveLength(1);
	});

	it('is no poll where an application was deleted since it was listed', async () => {
		const trigger = await hiring.watching(applications);
		const [gone = '', kept] = hiring.apply(2);
		hiring.now += MINUTE;
		hiring.simulator.onArrival(({ route }) => {
			if (route === GET) hiring.simulator.company.applications.delete(gone);
		});
		expect(idsOf(await trigger.poll())).toEqual([kept]);
	});
});

it.each([-3 * DAY, 3 * DAY])('does not mind that the clock of n8n is set off by %i ms', async (off) => {
	const trigger = await hiring.watching(applications);
	const given: IDataObject[] = [];
	const created: string[] = [];
	for (let poll = 0; poll < 4; poll++) {
		if (poll === 1) jest.spyOn(Date, 'now').mockImplementation(() => hiring.now + off);
		created.push(...hiring.apply(2));
		hiring.now += MINUTE;
		given.push(...(await trigger.poll()));
	}
	expect(idsOf(given)).toEqual(created);
});

it('starts no second poll while one is under way', async () => {
	const trigger = await hiring.watching(applications);
	const [id] = hiring.apply(1);
	hiring.now += MINUTE;
	const both = await Promise.all([trigger.poll(), trigger.poll({ store: false })]);
	expect(both.map((rows) => idsOf(rows))).toEqual([[id], []]);
});

describe('a trigger that has much to read', () => {
	it('leaves what is over 1,000 reads to the next poll', async () => {
		const old = hiring.apply(1200);
		hiring.now += 10 * MINUTE;
		const trigger = await hiring.watching(applications);
		for (const id of old) hiring.move(id);
		const [id] = hiring.apply(1, hiring.now + 1);
		hiring.now += MINUTE;
		hiring.asked(GET);
		expect(await trigger.poll()).toEqual([]);
		expect(hiring.asked(GET)).toBe(1000);
		hiring.now += MINUTE;
		expect(idsOf(await trigger.poll())).toEqual([id]);
		expect(hiring.asked(GET)).toBe(201);
	});

	it('leaves what is over two minutes to the next poll', async () => {
		const trigger = await hiring.watching({ ...applications, options: { recordsPerPoll: 500 } });
		const created = hiring.apply(180);
		hiring.now += MINUTE;
		const stop = hiring.simulator.onArrival(({ route }) => {
			if (route === GET) hiring.pass(1000);
		});
		const first = idsOf(await trigger.poll());
		// 50 are read side by side, in the third minute no more.
		expect(first).toHaveLength(150);
		stop();
		hiring.now += MINUTE;
		const rest = idsOf(await trigger.poll());
		expect([...first, ...rest].sort()).toEqual(created.sort());
	});

	it.each(['created', 'updated'])(
		'asks two questions while nothing is %s, and remembers nothing',
		async (on) => {
			const trigger = await hiring.watching({ watch: 'applications', on });
			hiring.apply(60);
			hiring.now += MINUTE;
			expect(await trigger.poll()).toHaveLength(60);
			expect(trigger.size).toBeGreaterThan(60 * 30);
			hiring.now += 10 * MINUTE;
			await trigger.poll();
			hiring.asked(LIST);
			hiring.asked(GET);
			hiring.now += MINUTE;
			await trigger.poll();
			expect([hiring.asked(LIST), hiring.asked(GET)]).toEqual([2, 0]);
			expect(trigger.size).toBeLessThan(300);
		},
	);
});
