/** Include Details: what an event names by its IDs only, read after Feishu was answered. */
import { startSimulator, type Simulator } from '../simulator';
import { LeapingTime, Subscription } from '../simulator/events/subscription';
import { Host } from './host';
import { both, credentialOf } from './keys';

let simulator: Simulator;
let host: Host | undefined;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	await host?.close();
	host = undefined;
	simulator.reset();
});
afterAll(async () => await simulator.close());

const stageChanged = 'hire.application.stage_changed_v1';
const offerChanged = 'hire.offer.status_changed_v1';
const events = [stageChanged, offerChanged, 'hire.talent.deleted_v1'];

async function connected(filters = {}, includeDetails = true) {
	host = await Host.start({
		access: simulator,
		credential: credentialOf(simulator, both),
		parameters: { events, includeDetails, filters },
	});
	return {
		host,
		app: new Subscription({ ...both, url: host.url, appId: simulator.appId, time: new LeapingTime() }),
	};
}

/** An application of the company, and a stage change of it as Feishu tells it. */
function moved(app: Subscription) {
	const [id = ''] = simulator.addApplications(1);
	const application = simulator.company.applications.get(id);
	if (!application) throw new Error('The company has lost its application');
	const event = {
		application_id: id,
		origin_stage_id: '1',
		target_stage_id: application.stageId,
		update_time: 1,
	};
	return { application, occurrence: app.occur(stageChanged, { event }) };
}

/** Waits for what happens after the answer. */
async function startedBy(host: Host, count = 1) {
	const patience = Date.now() + 10_000;
	while (host.started.length < count && Date.now() < patience)
		await new Promise((done) => setTimeout(done, 5));
	return host.started;
}

it('a stage change gives its application, candidate, job and stage by name', async () => {
	const { host, app } = await connected();
	const { application, occurrence } = moved(app);
	await app.push(occurrence);
	const [started] = await startedBy(host);
	expect(started?.answered).toBe(true);
	expect(started?.json).toMatchObject({
		...occurrence.event,
		event_type: stageChanged,
		details: {
			application_id: application.id,
			talent_id: application.talentId,
			talent_name: simulator.company.talents.get(application.talentId)?.name,
			job_id: application.jobId,
			job_name: simulator.company.jobs.get(application.jobId)?.title,
			stage_id: application.stageId,
			stage_name: expect.any(String),
			active_status: 1,
		},
	});
	expect(started?.json).not.toHaveProperty('details_note');
});

it('a changed offer gives its status and its application', async () => {
	const { host, app } = await connected();
	const [id = ''] = simulator.addOffers(1);
	const offer = simulator.company.offers.get(id);
	await app.push(app.occur(offerChanged, { event: { offer_id: id } }));
	const [started] = await startedBy(host);
	expect(started?.json.details).toMatchObject({
		offer_id: id,
		offer_status: offer?.status,
		application_id: offer?.applicationId,
		talent_name: expect.any(String),
	});
});

it('Feishu is answered at once, however long Feishu Hire takes with the details', async () => {
	const { host, app } = await connected();
	simulator.settings.latency = { before: 3_500 };
	const { occurrence } = moved(app);
	const answers = await app.deliver(occurrence);
	expect(answers).toMatchObject([{ status: 200 }]);
	expect(answers[0]?.milliseconds).toBeLessThan(1_000);
	expect(host.started).toEqual([]);
	expect((await startedBy(host))[0]?.json.details).toHaveProperty('job_name');
}, 60_000);

it('an event that came while the details of another were read starts nothing again, also after a restart', async () => {
	const { host, app } = await connected();
	simulator.settings.latency = { before: 200 };
	await app.push(moved(app).occurrence);
	const quick = app.occur('hire.talent.deleted_v1');
	await app.push(quick);
	await startedBy(host, 2);
	host.restart();
	await app.push(quick);
	expect(host.started).toHaveLength(2);
});

it('an event whose details cannot be read starts the workflow without them, and says why', async () => {
	const { host, app } = await connected({ jobId: ['1'] });
	await app.push(app.occur(stageChanged, { event: { application_id: '404' } }));
	const [started] = await startedBy(host);
	expect(started?.json).toMatchObject({
		application_id: '404',
		details: {},
		details_error: { code: 1002201, message: expect.any(String), mend: expect.any(String) },
	});
});

it('names the scope for what Feishu leaves out of the details', async () => {
	const { host, app } = await connected();
	for (const scope of ['hire:talent:readonly', 'hire:talent']) simulator.revokeScope(scope);
	await app.push(moved(app).occurrence);
	const [started] = await startedBy(host);
	expect(started?.json).toHaveProperty('details.job_name');
	expect(started?.json.details_note).toMatch(/: hire:talent:readonly for Candidate\.$/);
	expect(started?.json).not.toHaveProperty('details_error');
});

it('an event that names no application is delivered as it is', async () => {
	const { host, app } = await connected();
	await app.push(app.occur('hire.talent.deleted_v1'));
	const [started] = await startedBy(host);
	expect(started?.json).not.toHaveProperty('details');
	expect(simulator.requests).toEqual([]);
});

it('without it nothing is read, and filters by details do nothing', async () => {
	const { host, app } = await connected({ jobId: ['1'], offerStatus: [7] }, false);
	await app.push(moved(app).occurrence);
	await app.push(app.occur(offerChanged));
	expect(await startedBy(host, 2)).toHaveLength(2);
	expect(simulator.requests).toEqual([]);
});

it('the filter by job lets through the applications for it', async () => {
	const { app: console } = await connected();
	await host?.close();
	const { application, occurrence } = moved(console);
	const { host: mine, app } = await connected({ jobId: [application.jobId] });
	const [other = ''] = simulator.addApplications(1);
	const elsewhere = [...simulator.company.jobs.keys()].find((id) => id !== application.jobId);
	Object.assign(simulator.company.applications.get(other) ?? {}, { jobId: elsewhere });
	await app.push(app.occur(stageChanged, { event: { ...occurrence.event, application_id: other } }));
	await app.push(occurrence);
	await startedBy(mine);
	expect(mine.started.map(({ json }) => json.application_id)).toEqual([application.id]);
});

it('the filter by offer status lets through the offers that have it', async () => {
	const { host, app } = await connected({ offerStatus: [7] });
	const sent = simulator.addOffers(2);
	const [accepted = ''] = sent;
	const offer = simulator.company.offers.get(accepted);
	if (offer) offer.status = 7;
	for (const id of [...sent].reverse()) await app.push(app.occur(offerChanged, { event: { offer_id: id } }));
	await startedBy(host);
	expect(host.started.map(({ json }) => json.offer_id)).toEqual([accepted]);
});
