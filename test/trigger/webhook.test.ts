/** The trigger by webhook, in n8n-core, against the platform's side of it over real HTTP. */
import { loadChoices } from '../n8nCore/panel';
import { startSimulator, type Simulator } from '../simulator';
import { eventTypes, samples } from '../simulator/events/samples';
import { LeapingTime, Subscription } from '../simulator/events/subscription';
import type { Schema } from '../simulator/events/wire';
import { Host, type HostOptions } from './host';
import { both, credentialOf, strategies } from './keys';

let simulator: Simulator;
const open: Host[] = [];
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	await Promise.all(open.splice(0).map(async (host) => await host.close()));
});
afterAll(async () => await simulator.close());

/** An app in the console and the workflow that its events are for. */
async function connected({
	strategy = both,
	parameters = {},
	...more
}: { strategy?: { encryptKey: string; verificationToken: string } } & Partial<HostOptions> = {}) {
	const host = await Host.start({
		access: simulator,
		credential: credentialOf(simulator, strategy),
		parameters: { events: eventTypes, ...parameters },
		...more,
	});
	open.push(host);
	const app = new Subscription({
		...strategy,
		// The console keeps a token for every app; the credential may not know it.
		verificationToken: strategy.verificationToken || 'a-token-that-the-credential-does-not-know',
		url: host.url,
		appId: simulator.appId,
	});
	return { host, app };
}

describe.each(Object.entries(strategies))('with %s', (_name, strategy) => {
	it("passes the console's check, and starts nothing", async () => {
		const { host, app } = await connected({ strategy });
		await host.activate();
		expect(await app.save()).toBeUndefined();
		expect(host.started).toEqual([]);
		expect(host.storedBytes).toBe(2);
	});

	it.each<Schema>(['2.0', '1.0'])(
		'delivers all twelve events of schema %s, flat, as their pages have them',
		async (schema) => {
			const { host, app } = await connected({ strategy });
			for (const type of eventTypes) {
				// In the old schema the type of an event stands among its fields, where this one has a field of its own.
				if (schema === '1.0' && 'type' in samples[type]) continue;
				const occurrence = app.occur(type, { id: `event of ${type}` });
				expect((await app.push(occurrence, schema)).status).toBe(200);
				expect(host.started.at(-1)?.json).toEqual({
					...samples[type],
					event_id: occurrence.id,
					event_type: type,
					create_time: String(occurrence.time),
					tenant_key: '2ca1d211f64f6438',
				});
			}
			expect(host.started).toHaveLength(schema === '2.0' ? 12 : 11);
		},
	);
});

describe('repeats', () => {
	it('of an event start nothing, within eight hours', async () => {
		const { host, app } = await connected();
		const occurrence = app.occur('hire.application.stage_changed_v1');
		for (let times = 0; times < 5; times++) expect((await app.push(occurrence)).status).toBe(200);
		expect(host.started).toHaveLength(1);
	});

	it('that come at the same time start nothing either', async () => {
		const { host, app } = await connected();
		const occurrence = app.occur('hire.application.stage_changed_v1');
		await Promise.all(Array.from({ length: 10 }, async () => await app.push(occurrence)));
		expect(host.started).toHaveLength(1);
	});

	it.each([0, 1, 3])('start nothing where n8n loads what it stored %s savings ago', async (stale) => {
		const { host, app } = await connected({ stale });
		const occurrences = Array.from({ length: 12 }, () => app.occur('hire.talent.deleted_v1'));
		for (const occurrence of occurrences) {
			await app.push(occurrence);
			await app.push(occurrence);
		}
		for (const occurrence of occurrences) await app.push(occurrence);
		expect(host.started).toHaveLength(12);
	});

	it('start nothing after a restart', async () => {
		const { host, app } = await connected();
		const occurrences = eventTypes.map((type) => app.occur(type));
		for (const occurrence of occurrences) await app.push(occurrence);
		host.restart();
		for (const occurrence of occurrences) await app.push(occurrence);
		expect(host.started).toHaveLength(12);
	});

	it('start nothing after a restart, though n8n had written older data over what was stored', async () => {
		const { host, app } = await connected();
		const [first, second] = [app.occur('hire.talent.deleted_v1'), app.occur('hire.talent.deleted_v1')];
		await app.push(first);
		await app.push(second);
		host.fallBack();
		await app.push(second);
		host.restart();
		await app.push(second);
		expect(host.started).toHaveLength(2);
	});

	it('start nothing in a second process that has loaded what the first has stored', async () => {
		const { host, app } = await connected();
		const occurrence = app.occur('hire.talent.deleted_v1');
		await app.push(occurrence);
		const twin = await host.twin().listen();
		open.push(twin);
		const other = new Subscription({ ...both, url: twin.url, appId: simulator.appId });
		await other.push(occurrence);
		expect(host.started).toHaveLength(1);
	});

	it('start the workflow again after more than eight hours', async () => {
		const { host, app } = await connected();
		const occurrence = app.occur('hire.talent.deleted_v1');
		await app.push(occurrence);
		const later = Date.now() + 8 * 60 * 60_000 + 120_000;
		const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
		await app.push(occurrence);
		clock.mockRestore();
		expect(host.started).toHaveLength(2);
	});

	it('are remembered in bounded space', async () => {
		const { host, app } = await connected();
		for (let sent = 0; sent < 2_300; sent++) await app.push(app.occur('hire.talent.deleted_v1'));
		expect(host.started).toHaveLength(2_300);
		expect(host.storedBytes).toBeLessThan(50_000);
	}, 60_000);

	it('come as long as nobody acknowledges, five times in seven hours', async () => {
		const time = new LeapingTime();
		const start = time.now();
		const app = new Subscription({ ...both, url: 'http://127.0.0.1:1/', appId: 'cli_1', time });
		expect(await app.deliver(app.occur('hire.talent.deleted_v1'))).toHaveLength(5);
		expect(time.now() - start).toBe((15 + 300 + 3_600 + 21_600) * 1000);
	});
});

