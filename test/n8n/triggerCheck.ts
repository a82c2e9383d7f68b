/**
 * The trigger by webhook in an active workflow: the console's check, and all events once each, under the platform's
 * repeats and with a restart of n8n in between.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { eventTypes } from '../simulator/events/samples';
import type { Subscription } from '../simulator/events/subscription';
import type { Trial } from './account';
import type { Workflow } from './examples';
import { packName } from './pack';
import { appOf, type Stage } from './stage';

const NAME = 'Events by webhook';
const ID = 'trigger-check';

/** Notes what came of it. @returns what is not as it should be */
export async function checkTrigger(stage: Trial): Promise<string[]> {
	const { editor, server } = stage;
	const workflow = await stored(stage);
	await editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
	const app = appOf(stage, `/webhook/${ID}/webhook`);
	const refused = await saved(app);
	if (refused) return [`${NAME}: the console's check says ${refused}`];

	const occurrences = eventTypes.map((type) => app.occur(type));
	const statuses: number[] = [];
	const push = async (among: typeof occurrences) => {
		for (const occurrence of among) statuses.push((await app.push(occurrence)).status);
	};
	const [first, second] = [occurrences.slice(0, 6), occurrences.slice(6)];
	await push([...first, ...first, ...first]);
	await server.stop();
	await server.start();
	await saved(app);
	await push([...first, ...second, ...first, ...second]);
	await server.stop();
	await server.start();
	await saved(app);
	await push(occurrences);

	const started = await startedBy(stage, workflow, occurrences.length);
	const good = statuses.filter((status) => status === 200).length;
	stage.note(
		`\n${NAME}: ${statuses.length} requests for ${occurrences.length} events, with two restarts of n8n in between: ` +
			`${good} acknowledged, ${started} executions.`,
	);
	await editor.post(`/workflows/${workflow.id}/deactivate`, {});
	return good === statuses.length && started === occurrences.length ? [] : [NAME];
}

async function stored({ editor, credential }: Stage): Promise<Workflow> {
	return await editor.post<Workflow>('/workflows', {
		name: NAME,
		nodes: [
			{
				id: 'trigger',
				name: 'Feishu Hire Trigger',
				type: `${packName}.feishuHireTrigger`,
				typeVersion: 1,
				position: [0, 0],
				webhookId: ID,
				parameters: { events: eventTypes },
				credentials: { feishuHireApi: { id: credential.id, name: credential.name } },
			},
			{
				id: 'end',
				name: 'End',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [200, 0],
				parameters: {},
			},
		],
		connections: { 'Feishu Hire Trigger': { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
		active: false,
	});
}

/** Webhooks are there a moment after the workflow was activated, or n8n has started. */
async function saved(app: Subscription): Promise<string | undefined> {
	const patience = Date.now() + 10_000;
	for (;;) {
		const refused = await app.save();
		if (refused === undefined || Date.now() > patience) return refused;
		await wait(100);
	}
}

/** Waits for as many executions as there should be, and a moment longer for those that should not. */
async function startedBy({ editor }: Stage, { id }: Workflow, wanted: number): Promise<number> {
	const count = async () => {
		const filter = JSON.stringify({ workflowId: id });
		const { results } = await editor.get<{ results: unknown[] }>('/executions', { filter, limit: '100' });
		return results.length;
	};
	const patience = Date.now() + 10_000;
	while ((await count()) < wanted && Date.now() < patience) await wait(100);
	await wait(500);
	return await count();
}
