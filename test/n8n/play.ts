import axios from 'axios';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { spreadsheetOf, type Workflow, type WorkflowNode } from './examples';
import { outcomeOf, type Outcome } from './execution';
import { packName } from './pack';
import { appOf, type Stage } from './stage';

interface FormField {
	fieldType?: string;
	fieldOptions?: { values: Array<{ option: string }> };
}

const manual = 'n8n-nodes-base.manualTrigger';
const form = 'n8n-nodes-base.formTrigger';
const events = `${packName}.feishuHireTrigger`;
const polling = `${packName}.feishuHireUpdatesTrigger`;

/**
 * Runs an example from its manual trigger, then fills in its form; where it has neither, sends it an event, or fetches
 * a test event.
 */
export async function play(stage: Stage, workflow: Workflow): Promise<Outcome> {
	const ofType = (wanted: string) => workflow.nodes.find(({ type }) => type === wanted);
	const byHand = [ofType(manual), ofType(form)].filter((node) => node !== undefined);
	const triggers = byHand.length > 0 ? byHand : [ofType(polling) ?? ofType(events)];
	const outcomes: Outcome[] = [];
	for (const trigger of triggers) {
		if (!trigger)
			throw new Error(`${workflow.name} has neither a manual trigger nor a form, and takes no events.`);
		outcomes.push(await playFrom(trigger, stage, workflow));
	}
	return {
		status: outcomes.find(({ status }) => status !== 'success')?.status ?? 'success',
		runs: outcomes.flatMap(({ runs }) => runs),
	};
}

/** The spreadsheet, and of each list the last choice: the one that writes. */
async function filledIn(trigger: WorkflowNode, workflow: Workflow): Promise<FormData> {
	const spreadsheet = spreadsheetOf(workflow);
	const fields = new FormData();
	const { values } = trigger.parameters.formFields as { values: FormField[] };
	for (const [index, { fieldType, fieldOptions }] of values.entries()) {
		const name = `field-${index}`;
		if (fieldType === 'file')
			fields.append(name, await openAsBlob(spreadsheet, { type: 'text/csv' }), basename(spreadsheet));
		else fields.append(name, fieldOptions?.values.at(-1)?.option ?? '');
	}
	return fields;
}

async function playFrom(trigger: WorkflowNode, stage: Stage, workflow: Workflow): Promise<Outcome> {
	const { editor, server, runtime } = stage;
	const before = (await editor.ownExecutions(workflow.id)).length;
	let { executionId } = await editor.run(workflow, trigger.name);
	if (trigger.type === form) {
		const fields = await filledIn(trigger, workflow);
		await axios.post(`${server.url}/form-test/${trigger.webhookId}`, fields, { proxy: false });
	}
	if (trigger.type === events) {
		const app = appOf(stage, `/webhook-test/${trigger.webhookId}/webhook`);
		// The console's check leaves n8n listening.
		const refused = await app.save();
		if (refused) throw new Error(`${workflow.name}: the console's check says ${refused}`);
		const [id = ''] = stage.simulator.addApplications(1);
		await app.push(app.occur('hire.application.stage_changed_v1', { event: { application_id: id } }));
	}
	if (trigger.type !== manual) {
		for (let all: string[] = []; (executionId = all.at(-1 - before)) === undefined; await wait(100))
			all = await editor.ownExecutions(workflow.id);
	}
	if (!executionId) throw new Error(`n8n did not start ${workflow.name}.`);
	return await outcomeOf(executionId, editor, runtime);
}
