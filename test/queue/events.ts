/** Events where several processes of n8n could each start a workflow: each gives what is not as it should be. */
import { setTimeout as wait } from 'node:timers/promises';
import { END, eventsWorkflow } from '../n8n/eventsWorkflow';
import { itemsOf, settled } from '../n8n/execution';
import { storeCredential } from '../n8n/stage';
import { until } from '../n8n/until';
import { LongConnection } from '../simulator/events/longConnection';
import { STRATEGY } from '../simulator/events/strategy';
import { Subscription } from '../simulator/events/subscription';
import type { Occurrence } from '../simulator/events/wire';
import type { Fleet } from './fleet';

const EVENT = 'hire.talent.deleted_v1';
const EVENTS = 36;

async function onceEach(fleet: Fleet, workflow: string, sent: readonly Occurrence[]): Promise<string[]> {
	const states = await settled(workflow, sent.length, fleet.editor);
	const items = (await itemsOf(workflow, END, fleet)) as Array<{ event_id: string }>;
	const seen = new Set(items.map(({ event_id }) => event_id));
	console.log(`  ${sent.length} events: ${seen.size} came, in ${items.length} items. Executions: ${states}`);
	return items.length === sent.length && sent.every(({ id }) => seen.has(id))
		? []
		: [`${sent.length} events came as ${items.length} items of ${seen.size} events`];
}

/** Feishu repeats an event, and the repeats reach the other webhook process, and the first one again. */
export async function checkWebhooks(fleet: Fleet): Promise<string[]> {
	const { editor, simulator, webhooks, credential } = fleet;
	const webhookId = 'events-to-two';
	const workflow = await eventsWorkflow(fleet, {
		name: 'Events by webhook',
		trigger: 'feishuHireTrigger',
		credential,
		webhookId,
	});
	await editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
	const [one, other] = webhooks.map(
		({ url }) =>
			new Subscription({
				...STRATEGY,
				url: `${url}/webhook/${webhookId}/webhook`,
				appId: simulator.appId,
			}),
	) as [Subscription, Subscription];
	for (const app of [one, other]) await until(async () => (await app.save()) === undefined);
	const sent = Array.from({ length: EVENTS }, () => one.occur(EVENT));
	const statuses: number[] = [];
	// Feishu repeats after 15 seconds at the earliest. By then n8n has stored what has come: it answers before.
	for (let round = 0; round < 3; round++) {
		if (round > 0) await wait(3000);
		for (const [index, event] of sent.entries())
			statuses.push((await ((index + round) % 2 === 0 ? one : other).push(event)).status);
	}
	const refused = statuses.filter((status) => status !== 200).length;
	return [
		...(refused === 0 ? [] : [`${refused} of ${statuses.length} requests were not acknowledged`]),
		...(await onceEach(fleet, workflow.id, sent)),
	];
}

/** The main process alone holds the connection, also after it was killed; the workers run the executions. */
export async function checkConnection(fleet: Fleet): Promise<string[]> {
	const app = { appId: 'cli_a5queueconnection', appSecret: 'secret-of-the-queue' };
	const strategy = { encryptKey: '', verificationToken: '' };
	const platform = await LongConnection.start({ ...app, reconnectInterval: 1 });
	try {
		const { editor, main } = fleet;
		const credential = await storeCredential(editor, { ...app, url: platform.url }, strategy, 'Connection');
		const workflow = await eventsWorkflow(fleet, {
			name: 'Events over the long connection',
			trigger: 'feishuHireConnectionTrigger',
			credential,
		});
		await editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
		const source = new Subscription({ ...app, ...strategy, url: '' });
		const sent: Occurrence[] = [];
		let most = 0;
		const deliver = async () => {
			await until(() => platform.connections > 0);
			const events = Array.from({ length: EVENTS }, () => source.occur(EVENT));
			await Promise.all(events.map(async (event) => await platform.deliver(event)));
			sent.push(...events);
			// Long enough for any other process to come, too.
			await wait(2000);
			most = Math.max(most, platform.connections);
		};
		await deliver();
		await main.stop();
		await until(() => platform.connections === 0);
		await main.start();
		await deliver();
		return [
			...(most === 1 ? [] : [`there were ${most} connections`]),
			...(await onceEach(fleet, workflow.id, sent)),
		];
	} finally {
		await platform.close();
	}
}
