/** The updates trigger in real n8n: 1,000 new applications, while they change, and n8n is killed in between. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Trial } from './account';
import type { Workflow } from './examples';
import { itemsOf } from './execution';
import { packName } from './pack';
import type { Stage } from './stage';

const COUNT = 1000;
const BATCH = 50;
const NODE = 'Seen';

/** Long enough for n8n's polls, once a minute, and for Feishu's limit of 1,000 reads in a minute. */
const PATIENCE_MS = 8 * 60_000;

const watching = (stage: Stage) => ({
	name: 'New applications',
	active: false,
	settings: { executionOrder: 'v1' },
	nodes: [
		{
			id: 'trigger',
			name: 'New Applications',
			type: `${packName}.feishuHireUpdatesTrigger`,
			typeVersion: 1,
			position: [0, 0],
			parameters: {
				pollTimes: { item: [{ mode: 'everyMinute' }] },
				watch: 'applications',
				on: 'created',
				simplify: false,
				options: { recordsPerPoll: COUNT },
			},
			credentials: { feishuHireApi: stage.credential },
		},
		{
			id: 'seen',
			name: NODE,
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [200, 0],
			parameters: {},
		},
	],
	connections: { 'New Applications': { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
});

/** New applications that came about just now. */
function apply({ simulator }: Stage): string[] {
	const now = Date.now();
	return simulator.addApplications(BATCH).map((id) => {
		Object.assign(simulator.company.applications.get(id) ?? {}, { createTime: now, modifyTime: now });
		return id;
	});
}

/** What the executions of a workflow have seen, each as often as it came. */
const seenBy = async (stage: Stage, { id }: Workflow): Promise<string[]> =>
	((await itemsOf(id, NODE, stage)) as Array<{ id: string }>).map((item) => item.id);

/** Notes what came of it. @returns what is not as it should be */
export async function checkUpdates(stage: Trial): Promise<string[]> {
	const { editor, server, simulator } = stage;
	const workflow = await editor.post<Workflow>('/workflows', watching(stage));
	await editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
	const began = Date.now();
	// The first poll, which says from when on applications are new; Feishu's clock shows seconds.
	await wait(3000);
	const created: string[] = [];
	let killed = false;
	let seen: string[] = [];
	while (Date.now() - began < PATIENCE_MS && (created.length < COUNT || seen.length < COUNT)) {
		if (created.length < COUNT) created.push(...apply(stage));
		for (const id of created.slice(-200, -190)) {
			const application = simulator.company.applications.get(id);
			if (application) Object.assign(application, { modifyTime: Date.now() });
		}
		if (!killed && seen.length > 0) {
			killed = true;
			await server.stop();
			created.push(...apply(stage));
			await server.start();
		}
		await wait(4000);
		seen = await seenBy(stage, workflow);
	}
	// Whether one comes once more.
	await wait(70_000);
	seen = await seenBy(stage, workflow);
	const once = new Set(seen).size === seen.length && seen.length === created.length && killed;
	stage.note(
		`\nUpdates: of ${created.length} new applications ${new Set(seen).size} came, in ${seen.length} items, ` +
			`within ${Math.round((Date.now() - began) / 1000)} s, with n8n killed once.`,
	);
	return once ? [] : ['Updates'];
}
