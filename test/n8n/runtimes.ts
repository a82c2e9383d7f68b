import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The n8n versions that can be started, newest first. Each has a folder with a manifest and a lock file. */
export const versions = ['2.41.1', '2.0.3', '1.123.5'] as const;
export type Version = (typeof versions)[number];

interface Facts {
	/** What its installation takes of disk and time. */
	gb: number;
	time: string;
	/** Packages that have to be compiled or fetched for this machine. */
	native: string[];
	bringsNode: boolean;
	/** Environment variables that only this version understands. */
	settings: Record<string, string>;
}

const facts: Record<Version, Facts> = {
	'2.41.1': {
		gb: 2.2,
		time: 'about 4 minutes',
		native: ['sqlite3', 'isolated-vm'],
		bringsNode: true,
		// It asks n8n.io for a list of servers at every start.
		settings: { N8N_DISABLED_MODULES: 'mcp-registry' },
	},
	'2.0.3': { gb: 1.3, time: 'about 2 minutes', native: ['sqlite3'], bringsNode: false, settings: {} },
	'1.123.5': { gb: 1.3, time: 'about 2 minutes', native: ['sqlite3'], bringsNode: false, settings: {} },
};

/** Where one n8n version lives and with which Node.js it runs. */
export class Runtime {
	readonly folder: string;
	readonly modules: string;
	readonly facts: Facts;

	constructor(readonly version: Version) {
		this.folder = join(__dirname, version);
		this.modules = join(this.folder, 'node_modules');
		this.facts = facts[version];
	}

	get nodeFolder(): string | undefined {
		return this.facts.bringsNode ? join(this.modules, 'node', 'bin') : undefined;
	}

	get node(): string {
		return this.nodeFolder ? join(this.nodeFolder, 'node') : process.execPath;
	}

	get n8n(): string {
		return join(this.modules, 'n8n', 'bin', 'n8n');
	}

	/** Every folder below node_modules that the lock file asks for on this machine. */
	packages(): string[] {
		const lock = JSON.parse(this.lockFile()) as { packages: Record<string, { optional?: boolean }> };
		return Object.entries(lock.packages)
			.filter(([path, { optional }]) => path !== '' && !optional)
			.map(([path]) => join(this.folder, path));
	}

	/** `npm ci` deletes node_modules and the stamp in it, so an interrupted installation has none. */
	get stampFile(): string {
		return join(this.modules, '.installed');
	}

	stamp(): string {
		const lock = createHash('sha256').update(this.lockFile()).digest('hex');
		return `${lock} ${process.platform} ${process.arch}\n`;
	}

	isInstalled(): boolean {
		return existsSync(this.stampFile) && readFileSync(this.stampFile, 'utf8') === this.stamp();
	}

	private lockFile(): string {
		return readFileSync(join(this.folder, 'package-lock.json'), 'utf8');
	}
}
