import axios from 'axios';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { spreadsheet, type Workflow } from './examples';
import { outcomeOf, type Outcome } from './execution';
import { packName } from './pack';
import { appOf, type Stage } from './stage';

const manual = 'n8n-nodes-base.manualTrigger';
const form = 'n8n-nodes-base.formTrigger';
const events = `${packName}.feishuHireTrigger`;
const polling = `${packName}.feishuHireUpdatesTrigger`;

/** Runs an example from its manual trigger, fills in its form, sends it an event, or fetches a test event. */
export async function play(stage: Stage, workflow: Workflow): Promise<Outcome> {
	const { editor, server, runtime } = stage;
	const trigger = [manual, form, polling, events]
		.map((wanted) => workflow.nodes.find(({ type }) => type === wanted))
		.find((node) => node !== undefined);
	if (!trigger)
		throw new Error(`${workflow.name} has neither a manual trigger nor a form, and takes no events.`);

	let { executionId } = await editor.run(workflow, trigger.name);
	if (trigger.type === form) {
		const fields = new FormData();
		fields.append('field-0', await openAsBlob(spreadsheet, { type: 'text/csv' }), basename(spreadsheet));
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
		while (!(executionId = await editor.firstExecution(workflow.id))) await wait(100);
	}
	if (!executionId) throw new Error(`n8n did not start ${workflow.name}.`);
	return await outcomeOf(executionId, editor, runtime);
}
