/** Every operation in real n8n, with the parameters that the parity test gives it. */
import { rowsFor, type Row } from '../parity/rows';
import type { Trial } from './account';
import type { Workflow } from './examples';
import { outcomeOf } from './execution';
import type { Stage } from './stage';

const NODES: Readonly<Record<string, string>> = {
	offer: 'feishuHireOffer',
	internshipOffer: 'feishuHireOffer',
	offerForm: 'feishuHireOffer',
	externalOffer: 'feishuHireExternalOffer',
	externalApplication: 'feishuHireExternalOffer',
	application: 'feishuHireApplication',
	onboarding: 'feishuHireApplication',
	attachment: 'feishuHireAttachment',
};

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
	const [resource = '', operation = ''] = row.title.split('.');
	const field = Object.keys(row.items?.[0]?.binary ?? {})[0];
	const nodes = [
		{ name: 'Run by Hand', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		...(field === undefined
			? []
			: [
					{
						name: 'Text',
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						parameters: { mode: 'raw', jsonOutput: '{ "text": "A letter" }', options: {} },
					},
					{
						name: 'File',
						type: 'n8n-nodes-base.convertToFile',
						typeVersion: 1.1,
						parameters: {
							operation: 'toText',
							sourceProperty: 'text',
							binaryPropertyName: field,
							options: { fileName: 'letter.txt' },
						},
					},
				]),
		{
			name: 'Operation',
			type: `n8n-nodes-feishu-hire.${NODES[resource]}`,
			typeVersion: 1,
			parameters: { resource, operation, ...row.parameters },
			credentials: { feishuHireApi: { id: credential.id, name: credential.name } },
		},
	].map((node, index) => ({ ...node, id: node.name, position: [200 * index, 0] }));
	const workflow = await editor.post<Workflow>('/workflows', {
		name: row.title,
		nodes,
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name }, index) => [nodes[index]?.name, { main: [[{ node: name, type: 'main', index: 0 }]] }]),
		),
		settings: { executionOrder: 'v1' },
		active: false,
	});
	const { executionId } = await editor.run(workflow, 'Run by Hand');
	if (!executionId) return 'not started';
	const { status, runs } = await outcomeOf(executionId, editor, runtime);
	return runs.find(({ error }) => error)?.error ?? status;
}
