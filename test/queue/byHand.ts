/** What is run by hand in the editor: docs/compose.yaml gives it to the workers too. */
import { outcomeOf } from '../n8n/execution';
import { manyRows, OURS, TRIGGER } from '../n8n/manyRows';
import { creates } from './campaign';
import type { Fleet } from './fleet';

const ROWS = 20;

/** A worker runs it, and its items come back to the editor. */
export async function checkByHand(fleet: Fleet): Promise<string[]> {
	const { editor, runtime, workers } = fleet;
	const workflow = await manyRows(fleet, {
		name: 'By hand',
		rows: Array.from({ length: ROWS }, (_, index) => ({ row: `by hand ${index}` })),
		node: creates.node,
		parameters: await creates.parameters(fleet),
	});
	const { executionId } = await editor.run(workflow, TRIGGER);
	if (!executionId) return ['n8n did not start it'];
	const { status, runs } = await outcomeOf(executionId, editor, runtime);
	const items = runs.filter(({ node }) => node === OURS).flatMap((run) => run.items);
	const started = new RegExp(`Worker started execution ${executionId}\\b`);
	const atWorkers = workers.filter(({ log }) => log.lines.some((line) => started.test(line))).length;
	console.log(`  ${status}: ${items.length} items, run by ${atWorkers} worker`);
	return [
		...(status === 'success' ? [] : [`ended as ${status}`]),
		...(items.length === ROWS ? [] : [`${items.length} of ${ROWS} items`]),
		...(atWorkers === 1 ? [] : [`${atWorkers} workers ran it`]),
	];
}
