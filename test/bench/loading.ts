/** How long n8n takes to load the built pack, when it has loaded itself. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

/**
 * What n8n does with each installed package when it starts (its scanDirectoryForPackages and postProcessLoaders), after
 * those of its own: here an empty one.
 */
const START = `${BEGIN}
	const load = async (directory) => {
		const start = now();
		const loader = new LazyPackageDirectoryLoader(directory);
		await loader.loadAll();
		for (const name of Object.keys(loader.known.credentials)) loader.getCredential(name);
		return { loader, took: now() - start };
	};
	load(process.argv[1]).then(async ({ took: empty }) => {
		const { loader, took: start } = await load(process.cwd());
		const before = now();
		loader.getNode('feishuHireApplication');
		tell({ empty, start, node: now() - before, nodes: Object.keys(loader.known.nodes).length });
	});
`;

/** A package with nothing in it, written as n8n-core writes them. */
function emptyPackage(): string {
	const directory = mkdtempSync(join(tmpdir(), 'feishu-hire-empty-'));
	const manifest = { name: 'n8n-nodes-empty', version: '1.0.0', n8n: { nodes: [], credentials: [] } };
	writeFileSync(join(directory, 'package.json'), JSON.stringify(manifest));
	for (const [folder, nothing] of [
		['known', {}],
		['types', []],
	] as const) {
		mkdirSync(join(directory, 'dist', folder), { recursive: true });
		for (const kind of ['nodes', 'credentials'])
			writeFileSync(join(directory, 'dist', folder, `${kind}.json`), JSON.stringify(nothing));
	}
	return directory;
}

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
	/** An empty package, as the first one. */
	readonly empty: number;
	/** This pack at each start of n8n. */
	readonly start: number;
	/** When the largest node is used for the first time. */
	readonly node: number;
	/** When the pack is installed. */
	readonly install: number;
}

async function inFreshProcess(program: string, ...args: string[]): Promise<Partial<Loading>> {
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', program, ...args], { cwd: ROOT });
	return JSON.parse(stdout) as Partial<Loading>;
}

export async function loading(): Promise<Loading> {
	const runs: Array<Partial<Loading>> = [];
	const empty = emptyPackage();
	try {
		for (let start = 0; start < STARTS; start++) {
			runs.push({ ...(await inFreshProcess(START, empty)), ...(await inFreshProcess(INSTALL)) });
		}
	} finally {
		rmSync(empty, { recursive: true });
	}
	const of = (key: keyof Loading) => median(runs.map((run) => run[key] ?? NaN));
	return {
		starts: STARTS,
		nodes: of('nodes'),
		empty: of('empty'),
		start: of('start'),
		node: of('node'),
		install: of('install'),
	};
}
