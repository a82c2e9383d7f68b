/** A crash of n8n in the middle of a hundred creates: what runs again, by hand or by 'Retry', makes none twice. */
import axios from 'axios';
import { setTimeout as wait } from 'node:timers/promises';
import type { Trial } from './account';
import { outcomeOf } from './execution';
import { manyRows, OURS, TRIGGER } from './manyRows';
import type { Stage } from './stage';

/** Ten a second. */
const COUNT = 100;
const KILLED_AT = 50;

const route = 'POST /open-apis/hire/v1/external_offers';

/** Notes what came of it. @returns what is not as it should be */
export async function checkCrash(stage: Trial): Promise<string[]> {
	return [...(await checkRunAgain(stage)), ...(await checkRetried(stage))];
}

/** What people do after a crash: the same workflow once more, with the same rows. */
async function checkRunAgain(stage: Trial): Promise<string[]> {
	const name = 'A crash, and run again';
	const { editor } = stage;
	const workflow = await creates(stage, name);
	const run = async () => (await editor.run(workflow, TRIGGER)).executionId;
	const crashed = await crash(stage, name, run);
	return await told(stage, name, crashed, await run());
}

/** n8n's 'Retry' of a crashed execution. It refuses one that was started by hand, so a webhook starts this one. */
async function checkRetried(stage: Trial): Promise<string[]> {
	const name = "A crash, and n8n's Retry";
	const { editor, server } = stage;
	const path = 'crash-check';
	const workflow = await creates(stage, name, {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
	});
	await editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
	const crashed = await crash(stage, name, async () => {
		await posted(`${server.url}/webhook/${path}`);
		// The webhook answers before n8n has stored the execution.
		const patience = Date.now() + 20_000;
		let id: string | undefined;
		while (!(id = (await editor.ownExecutions(workflow.id)).at(0)) && Date.now() < patience) await wait(50);
		return id;
	});
	// With the workflow as it was then.
	const retried = await editor.post<{ id: string }>(`/executions/${crashed.id}/retry`, {
		loadWorkflow: false,
	});
	return await told(stage, name, crashed, retried.id);
}

const creates = async (stage: Stage, name: string, trigger?: { type: string; [field: string]: unknown }) =>
	await manyRows(stage, {
		name,
		trigger,
		rows: Array.from({ length: COUNT }, (_, index) => ({ owner: `${name} ${index}` })),
		node: 'feishuHireExternalOffer',
		parameters: {
			externalApplicationId: {
				__rl: true,
				mode: 'id',
				value: stage.simulator.ids.externalApplications[0] ?? '',
			},
			additionalFields: { owner: '={{ $json.owner }}' },
		},
	});

/** The rows whose records were made, in the order of the records. */
const made = ({ simulator }: Stage, name: string): string[] =>
	simulator.applied
		.filter((effect) => effect.route === route && effect.changed)
		.map(({ body }) => String((body as { owner?: unknown }).owner))
		.filter((owner) => owner.startsWith(name));

interface Crashed {
	readonly id: string;
	readonly status: string;
	/** How many records there were when n8n was back. */
	readonly made: number;
}

/** Starts the execution, kills n8n in its middle, and starts n8n again. */
async function crash(stage: Stage, name: string, start: () => Promise<string | undefined>): Promise<Crashed> {
	const { editor, server } = stage;
	const id = await start();
	if (!id) throw new Error(`${name}: not started`);
	const patience = Date.now() + 60_000;
	while (made(stage, name).length < KILLED_AT) {
		if (Date.now() > patience) throw new Error(`${name}: ${KILLED_AT} were not made within a minute`);
		await wait(10);
	}
	await server.stop();
	await server.start();
	// Up to 2.0 n8n answers a moment before it has looked at what was left running.
	let status = 'running';
	while (status === 'running') {
		await wait(100);
		({ status } = await editor.execution(id));
	}
	return { id, status, made: made(stage, name).length };
}

/** Webhooks are there a moment after the workflow was activated. */
async function posted(url: string): Promise<void> {
	const patience = Date.now() + 10_000;
	for (;;) {
		const { status } = await axios.post(url, {}, { proxy: false, validateStatus: null });
		if (status === 200) return;
		if (Date.now() > patience) throw new Error(`The webhook answers with ${status}.`);
		await wait(100);
	}
}

async function told(
	stage: Trial,
	name: string,
	crashed: Crashed,
	again: string | undefined,
): Promise<string[]> {
	if (!again) return [`${name}: not started again`];
	const { status, runs } = await outcomeOf(again, stage.editor, stage.runtime);
	const owners = made(stage, name);
	const rows = new Set(owners).size;
	const given = new Set(
		runs
			.find((run) => run.node === OURS)
			?.items.map((item) => (item as { external_offer_id: string }).external_offer_id),
	);
	stage.note(
		`\n${name}: n8n killed with ${crashed.made} of ${COUNT} records made (${crashed.status}), then ${status}: ` +
			`${owners.length} made in all, for ${rows} rows, ${given.size} given back.`,
	);
	const right =
		crashed.status === 'crashed' &&
		crashed.made >= KILLED_AT &&
		crashed.made < COUNT &&
		status === 'success' &&
		owners.length === COUNT &&
		rows === COUNT &&
		given.size === COUNT;
	return right ? [] : [name];
}
