import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import type { Editor, Execution } from './editor';
import type { Runtime } from './runtimes';

/** One run of one node: when, and what it gave. */
export interface NodeRun {
	node: string;
	from: number;
	to: number;
	items: unknown[];
	/** What n8n shows beside the output. */
	hints: string[];
	error?: string;
}

export interface Outcome {
	status: string;
	runs: NodeRun[];
}

interface RunData {
	startTime: number;
	executionTime: number;
	data?: { main?: Array<Array<{ json: unknown }> | null> };
	error?: { message: string; description?: string | null };
	hints?: Array<{ message: string }>;
}

interface Stored {
	resultData: { runData: Record<string, RunData[]>; lastNodeExecuted?: string; error?: unknown };
}

const unfinished = ['new', 'running', 'waiting', 'unknown'];

/** Waits for an execution to end and reads what it did. */
export async function outcomeOf(id: string, editor: Editor, runtime: Runtime): Promise<Outcome> {
	const patience = Date.now() + 60_000;
	while (Date.now() < patience) {
		const execution = await editor.execution(id);
		if (!unfinished.includes(execution.status)) {
			const stored = read(runtime, execution);
			// The status is written a moment before the data; of a stopped execution n8n keeps no more than the error.
			if (stored?.resultData.lastNodeExecuted ?? stored?.resultData.error)
				return { status: execution.status, runs: runsOf(stored) };
		}
		await wait(100);
	}
	throw new Error(`Execution ${id} did not end within a minute.`);
}

/** A minute without another one. */
const PATIENCE_MS = 60_000;

/**
 * Waits for so many executions of a workflow to succeed, for as long as there come more, and a moment for those that
 * should not.
 * @returns how many there are of each state, in words
 */
export async function settled(workflowId: string, wanted: number, editor: Editor): Promise<string> {
	let most = 0;
	let patience = Date.now() + PATIENCE_MS;
	while (most < wanted && Date.now() < patience) {
		// The list may be long: n8n is not kept busy with it.
		await wait(1000);
		const count = (await editor.executions(workflowId, 'success').catch(() => [])).length;
		if (count > most) patience = Date.now() + PATIENCE_MS;
		most = Math.max(most, count);
	}
	await wait(1000);
	const states = ['success', 'error', 'crashed', 'canceled', ...unfinished];
	const counts = await Promise.all(
		states.map(async (state) => [state, (await editor.executions(workflowId, state)).length] as const),
	);
	return counts.flatMap(([state, count]) => (count > 0 ? [`${count} ${state}`] : [])).join(', ');
}

/** How many executions are read at a time. */
const WIDTH = 10;

/** The items that a node gave, in all executions of a workflow that succeeded. */
export async function itemsOf(
	workflowId: string,
	node: string,
	{ editor, runtime }: { editor: Editor; runtime: Runtime },
): Promise<unknown[]> {
	const ids = await editor.executions(workflowId, 'success');
	const items: unknown[] = [];
	for (let first = 0; first < ids.length; first += WIDTH) {
		const read = ids.slice(first, first + WIDTH).map(async (id) => await outcomeOf(id, editor, runtime));
		const runs = (await Promise.all(read)).flatMap((outcome) => outcome.runs);
		items.push(...runs.filter((run) => run.node === node).flatMap((run) => run.items));
	}
	return items;
}

/** n8n stores what an execution did in the notation of the package flatted; its own copy reads it. */
function read(runtime: Runtime, { data }: Execution): Stored | undefined {
	const { parse } = createRequire(runtime.n8n)('flatted') as { parse(text: string): Stored | undefined };
	return parse(data);
}

function runsOf({ resultData }: Stored): NodeRun[] {
	return Object.entries(resultData.runData).flatMap(([node, all]) =>
		all.map(({ startTime, executionTime, data: output, error, hints = [] }) => ({
			node,
			from: startTime,
			to: startTime + executionTime,
			items: (output?.main ?? []).flatMap((items) => (items ?? []).map(({ json }) => json)),
			hints: hints.map(({ message }) => message),
			error: error && [error.message, error.description].filter(Boolean).join(' '),
		})),
	);
}
