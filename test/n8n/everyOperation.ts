/** Every operation in real n8n, with the parameters that the parity test gives it. */
import { rowsFor, type Row } from '../parity/rows';
import type { Trial } from './account';
import { isOurs, type Workflow } from './examples';
import { outcomeOf } from './execution';
import { operationWorkflow } from './operationWorkflow';
import type { Stage } from './stage';

/** Notes how many ran. @returns those that did not end well */
export async function checkEveryOperation(stage: Trial): Promise<string[]> {
	const rows = rowsFor(stage.simulator.company);
	const failures: string[] = [];
	for (const row of rows) {
		stage.simulator.reset();
		const outcome = await played(stage, row);
		if (outcome !== 'success') failures.push(`${row.title} with ${row.given}: ${outcome}`);
	}
	const operations = new Set(rows.map(({ title }) => title)).size;
	stage.note(
		`\nEvery operation: ${operations} operations in ${rows.length} workflows of their own, ${failures.length} failed.`,
	);
	return failures;
}

async function played({ editor, runtime, credential }: Stage, row: Row): Promise<string> {
	const { nodes, connections } = operationWorkflow(row, 'Operation');
	const credentials = { feishuHireApi: { id: credential.id, name: credential.name } };
	const workflow = await editor.post<Workflow>('/workflows', {
		name: row.title,
		nodes: nodes.map((node) => (isOurs(node) ? { ...node, credentials } : node)),
		connections,
		settings: { executionOrder: 'v1' },
		active: false,
	});
	const { executionId } = await editor.run(workflow, 'Run by Hand');
	if (!executionId) return 'not started';
	const { status, runs } = await outcomeOf(executionId, editor, runtime);
	return runs.find(({ error }) => error)?.error ?? status;
}
