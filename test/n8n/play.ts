import axios from 'axios';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { spreadsheet, type Workflow } from './examples';
import { outcomeOf, type Outcome } from './execution';
import { packName } from './pack';
import type { Stage } from './stage';

const manual = 'n8n-nodes-base.manualTrigger';
const form = 'n8n-nodes-base.formTrigger';
const polling = `${packName}.feishuHireUpdatesTrigger`;

/** Runs an example from its manual trigger, fills in its form, or fetches a test event. */
export async function play({ editor, server, runtime }: Stage, workflow: Workflow): Promise<Outcome> {
	const [trigger] = [manual, form, polling].flatMap((wanted) =>
		workflow.nodes.filter(({ type }) => type === wanted),
	);
	if (!trigger) throw new Error(`${workflow.name} has no trigger that can be started by hand.`);

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
