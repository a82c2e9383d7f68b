import { statfsSync } from 'node:fs';
import { engines } from '../../package.json';
import { missingTools } from './compiler';
import { run } from './run';
import type { Runtime } from './runtimes';

/** What this machine has of what n8n needs. Disk, network and tools matter only where n8n is still to be installed. */
export interface Machine {
	/** Of Node.js, as in 20.19.0. */
	node: string;
	toInstall?: { freeGb: number; online: boolean; missingTools: readonly string[] };
}

/** What keeps `npm start` from beginning, and what may come up later. */
export interface Findings {
	missing: string[];
	remarks: string[];
}

export async function look(runtime: Runtime): Promise<Machine> {
	const node = process.versions.node;
	if (runtime.isInstalled()) return { node };
	const { bavail, bsize } = statfsSync(runtime.folder);
	const online = await run('npm', ['ping', '--fetch-retries=1', '--fetch-timeout=10000'], {
		cwd: runtime.folder,
	}).then(
		() => true,
		() => false,
	);
	return { node, toInstall: { freeGb: (bavail * bsize) / 1e9, online, missingTools: missingTools() } };
}

/** @param needsGb what the installation takes */
export function judge({ node, toInstall }: Machine, needsGb: number): Findings {
	const missing: string[] = [];
	const remarks: string[] = [];
	const oldest = engines.node.replace('>=', '');
	if (isOlder(node, oldest)) missing.push(`Node.js ${oldest} or newer: this one is ${node}.`);
	if (toInstall && toInstall.freeGb < needsGb) {
		missing.push(`${needsGb} GB of free disk for n8n: there are ${toInstall.freeGb.toFixed(1)} GB.`);
	}
	if (toInstall && !toInstall.online) {
		missing.push('The npm registry, from which n8n is installed: "npm ping" cannot reach it.');
	}
	if (toInstall && toInstall.missingTools.length > 0) {
		remarks.push(
			`Without ${toInstall.missingTools.join(', ')} native parts cannot be compiled here. ` +
				'They are needed only where no ready-made ones can be had.',
		);
	}
	return { missing, remarks };
}

function isOlder(version: string, oldest: string): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [leastMajor = 0, leastMinor = 0] = oldest.split('.').map(Number);
	return major < leastMajor || (major === leastMajor && minor < leastMinor);
}

/** Says what is missing on this machine. @throws where n8n could not be installed or run */
export async function checkMachine(runtime: Runtime): Promise<void> {
	const { missing, remarks } = judge(await look(runtime), runtime.facts.gb);
	for (const remark of remarks) console.log(remark);
	if (missing.length > 0) {
		throw new Error(['Missing on this machine:', ...missing.map((each) => `  ${each}`)].join('\n'));
	}
}
