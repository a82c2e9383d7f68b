/** A clock that runs faster than the wall's, for limits of a minute in tests of a second. */
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import type { Clock } from '../../nodes/engine/clock';
import type { execute } from '../../nodes/engine/execute';
import type { Operation } from '../../nodes/declare/operation';
import { builtNode, type NodeName } from './pack';

const ROOT = join(__dirname, '../..');

/** `speed` seconds pass in one second of the wall. `random` feeds the jitter. */
export function fastClock(speed: number, random: () => number = () => 0.5): Clock {
	const start = Date.now();
	return {
		now: () => start + (performance.now() - origin) * speed,
		random,
		async sleep(milliseconds, signal) {
			await after(Math.max(0, milliseconds / speed), undefined, { signal }).catch(() => {});
		},
	};
}

const origin = performance.now();

/** The built node, run by the built engine under another clock. */
export async function builtNodeUnder(
	clock: Clock,
	name: NodeName,
	change: (operation: Operation) => Operation = (operation) => operation,
): Promise<INodeType> {
	const built = await builtNode(name);
	const folder = name.replace(/^f/, 'F');
	const engine = (await import(join(ROOT, 'dist/nodes/engine/execute.js'))) as { execute: typeof execute };
	const list = (await import(join(ROOT, `dist/nodes/${folder}/operations/index.js`))) as Record<
		string,
		Operation
	>;
	// A namespace that was imported has its module beside its exports.
	const operations = Object.values(list)
		.filter(({ route }) => route !== undefined)
		.map(change);
	return {
		description: built.description,
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			return await engine.execute(this, operations, clock);
		},
	};
}
