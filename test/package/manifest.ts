import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const packageRoot = join(__dirname, '..', '..');

export interface Manifest {
	name: string;
	version: string;
	files: string[];
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

/** What package.json says of the pack, read at each call: the tests hold it against the files themselves. */
export const readManifest = (): Manifest =>
	JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));

/** `dist/nodes/X/X.node.js` is compiled from `nodes/X/X.node.ts`. */
export const sourceOf = (compiled: string): string => compiled.replace(/^dist\//, '').replace(/\.js$/, '.ts');
