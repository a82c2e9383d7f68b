/**
 * The trigger over the long connection in an active workflow: each event once while the server drops the connection,
 * a failure that people see, and a clean close. Where Node.js is too old for it, the node says so.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { LongConnection } from '../simulator/events/longConnection';
import { Subscription } from '../simulator/events/subscription';
import type { Trial } from './account';
import { END, eventsWorkflow } from './eventsWorkflow';
import type { Workflow } from './examples';
import { itemsOf, settled } from './execution';
import { run } from './run';
import { storeCredential, type Stage } from './stage';
import { until } from './until';

const NAME = 'Events over the long connection';
const BATCH = 20;

const app = { appId: 'cli_a5longconnection', appSecret: 'secret-of-the-long-connection' };
const strategy = { encryptKey: '', verificationToken: '' };
const source = new Subscription({ ...app, ...strategy, url: '' });

/** Notes what came of it. @returns what is not as it should be */
export const checkConnection =
	(events: number, drops: number) =>
	async (stage: Trial): Promise<string[]> => {
		const platform = await LongConnection.start({ ...app, reconnectInterval: 1 });
		try {
			const workflow = await stored(stage, platform);
			const activate = async () =>
				await stage.editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
			if (!(await hasWebSocket(stage))) return await refused(stage, activate);
			await activate();
			return [
				...(await eachOnce(stage, platform, workflow, { events, drops })),
				...(await failsVisibly(stage, platform, workflow)),
				...(await closes(stage, platform, workflow)),
				...secretsIn(stage),
			];
		} finally {
			await platform.close();
		}
	};

const hasWebSocket = async ({ runtime }: Stage): Promise<boolean> =>
	(await run(runtime.node, ['-p', 'typeof WebSocket'], { cwd: runtime.folder })).trim() === 'function';

async function refused({ note }: Trial, activate: () => Promise<unknown>): Promise<string[]> {
	const said = await activate().then(
		() => 'nothing',
		(error: unknown) => String(error),
	);
	note(`\n${NAME}: Node.js is too old for it, and n8n says ${said}`);
	return said.includes('needs Node.js 22 or newer') ? [] : [`${NAME}: n8n says ${said}`];
}

async function eachOnce(
	stage: Trial,
	platform: LongConnection,
	workflow: Workflow,
	{ events, drops }: { events: number; drops: number },
): Promise<string[]> {
	await until(() => platform.connections === 1);
	const began = Date.now();
	const sent: string[] = [];
	let dropped = 0;
	while (sent.length < events) {
		const batch = Array.from({ length: BATCH }, () => source.occur('hire.talent.deleted_v1'));
		const delivered = Promise.all(batch.map(async (occurrence) => await platform.deliver(occurrence, 2)));
		// In the middle of a batch, so that acknowledgements are lost.
		if (sent.length >= (dropped * events) / drops) {
			dropped++;
			setImmediate(() => platform.drop());
		}
		await delivered;
		sent.push(...batch.map(({ id }) => id));
	}
	const seconds = (Date.now() - began) / 1000;
	const states = await settled(workflow.id, events, stage.editor);
	const items = (await itemsOf(workflow.id, END, stage)) as Array<{ event_id: string }>;
	const seen = new Set(items.map(({ event_id }) => event_id));
	stage.note(
		`\n${NAME}: ${events} events, while the server dropped the connection ${dropped} times: ` +
			`${seen.size} came, in ${items.length} items, acknowledged within ${seconds.toFixed(1)} s. Executions: ${states}.`,
	);
	return items.length === events && sent.every((id) => seen.has(id)) && dropped === drops ? [] : [NAME];
}

/** The secret is reset: n8n shows it with the workflow, and has the connection back once it is right again. */
async function failsVisibly(
	{ editor, server, note }: Trial,
	platform: LongConnection,
	{ id }: Workflow,
): Promise<string[]> {
	server.log.expected.push(/The App ID or the App Secret is wrong/);
	const shown = async () => JSON.stringify(await editor.get(`/active-workflows/error/${id}`));
	platform.refusal = 514;
	platform.drop();
	await until(async () => (await shown()).includes('The App ID or the App Secret is wrong'));
	note(`n8n shows of a workflow whose secret was reset: ${await shown()}`);
	platform.refusal = undefined;
	await until(() => platform.connections === 1);
	return [];
}

async function closes({ editor }: Stage, platform: LongConnection, { id }: Workflow): Promise<string[]> {
	await editor.post(`/workflows/${id}/deactivate`, {});
	await until(() => platform.connections === 0);
	const { asked } = platform;
	await wait(3000);
	return platform.asked === asked ? [] : [`${NAME}: n8n connects again after it was switched off`];
}

const secretsIn = ({ server }: Stage): string[] =>
	server.log.lines
		.filter((line) => line.includes(app.appSecret) || line.includes('ticket='))
		.map((line) => `n8n's log says: ${line}`);

async function stored({ editor }: Stage, { url }: LongConnection): Promise<Workflow> {
	const credential = await storeCredential(
		editor,
		{ url, ...app },
		strategy,
		'Feishu Hire (long connection)',
	);
	return await eventsWorkflow({ editor }, { name: NAME, trigger: 'feishuHireConnectionTrigger', credential });
}
