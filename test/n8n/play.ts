import axios from 'axios';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { spreadsheet, type Workflow } from './examples';
import { outcomeOf, type Outcome } from './execution';
import type { Stage } from './stage';

const manual = 'n8n-nodes-base.manualTrigger';
const form = 'n8n-nodes-base.formTrigger';

/** Runs an example from its manual trigger, or fills in its form. */
export async function play({ editor, server, runtime }: Stage, workflow: Workflow): Promise<Outcome> {
	const trigger =
		workflow.nodes.find(({ type }) => type === manual) ?? workflow.nodes.find(({ type }) => type === form);
	if (!trigger) throw new Error(`${workflow.name} has neither a manual trigger nor a form.`);

	let { executionId } = await editor.run(workflow, trigger.name);
	if (trigger.type === form) {
		const fields = new FormData();
		fields.append('field-0', await openAsBlob(spreadsheet, { type: 'text/csv' }), basename(spreadsheet));
		await axios.post(`${server.url}/form-test/${trigger.webhookId}`, fields, { proxy: false });
		while (!(executionId = await editor.lastExecution(workflow.id))) await wait(100);
	}
	if (!executionId) throw new Error(`n8n did not start ${workflow.name}.`);
	return await outcomeOf(executionId, editor, runtime);
}
