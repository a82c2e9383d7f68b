/**
 * The trigger by webhook in active workflows: the console's check, and all events once each, encrypted and plain and in
 * both schemas, under the platform's repeats and with restarts of n8n in between; details by name at the next node;
 * and what must not get in.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { eventTypes, samples } from '../simulator/events/samples';
import { STRATEGY } from '../simulator/events/strategy';
import type { Subscription } from '../simulator/events/subscription';
import { bodyOf, wire, type Occurrence, type Schema, type Strategy } from '../simulator/events/wire';
import type { Trial } from './account';
import { END } from './eventsWorkflow';
import type { Workflow } from './examples';
import { itemsOf, settled } from './execution';
import { packName } from './pack';
import { appOf, storeCredential, type Credential, type Stage } from './stage';

const NAME = 'Events by webhook';
const STAGE_CHANGED = 'hire.application.stage_changed_v1';

/** One trigger's way of getting events. */
interface Way {
	readonly id: string;
	readonly strategy: Strategy;
	readonly schema: Schema;
	/** Of the node: workflows of the first one stay as they were saved. */
	readonly typeVersion: number;
}

const plain: Strategy = { encryptKey: '', verificationToken: STRATEGY.verificationToken };

const ways: readonly Way[] = [
	{ id: 'encrypted', strategy: STRATEGY, schema: '2.0', typeVersion: 2 },
	{ id: 'encrypted-old', strategy: STRATEGY, schema: '1.0', typeVersion: 2 },
	{ id: 'plain', strategy: plain, schema: '2.0', typeVersion: 2 },
	{ id: 'plain-old', strategy: plain, schema: '1.0', typeVersion: 1 },
];

/** In the old schema the type of an event stands among its fields, where one event has a field of its own. */
const typesIn = (schema: Schema) =>
	eventTypes.filter((type) => schema === '2.0' || !('type' in samples[type]));

interface Sender extends Way {
	readonly app: Subscription;
	readonly occurrences: readonly Occurrence[];
}

/** Notes what came of it. @returns what is not as it should be */
export async function checkTrigger(stage: Trial): Promise<string[]> {
	const { editor, server, simulator } = stage;
	const workflow = await stored(stage);
	await editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
	const [application = ''] = simulator.addApplications(1);
	const senders = ways.map((way): Sender => {
		const app = appOf(stage, `/webhook/${way.id}/webhook`, way.strategy);
		const occurrences = typesIn(way.schema).map((type) =>
			app.occur(type, type === STAGE_CHANGED ? { event: { application_id: application } } : {}),
		);
		return { ...way, app, occurrences };
	});
	const consoleChecks = async () => {
		for (const { app } of senders) {
			const refused = await saved(app);
			if (refused) throw new Error(`${NAME}: the console's check says ${refused}`);
		}
	};
	const restart = async () => {
		await server.stop();
		await server.start();
		await consoleChecks();
	};

	await consoleChecks();
	const refused = await forgeries(stage, senders);
	const statuses: number[] = [];
	const push = async (from: number, to: number) => {
		for (const { app, schema, occurrences } of senders) {
			for (const occurrence of occurrences.slice(from, to)) {
				statuses.push((await app.push(occurrence, schema)).status);
			}
		}
	};
	for (let times = 0; times < 3; times++) await push(0, 6);
	await restart();
	for (let times = 0; times < 2; times++) await push(0, 12);
	await restart();
	await push(0, 12);

	const wanted = senders.flatMap(({ occurrences }) => occurrences.map(({ id }) => id));
	const items = await seenBy(stage, workflow, wanted.length);
	const seen = items.map(({ event_id }) => event_id);
	const once = seen.length === wanted.length && wanted.every((id) => seen.includes(id));
	const good = statuses.filter((status) => status === 200).length;
	stage.note(
		`\n${NAME}: ${statuses.length} requests for ${wanted.length} events, with two restarts of n8n in between: ` +
			`${good} acknowledged, ${seen.length} items, ${new Set(seen).size} events.`,
	);
	await editor.post(`/workflows/${workflow.id}/deactivate`, {});
	return [
		...(good === statuses.length && once ? [] : [NAME]),
		...refused,
		...namesIn(stage, application, items),
	];
}

/** What the next node has of a stage change: names, as the company has them. */
function namesIn({ simulator }: Stage, application: string, items: readonly Item[]): string[] {
	const { jobs, talents, applications } = simulator.company;
	const { jobId = '', talentId = '' } = applications.get(application) ?? {};
	const wanted = [jobs.get(jobId)?.title, talents.get(talentId)?.name];
	const moved = items.filter(({ event_type }) => event_type === STAGE_CHANGED);
	const right = moved.filter(
		({ details }) =>
			details?.job_name === wanted[0] && details?.talent_name === wanted[1] && Boolean(details?.stage_name),
	);
	return moved.length === ways.length && right.length === ways.length
		? []
		: [`Include Details: ${right.length} of ${moved.length} stage changes with their names`];
}

