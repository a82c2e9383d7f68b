/** How long n8n takes to load the built pack, when it has loaded itself. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './rounds';

const ROOT = join(__dirname, '../..');
const STARTS = 15;

// Plain JavaScript, as the compiler that runs the other parts of the bench slows the loading of files.
const BEGIN = `
	const { LazyPackageDirectoryLoader, PackageDirectoryLoader } = require('n8n-core');
	const now = () => performance.now();
	const tell = (figures) => console.log(JSON.stringify(figures));
`;

/** What n8n does with each installed package when it starts (its scanDirectoryForPackages and postProcessLoaders). */
const START = `${BEGIN}
	const start = now();
	const loader = new LazyPackageDirectoryLoader(process.cwd());
	loader.loadAll().then(() => {
		for (const name of Object.keys(loader.known.credentials)) loader.getCredential(name);
		const started = now() - start;
		const before = now();
		loader.getNode('feishuHireApplication');
		tell({ start: started, node: now() - before, nodes: Object.keys(loader.known.nodes).length });
	});
`;

/** What n8n does once, when the package is installed from its settings. */
const INSTALL = `${BEGIN}
	const start = now();
	const loader = new PackageDirectoryLoader(process.cwd());
	loader.loadAll().then(() => tell({ install: now() - start }));
`;

/** Milliseconds, medians of fresh processes. */
export interface Loading {
	readonly starts: number;
	readonly nodes: number;
	/** At each start of n8n. */
	readonly start: number;
	/** When the largest node is used for the first time. */
	readonly node: number;
	/** When the pack is installed. */
	readonly install: number;
}

async function inFreshProcess(program: string): Promise<Partial<Loading>> {
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], { cwd: ROOT });
	return JSON.parse(stdout) as Partial<Loading>;
}

export async function loading(): Promise<Loading> {
	const runs: Array<Partial<Loading>> = [];
	for (let start = 0; start < STARTS; start++) {
		runs.push({ ...(await inFreshProcess(START)), ...(await inFreshProcess(INSTALL)) });
	}
	const of = (key: keyof Loading) => median(runs.map((run) => run[key] ?? NaN));
	return { starts: STARTS, nodes: of('nodes'), start: of('start'), node: of('node'), install: of('install') };
}
