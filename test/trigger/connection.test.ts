/** The trigger over the long connection, in n8n-core, against the platform's side of it. */
import { TriggerContext } from 'n8n-core';
import type {
	IDataObject,
	INodeParameters,
	INodeType,
	IRun,
	ITriggerResponse,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { WebSocket as Undici } from 'undici';
import { freshNode } from '../n8nCore/freshNode';
import { surround } from '../n8nCore/surroundings';
import { LongConnection, type LongConnectionOptions } from '../simulator/events/longConnection';
import { eventTypes, samples } from '../simulator/events/samples';
import { Subscription } from '../simulator/events/subscription';

const app = { appId: 'cli_a1b2c3d4e5f60718', appSecret: 'the-app-secret' };
const occur = new Subscription({ ...app, url: '', encryptKey: '', verificationToken: '' });
const realm = globalThis as { WebSocket?: unknown };

/** The client that Node.js 22 and newer have built in is that of undici: it stands in for it in older ones. */
const builtIn = realm.WebSocket ?? Undici;
beforeEach(() => (realm.WebSocket = builtIn));

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
	delete realm.WebSocket;
});

async function start(options: Partial<LongConnectionOptions> = {}) {
	const platform = await LongConnection.start({ ...app, ...options });
	closing.push(async () => await platform.close());
	return platform;
}

interface Active {
	readonly started: IDataObject[];
	readonly errors: Error[];
	/** What n8n shows as executions that failed. */
	readonly shown: Error[];
	readonly log: string[];
	/** What n8n stores of the node. */
	readonly staticData: IDataObject;
	readonly close: () => Promise<void>;
}

/** A workflow that is switched on. */
async function active(
	url: string,
	{
		parameters = {},
		type = freshNode('FeishuHireConnectionTrigger'),
		staticData = {},
		mode = 'trigger',
		appSecret = app.appSecret,
		id = 'the-workflow',
		older = false,
		endless = false,
	}: {
		parameters?: INodeParameters;
		type?: INodeType;
		staticData?: IDataObject;
		mode?: WorkflowExecuteMode;
		appSecret?: string;
		id?: string;
		/** An n8n that cannot show a failure and go on. */
		older?: boolean;
		/** Its executions do not end. */
		endless?: boolean;
	} = {},
): Promise<Active> {
	const { workflowData, workflow, node, additionalData } = await surround(
		{ url, ...app },
		{
			node: 'feishuHireConnectionTrigger',
			type,
			parameters: { events: eventTypes, ...parameters },
			credential: { region: 'custom', baseUrl: url, ...app, appSecret },
			workflowId: id,
		},
	);
	const [started, errors, shown, log] = [[] as IDataObject[], [] as Error[], [] as Error[], [] as string[]];
	const loaded = new Workflow({ ...workflowData, nodeTypes: workflow.nodeTypes, staticData });
	const context = new TriggerContext(
		loaded,
		node,
		additionalData,
		mode,
		'activate',
		(data, _response, done) => {
			started.push(...(data[0] ?? []).map(({ json }) => json));
			if (!endless) setImmediate(() => done?.resolve({} as IRun));
		},
		(error) => void errors.push(error),
		(error) => void shown.push(error),
	);
	if (older) Object.defineProperty(context, 'saveFailedExecution', { value: undefined });
	const note = (message: string) => void log.push(message);
	Object.defineProperty(context, 'logger', { value: { debug: note, info: note, warn: note, error: note } });
	const response = (await type.trigger?.call(context)) as ITriggerResponse;
	const close = async () => void (await response.closeFunction?.());
	closing.push(close);
	return { started, errors, shown, log, staticData: loaded.staticData, close };
}

const until = async (holds: () => boolean) => {
	const patience = Date.now() + 20_000;
	while (!holds() && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 5));
	expect(holds()).toBe(true);
};

it('delivers all twelve events, whole and in parts, each acknowledged', async () => {
	const platform = await start();
	const { started } = await active(platform.url);
	for (const [index, type] of eventTypes.entries()) {
		const occurrence = occur.occur(type);
		expect(await platform.push(occurrence, 1 + (index % 4))).toBe(200);
		await until(() => started.length === index + 1);
		expect(started.at(-1)).toEqual({
			...samples[type],
			event_id: occurrence.id,
			event_type: type,
			create_time: String(occurrence.time),
			tenant_key: occurrence.tenantKey,
		});
	}
});