/** Requests that anybody can send: none starts anything, and nothing of them is in n8n's log. */
async function forgeries({ server, note }: Trial, [sender]: readonly Sender[]): Promise<string[]> {
	if (!sender) return [];
	const { app, strategy } = sender;
	const mark = 'candidate-of-a-forgery';
	const body = (more: Partial<Occurrence> = {}, token = strategy.verificationToken) =>
		bodyOf(app.occur('hire.talent.deleted_v1', { event: { talent_id: mark }, ...more }), token, '2.0');
	const now = Date.now();
	const genuine = wire(body({ appId: 'cli_another' }), strategy, now);
	const json = { 'Content-Type': 'application/json' };
	const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
	const requests: Array<[what: string, wanted: number, request: Parameters<Subscription['post']>[0]]> = [
		['of another app', 200, genuine],
		['with another key', 401, wire(body(), { ...strategy, encryptKey: 'another' }, now)],
		['with another token', 401, wire(body({}, 'another'), strategy, now)],
		['plain', 401, wire(body(), plain, now)],
		['signed six minutes ago', 401, wire(body(), strategy, now - 360_000)],
		['not signed', 401, wire(body(), strategy, now, false)],
		['cut short', 422, { headers: genuine.headers, body: genuine.body.slice(0, -20) }],
		['a list', 400, { headers: json, body: JSON.stringify([body()]) }],
		['__proto__', 401, { headers: json, body: '{"__proto__":{"encrypt":"AAAA"},"schema":"2.0"}' }],
		['nested', 400, { headers: json, body: nested }],
		['of 2 MB', 413, { headers: json, body: JSON.stringify({ encrypt: 'A'.repeat(2 ** 21) }) }],
		[
			'gzip',
			415,
			{ headers: { ...genuine.headers, 'Content-Encoding': 'gzip' }, body: gzipSync(genuine.body) },
		],
		['a form', 400, { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'a=b' }],
		['nothing', 400, { headers: json, body: '' }],
	];
	server.log.expected.push(/Feishu Hire Trigger: .* \(HTTP 4\d\d\)/);
	const wrong: string[] = [];
	for (const [what, wanted, request] of requests) {
		const { status } = await app.post(request);
		note(`A request ${what}: HTTP ${status}`);
		if (status !== wanted) wrong.push(`A request ${what} is answered with ${status}, not ${wanted}`);
	}
	const told = server.log.lines.filter((line) =>
		[mark, strategy.encryptKey, strategy.verificationToken].some((secret) => line.includes(secret)),
	);
	return [...wrong, ...told.map((line) => `n8n's log says: ${line}`)];
}

/** Each way of getting events has a trigger of its own; all lead to one node. */
async function stored(stage: Stage): Promise<Workflow> {
	const plainly = await storeCredential(stage.editor, stage.simulator, plain, 'Feishu Hire (plain)');
	const trigger = ({ id, strategy, typeVersion }: Way, credential: Credential, index: number) => ({
		id,
		name: id,
		type: `${packName}.feishuHireTrigger`,
		typeVersion,
		position: [0, index * 200],
		webhookId: id,
		parameters: { events: eventTypes, includeDetails: true },
		credentials: { feishuHireApi: strategy === plain ? plainly : credential },
	});
	const end = { id: END, name: END, type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0] };
	return await stage.editor.post<Workflow>('/workflows', {
		name: NAME,
		nodes: [...ways.map((way, index) => trigger(way, stage.credential, index)), { ...end, parameters: {} }],
		connections: Object.fromEntries(
			ways.map(({ id }) => [id, { main: [[{ node: END, type: 'main', index: 0 }]] }]),
		),
		settings: { executionOrder: 'v1' },
		active: false,
	});
}

/** Webhooks are there a moment after the workflow was activated, or n8n has started. */
async function saved(app: Subscription): Promise<string | undefined> {
	const patience = Date.now() + 60_000;
	for (;;) {
		const refused = await app.save();
		if (refused === undefined || Date.now() > patience) return refused;
		await wait(100);
	}
}

interface Item {
	readonly event_id: string;
	readonly event_type: string;
	readonly details?: Readonly<Record<string, unknown>>;
}

/** Waits for as many executions as there should be, and a moment longer for those that should not. */
async function seenBy(stage: Stage, { id }: Workflow, wanted: number): Promise<Item[]> {
	await settled(id, wanted, stage.editor);
	return (await itemsOf(id, END, stage)) as Item[];
}
