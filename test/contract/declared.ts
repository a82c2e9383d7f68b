/** All operations of the pack, by the node whose panel shows them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../../nodes/declare/operation';

const NODES = join(__dirname, '../../nodes');

export interface Declared {
	/** As in 'offer.updateStatus'. */
	readonly title: string;
	readonly node: string;
	/** Of the node, below `nodes`. */
	readonly folder: string;
	readonly operation: Operation;
}

export const declared: Declared[] = readdirSync(NODES)
	.map((folder) => ({ folder, list: join(NODES, folder, 'operations/index.ts') }))
	.filter(({ list }) => existsSync(list))
	.flatMap(({ folder, list }) =>
		Object.values(jest.requireActual(list) as Record<string, Operation>).map((operation) => ({
			title: `${operation.resource}.${operation.value}`,
			node: folder.charAt(0).toLowerCase() + folder.slice(1),
			folder,
			operation,
		})),
	);
