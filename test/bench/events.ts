/** What an event costs in real n8n, by webhook and over the long connection, against n8n's own Webhook node. */
import '../environment';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Runtime } from '../n8n/runtimes';
import { appOf, setStage, storeCredential, type Credential, type Stage } from '../n8n/stage';
import { packName } from '../n8n/pack';
import type { Workflow } from '../n8n/examples';
import { LongConnection } from '../simulator/events/longConnection';
import { STRATEGY } from '../simulator/events/strategy';
import { RETRY_AFTER_MS, Subscription } from '../simulator/events/subscription';
import { bodyOf, wire, type Occurrence } from '../simulator/events/wire';
import { median, ratio, type Spread } from './rounds';

const VERSION = '2.41.1';
const EVENTS = 200;
/** How many wait for their acknowledgement at a time. */
const WIDTH = 10;
const ROUNDS = 5;
const TRIES = RETRY_AFTER_MS.length + 1;
const TICKS_PER_SECOND = 100;

export type Way = 'webhook' | 'connection' | 'own';

export interface Events {
	readonly version: string;
	readonly rounds: number;
	readonly events: number;
	/** Milliseconds of n8n's CPU time for an event, until its execution has ended. */
	readonly cpu: Record<Way, number>;
	readonly perSecond: Record<Way, number>;
	/** What an event took, as a multiple of what a request took by n8n's own node in the same round. */
	readonly ratio: Record<'webhook' | 'connection', Spread>;
}

/** CPU time is read where Linux shows it; n8n is in the project only after `npm start` has installed it. */
export const canMeasureEvents = existsSync('/proc/self/stat') && new Runtime(VERSION).isInstalled();

interface Round {
	readonly cpu: number;
	readonly perSecond: number;
}

/** One workflow with this trigger, whose executions are those of one round. */
interface Contender {
	readonly trigger: object;
	/** Sends one event, until it is acknowledged. */
	readonly send: (occurrence: Occurrence) => Promise<boolean>;
}

const path = 'events-of-the-bench';

function contenders(stage: Stage, platform: LongConnection, ofPlatform: Credential): Record<Way, Contender> {
	const app = appOf(stage, `/webhook/${path}/webhook`);
	const own = new Subscription({ ...STRATEGY, url: `${stage.server.url}/webhook/${path}`, appId: '' });
	const events = ['hire.talent.deleted_v1'];
	const ours = (name: string, typeVersion: number, credential: Credential) => ({
		type: `${packName}.${name}`,
		typeVersion,
		webhookId: path,
		parameters: { events },
		credentials: { feishuHireApi: credential },
	});
	return {
		webhook: {
			trigger: ours('feishuHireTrigger', 2, stage.credential),
			send: async (occurrence) => (await app.push(occurrence)).status === 200,
		},
		connection: {
			trigger: ours('feishuHireConnectionTrigger', 1, ofPlatform),
			send: async (occurrence) => (await platform.push(occurrence)) === 200,
		},
		own: {
			trigger: {
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
			},
			send: async (occurrence) => {
				const body = bodyOf(occurrence, STRATEGY.verificationToken, '2.0');
				return (await own.post(wire(body, STRATEGY, Date.now()))).status === 200;
			},
		},
	};
}

/** Milliseconds that n8n has had of the processor. */
function cpuOf({ server }: Stage): number {
	const stat = readFileSync(`/proc/${server.pid}/stat`, 'utf8');
	const [user = NaN, system = NaN] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(11, 13)
		.map(Number);
	return ((user + system) * 1000) / TICKS_PER_SECOND;
}

async function round(stage: Stage, { trigger, send }: Contender): Promise<Round> {
	const { editor, simulator } = stage;
	const end = { id: 'end', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	const workflow = await editor.post<Workflow>('/workflows', {
		name: 'Events',
		nodes: [
			{ id: 'trigger', name: 'Trigger', position: [0, 0], ...trigger },
			{ position: [200, 0], ...end },
		],
		connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
		active: false,
	});
	await editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
	const source = new Subscription({ ...STRATEGY, url: '', appId: simulator.appId });
	const occur = () => source.occur('hire.talent.deleted_v1');
	// The first one, when n8n is ready.
	for (const first = occur(); !(await send(first)); ) await wait(100);
	const ended = async (count: number) => {
		// The list is long: n8n is not kept busy with it.
		while ((await editor.executions(workflow.id, 'success')).length < count) await wait(500);
	};
	await ended(1);
	const [cpu, began] = [cpuOf(stage), performance.now()];
	let left = EVENTS;
	const lane = async () => {
		while (left-- > 0) {
			const event = occur();
			// As often as Feishu does, but at once.
			for (let tries = 1; !(await send(event)); tries++)
				if (tries === TRIES) throw new Error('An event was not acknowledged');
		}
	};
	await Promise.all(Array.from({ length: WIDTH }, lane));
	await ended(EVENTS + 1);
	const result = {
		cpu: (cpuOf(stage) - cpu) / EVENTS,
		perSecond: EVENTS / ((performance.now() - began) / 1000),
	};
	await editor.post(`/workflows/${workflow.id}/deactivate`, {});
	return result;
}

export async function events(): Promise<Events> {
	const stage = await setStage(VERSION);
	const app = { appId: stage.simulator.appId, appSecret: stage.simulator.appSecret };
	const platform = await LongConnection.start({ ...app, reconnectInterval: 1 });
	try {
		const credential = await storeCredential(stage.editor, { url: platform.url, ...app });
		const all = contenders(stage, platform, credential);
		const ways = Object.keys(all) as Way[];
		const rounds: Record<Way, Round[]> = { webhook: [], connection: [], own: [] };
		// The first round warms up n8n; each begins with another contender.
		for (let index = -1; index < ROUNDS; index++) {
			const first = (index + 1) % ways.length;
			for (const way of [...ways.slice(first), ...ways.slice(0, first)]) {
				const result = await round(stage, all[way]);
				if (index >= 0) rounds[way].push(result);
			}
		}
		const of = (key: keyof Round) => {
			const medianOf = (way: Way) => median(rounds[way].map((each) => each[key]));
			return { webhook: medianOf('webhook'), connection: medianOf('connection'), own: medianOf('own') };
		};
		const [webhook, connection, own] = (['webhook', 'connection', 'own'] as const).map((way) =>
			rounds[way].map(({ cpu }) => cpu),
		) as [number[], number[], number[]];
		return {
			version: VERSION,
			rounds: ROUNDS,
			events: EVENTS,
			cpu: of('cpu'),
			perSecond: of('perSecond'),
			ratio: { webhook: ratio(webhook, own), connection: ratio(connection, own) },
		};
	} finally {
		await platform.close();
		await stage.close();
	}
}