describe('what does not start the workflow is acknowledged, so that Feishu does not send it again', () => {
	it.each<[string, Parameters<Subscription['occur']>[1]]>([
		['an event of another app', { appId: 'cli_another' }],
		['an event of an unknown type', { type: 'hire.application.created_v9' }],
		['an event of another product', { type: 'im.message.receive_v1' }],
	])('%s', async (_what, more) => {
		const { host, app } = await connected();
		expect(await app.deliver(app.occur('hire.talent.deleted_v1', more))).toMatchObject([{ status: 200 }]);
		expect(host.started).toEqual([]);
	});

	it('an event that was not chosen', async () => {
		const { host, app } = await connected({ parameters: { events: ['hire.talent.deleted_v1'] } });
		for (const type of eventTypes)
			expect(await app.deliver(app.occur(type))).toMatchObject([{ status: 200 }]);
		expect(host.started.map(({ json }) => json.event_type)).toEqual(['hire.talent.deleted_v1']);
	});

	it('an event of another company than the first, also after a restart', async () => {
		const { host, app } = await connected();
		const from = (tenantKey: string) => app.occur('hire.talent.deleted_v1', { tenantKey });
		await app.push(from('ours'));
		await app.push(from('theirs'));
		host.restart();
		expect((await app.push(from('theirs'))).status).toBe(200);
		await app.push(from('ours'));
		expect(host.started.map(({ json }) => json.tenant_key)).toEqual(['ours', 'ours']);
	});

	it.each(['at once', 'after a restart'])(
		'and the first company of another app starts it %s, when the credential is changed to that app',
		async (when) => {
			const { host, app } = await connected();
			await app.push(app.occur('hire.talent.deleted_v1', { tenantKey: 'test company' }));
			host.change({ ...credentialOf(simulator, both), appId: 'cli_production' });
			if (when === 'after a restart') host.restart();
			const real = new Subscription({ ...both, url: host.url, appId: 'cli_production' });
			const from = (tenantKey: string) => real.occur('hire.talent.deleted_v1', { tenantKey });
			await real.push(from('our company'));
			await real.push(from('another'));
			expect(host.started.map(({ json }) => json.tenant_key)).toEqual(['test company', 'our company']);
		},
	);

	it('an event of another company than the given one', async () => {
		const { host, app } = await connected({ parameters: { options: { tenantKey: 'ours' } } });
		const from = (tenantKey: string) => app.occur('hire.talent.deleted_v1', { tenantKey });
		expect((await app.push(from('theirs'))).status).toBe(200);
		await app.push(from('ours'));
		expect(host.started.map(({ json }) => json.tenant_key)).toEqual(['ours']);
	});
});