it('1,000 events arrive once each while the server drops the connection ten times', async () => {
	const platform = await start();
	const { started, errors } = await active(platform.url);
	for (let sent = 0; sent < 1_000; sent += 20) {
		const batch = Array.from({ length: 20 }, () => occur.occur('hire.talent.deleted_v1'));
		const delivered = Promise.all(batch.map(async (occurrence) => await platform.deliver(occurrence)));
		// In the middle of a batch, so that acknowledgements are lost.
		if (sent % 100 === 0) setImmediate(() => platform.drop());
		await delivered;
	}
	await until(() => started.length >= 1_000);
	expect(new Set(started.map(({ event_id }) => event_id)).size).toBe(1_000);
	expect(started).toHaveLength(1_000);
	expect(errors).toEqual([]);
	expect(platform.asked).toBeGreaterThanOrEqual(10);
}, 60_000);

it('of a burst that n8n does not keep up with, what is not handed over in time is refused and comes again', async () => {
	const platform = await start();
	const { started } = await active(platform.url, { endless: true });
	const burst = Array.from({ length: 400 }, () => occur.occur('hire.talent.deleted_v1'));
	const codes = await Promise.all(burst.map(async (occurrence) => await platform.push(occurrence)));
	const acknowledged = burst.filter((_, index) => codes[index] === 200).map(({ id }) => id);
	expect(started.map(({ event_id }) => event_id)).toEqual(expect.arrayContaining(acknowledged));
	expect(started.length).toBeGreaterThanOrEqual(20);
	expect(started.length).toBeLessThanOrEqual(300);
	expect(codes).toContain(500);
	await Promise.all(burst.slice(0, 90).map(async (occurrence) => await platform.deliver(occurrence)));
	const ids = started.map(({ event_id }) => event_id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(burst.slice(0, 90).every(({ id }) => ids.includes(id))).toBe(true);
});

it('a workflow that is switched off starts nothing more of what was waiting', async () => {
	const platform = await start();
	const { started, close } = await active(platform.url, { endless: true });
	const burst = Array.from({ length: 40 }, () => occur.occur('hire.talent.deleted_v1'));
	for (const occurrence of burst) void platform.push(occurrence).catch(() => undefined);
	await until(() => started.length === 20);
	await close();
	const before = started.length;
	// Longer than an event keeps its place.
	await new Promise((resolve) => setTimeout(resolve, 500));
	expect(started).toHaveLength(before);
});

it('a workflow that is saved again in a burst gets what was waiting when it comes again', async () => {
	const platform = await start();
	const type = freshNode('FeishuHireConnectionTrigger');
	const one = await active(platform.url, { type, id: '1', endless: true });
	const other = await active(platform.url, { type, id: '2', endless: true });
	const burst = Array.from({ length: 30 }, () => occur.occur('hire.talent.deleted_v1'));
	const pushed = Promise.all(burst.map(async (occurrence) => await platform.push(occurrence)));
	// Each takes a place for each of the two.
	await until(() => one.started.length + other.started.length === 20);
	await one.close();
	const again = await active(platform.url, {
		type,
		id: '1',
		staticData: JSON.parse(JSON.stringify(one.staticData)) as IDataObject,
	});
	const codes = await pushed;
	for (const [index, occurrence] of burst.entries())
		if (codes[index] !== 200) await platform.deliver(occurrence);
	const all = burst.map(({ id }) => id).sort();
	const idsIn = (...started: IDataObject[][]) => started.flat().map(({ event_id }) => event_id);
	await until(() => idsIn(one.started, again.started).length >= 30 && other.started.length >= 30);
	expect(idsIn(one.started, again.started).sort()).toEqual(all);
	expect(idsIn(other.started).sort()).toEqual(all);
});

it('an event whose acknowledgement was lost starts nothing again, also after a restart', async () => {
	const platform = await start();
	const { started, staticData, close } = await active(platform.url);
	const occurrence = occur.occur('hire.talent.deleted_v1');
	await platform.push(occurrence);
	platform.drop();
	await platform.deliver(occurrence);
	await close();
	const again = await active(platform.url, {
		staticData: JSON.parse(JSON.stringify(staticData)) as IDataObject,
	});
	await platform.deliver(occurrence);
	await platform.deliver(occur.occur('hire.talent.deleted_v1'));
	await until(() => again.started.length === 1);
	expect(started).toHaveLength(1);
});

it('the triggers of a process share one connection, each gets what it asked for, the last one closes it', async () => {
	const platform = await start();
	const type = freshNode('FeishuHireConnectionTrigger');
	const one = await active(platform.url, {
		type,
		id: '1',
		parameters: { events: ['hire.talent.deleted_v1'] },
	});
	const two = await active(platform.url, { type, id: '2', parameters: { events: eventTypes } });
	expect(platform.connections).toBe(1);
	for (const each of eventTypes) await platform.deliver(occur.occur(each));
	await until(() => two.started.length === 12);
	expect(one.started.map(({ event_type }) => event_type)).toEqual(['hire.talent.deleted_v1']);
	await one.close();
	expect(await platform.push(occur.occur('hire.talent.deleted_v1'))).toBe(200);
	await two.close();
	await until(() => platform.connections === 0);
	expect(platform.asked).toBe(1);
	expect(two.started).toHaveLength(13);
	expect(one.started).toHaveLength(1);
});

it('pings as often as the server says, and makes a connection anew that answers no ping', async () => {
	const platform = await start({ pingInterval: 1 });
	const { log } = await active(platform.url);
	await until(() => platform.pings >= 3);
	expect(platform.asked).toBe(1);
	platform.answersPings = false;
	await until(() => platform.asked >= 2);
	platform.answersPings = true;
	await until(() => log.some((line) => line.includes('is back')));
});

it('tells a loss once, without the address and its secrets, and that the connection is back', async () => {
	const platform = await start();
	const { log } = await active(platform.url);
	platform.refusal = 1;
	platform.drop();
	await until(() => platform.asked >= 5);
	platform.refusal = undefined;
	await until(() => log.length === 2);
	expect(log[0]).toContain('is lost');
	expect(log[1]).toContain('is back');
	expect(log.join()).not.toMatch(/ticket|ws:|the-app-secret/);
});

it('a message that is no event is acknowledged or passed over, and breaks nothing', async () => {
	const platform = await start();
	const { started } = await active(platform.url);
	expect(await platform.push(occur.occur('hire.talent.deleted_v1', { id: '' }))).toBe(200);
	expect(await platform.push(occur.occur('hire.talent.deleted_v1', { appId: 'cli_other' }))).toBe(200);
	expect(await platform.push(occur.occur('hire.talent.deleted_v1'))).toBe(200);
	await until(() => started.length === 1);
});

it('a redirect of the connection is not followed, and told without its address', async () => {
	const other = await start();
	const platform = await start();
	platform.redirect = other.url.replace('http', 'ws');
	await expect(active(platform.url)).rejects.toMatchObject({
		message: 'Feishu does not open the long connection',
	});
	expect(other.asked + other.connections).toBe(0);
});

it('a wrong secret and a full app are told when the workflow is switched on', async () => {
	const platform = await start();
	await expect(active(platform.url, { appSecret: 'wrong' })).rejects.toMatchObject({
		message: 'The App ID or the App Secret is wrong',
	});
	platform.refusal = 1000040350;
	await expect(active(platform.url)).rejects.toMatchObject({ message: expect.stringContaining('50') });
	await expect(active('http://127.0.0.1:1')).rejects.toMatchObject({
		message: 'Feishu cannot be reached at http://127.0.0.1:1',
		description: expect.stringContaining('ECONNREFUSED'),
	});
	const withPassword = await active('http://user:password@127.0.0.1:1').catch((error: Error) => error);
	expect(withPassword).toMatchObject({
		message: 'The base URL of the credential is no address to which requests can be sent',
	});
	expect(JSON.stringify(withPassword)).not.toContain('password@');
});

it('a secret that is reset ends the listening visibly', async () => {
	const platform = await start();
	const { errors } = await active(platform.url);
	platform.refusal = 514;
	platform.drop();
	await until(() => errors.length === 1);
	expect(errors[0]?.message).toBe('The App ID or the App Secret is wrong');
});

it.each([false, true])('an hour without a connection is shown in n8n, an older one: %s', async (older) => {
	const platform = await start();
	const { errors, shown } = await active(platform.url, { older });
	platform.refusal = 1;
	platform.drop();
	await until(() => platform.asked >= 2);
	const now = performance.now.bind(performance);
	const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + 61 * 60_000);
	closing.push(async () => clock.mockRestore());
	await until(() => shown.length + errors.length > 0);
	const words = 'Feishu gives no address for a long connection (HTTP 200, code 1)';
	expect([shown, errors].map((list) => list.map(({ message }) => message))).toEqual(
		older ? [[], [words]] : [[words], []],
	);
	platform.refusal = undefined;
	if (!older) await until(() => platform.connections === 1);
});

it('where Node.js has no WebSocket, the node says so when it is switched on', async () => {
	const platform = await start();
	delete realm.WebSocket;
	await expect(active(platform.url)).rejects.toMatchObject({
		message: 'The long connection needs Node.js 22 or newer, and this n8n runs on an older one',
		description: expect.stringContaining('webhook'),
	});
});

it('in a test of the editor the same event may come again', async () => {
	const platform = await start();
	const { started } = await active(platform.url, { mode: 'manual' });
	const occurrence = occur.occur('hire.talent.deleted_v1');
	await platform.push(occurrence);
	await platform.push(occurrence);
	await until(() => started.length === 2);
});
