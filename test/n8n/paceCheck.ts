/** The published limits in real n8n: what a long run tells its user, and what is left of one that is stopped. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Trial } from './account';
import { outcomeOf } from './execution';
import { manyRows, OURS, TRIGGER } from './manyRows';
import type { Stage } from './stage';

/** 50 a second: four seconds and more. */
const COUNT = 250;
const STOPPED_AT = 75;
/** How long n8n may take to pass a stop on. */
const HEARD_MS = 500;

const route = 'POST /open-apis/hire/v1/applications/:application_id/transfer_stage';

async function start(stage: Stage, name: string): Promise<string> {
	const { simulator, editor } = stage;
	const applications = simulator.addApplications(COUNT);
	const workflow = await manyRows(stage, {
		name,
		rows: applications.map((id) => ({ id })),
		node: 'feishuHireApplication',
		parameters: {
			resource: 'application',
			operation: 'transferStage',
			applicationId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			stageId: { __rl: true, mode: 'id', value: simulator.ids.stages.social.offer },
		},
	});
	const { executionId } = await editor.run(workflow, TRIGGER);
	if (!executionId) throw new Error(`${name}: not started`);
	return executionId;
}

/** Notes what came of it. @returns what is not as it should be */
export async function checkPace(stage: Trial): Promise<string[]> {
	return [...(await checkHint(stage)), ...(await checkStop(stage))];
}

async function checkHint(stage: Trial): Promise<string[]> {
	const { simulator, editor, runtime } = stage;
	const before = simulator.requests.length;
	const { status, runs } = await outcomeOf(await start(stage, 'A campaign'), editor, runtime);
	const ours = runs.find((run) => run.node === OURS);
	const refused = simulator.requests.slice(before).filter(({ code }) => code !== 0).length;
	stage.note(
		`\nLimits: ${COUNT} applications moved: ${status}, ${ours?.items.length} given back, ${refused} requests refused. The hint: ${ours?.hints.join(' ')}`,
	);
	const told = /50 requests in a second/.test(ours?.hints.join() ?? '');
	return status === 'success' && ours?.items.length === COUNT && refused === 0 && told ? [] : ['Limits'];
}

async function checkStop(stage: Trial): Promise<string[]> {
	const { simulator, editor, runtime } = stage;
	const arrived = () => simulator.countOf(route);
	const before = arrived();
	const id = await start(stage, 'A campaign that is stopped');
	while (arrived() - before < STOPPED_AT) await wait(10);
	await editor.post(`/executions/${id}/stop`, {});
	await wait(HEARD_MS);
	const heard = arrived() - before;
	// As long as all the others would have taken.
	await wait(5000);
	const sent = arrived() - before;
	const { status } = await outcomeOf(id, editor, runtime);
	stage.note(
		`Stop: after ${STOPPED_AT} of ${COUNT}: ${status}, ${sent} sent in all, the last within ${HEARD_MS} ms.`,
	);
	return status === 'canceled' && sent === heard && sent < COUNT ? [] : ['Stop'];
}