describe('a changed credential', () => {
	const event = 'hire.talent.deleted_v1';
	const changed = { encryptKey: 'the-key-from-now-on', verificationToken: 'the-token-from-now-on' };

	it('is not read again for each event', async () => {
		const { host, app } = await connected();
		for (let count = 0; count < 20; count++) await app.push(app.occur(event));
		expect(host.started).toHaveLength(20);
		expect(host.credentialReads).toBe(1);
	});

	it('lets in nothing that is signed with the old keys after ten seconds', async () => {
		const { host, app } = await connected();
		expect((await app.push(app.occur(event))).status).toBe(200);
		host.change(credentialOf(simulator, changed));
		const renewed = new Subscription({ ...changed, url: host.url, appId: simulator.appId });
		const now = performance.now.bind(performance);
		const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + 10_000);
		try {
			expect((await app.push(app.occur(event))).status).toBe(401);
		} finally {
			clock.mockRestore();
		}
		expect((await renewed.push(renewed.occur(event))).status).toBe(200);
		expect(host.started).toHaveLength(2);
	});

	it('lets in what is signed with its keys while the old ones are kept', async () => {
		const { host, app } = await connected();
		await app.push(app.occur(event));
		host.change(credentialOf(simulator, changed));
		const renewed = new Subscription({ ...changed, url: host.url, appId: simulator.appId });
		expect((await renewed.push(renewed.occur(event))).status).toBe(200);
		expect((await app.push(app.occur(event))).status).toBe(401);
		expect(host.started).toHaveLength(2);
	});
});

describe('filters', () => {
	const stage = 'hire.application.stage_changed_v1';
	const progress = 'hire.talent.tag_subscription_v1';

	it.each([
		[{ stageId: ['6891470273281123214'] }, [stage]],
		[{ stageId: '6891470273281123214, 614218419274131' }, [stage, progress]],
		[{ originStageId: ['1'] }, [progress]],
		[{ changeType: [1] }, [stage, progress]],
		[{ changeType: [2, 3] }, [stage]],
		[{ lockStatus: [1], stageId: ['614218419274131'] }, [progress]],
		[{ stageId: [] }, [stage, progress]],
	])('%j let through what they ask for, and events that do not carry it', async (filters, expected) => {
		const { host, app } = await connected({ parameters: { filters } });
		for (const type of [stage, progress, 'hire.talent.deleted_v1'] as const) await app.push(app.occur(type));
		expect(host.started.map(({ json }) => json.event_type)).toEqual([...expected, 'hire.talent.deleted_v1']);
	});
});

describe('a test in the editor', () => {
	it("answers the console's check, and takes the same event twice", async () => {
		const { host, app } = await connected({ mode: 'manual' });
		expect(await app.save()).toBeUndefined();
		const occurrence = app.occur('hire.talent.deleted_v1');
		await app.push(occurrence);
		await app.push(occurrence);
		expect(host.started).toHaveLength(2);
	});
});

describe('with neither key in the credential', () => {
	const strategy = { encryptKey: '', verificationToken: '' };

	it('the workflow cannot be switched on, and the error says why', async () => {
		const { host } = await connected({ strategy });
		await expect(host.activate()).rejects.toMatchObject({
			message: 'The credential has neither an Encrypt Key nor a Verification Token',
			description: expect.stringContaining('加密策略'),
		});
	});

	it('nothing starts, should n8n open the URL all the same', async () => {
		const { host, app } = await connected({ strategy });
		expect((await app.push(app.occur('hire.talent.deleted_v1'))).status).toBe(503);
		expect(await app.save()).toBe('Challenge code 没有返回');
		expect(host.started).toEqual([]);
	});
});

it('without an event chosen, the workflow cannot be switched on', async () => {
	const { host } = await connected({ parameters: { events: [] } });
	await expect(host.activate()).rejects.toMatchObject({ message: "'Events' is empty" });
});

it('the pickers of the filters offer the stages and the jobs of the company', async () => {
	const choices = async (method: string, parameter: string) =>
		await loadChoices(simulator, { node: 'feishuHireTrigger', parameters: {}, method, parameter });
	const [job] = simulator.company.jobs.values();
	expect(await choices('searchJobs', 'filters.jobId')).toContainEqual(
		expect.objectContaining({ value: job?.id, name: expect.stringContaining(job?.title ?? '?') }),
	);
	const [process] = simulator.company.processes.values();
	const stages = await choices('searchStages', 'filters.stageId');
	expect(stages.map(({ value }) => value)).toEqual(
		expect.arrayContaining(process?.stages.map(({ id }) => id) ?? ['?']),
	);
});
