/** How long n8n takes to load the built pack, when it has loaded itself. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './rounds';

const ROOT = join(__dirname, '../..');
const STARTS = 7;

// Plain JavaScript, as the compiler that runs the other parts of the bench slows the loading of files.
const LOAD = `
	const { PackageDirectoryLoader } = require('n8n-core');
	const loader = new PackageDirectoryLoader(process.cwd());
	const start = performance.now();
	loader.loadAll().then(() => console.log(JSON.stringify({
		milliseconds: performance.now() - start,
		nodes: Object.keys(loader.nodeTypes).length,
	})));
`;

export interface Loading {
	readonly starts: number;
	readonly milliseconds: number;
	readonly nodes: number;
}

export async function loading(): Promise<Loading> {
	const times: number[] = [];
	let nodes = 0;
	for (let start = 0; start < STARTS; start++) {
		const { stdout } = await promisify(execFile)(process.execPath, ['-e', LOAD], { cwd: ROOT });
		const loaded = JSON.parse(stdout) as { milliseconds: number; nodes: number };
		times.push(loaded.milliseconds);
		nodes = loaded.nodes;
	}
	return { starts: STARTS, milliseconds: median(times), nodes };
}
