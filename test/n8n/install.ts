import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installCompiler } from './compiler';
import { step } from './progress';
import { run } from './run';
import type { Runtime } from './runtimes';

/** Installs n8n below test/n8n, unless that has been done to the end before. */
export async function install(runtime: Runtime): Promise<void> {
	if (runtime.isInstalled()) return;
	const { version, folder, nodeFolder } = runtime;
	const { gb, time, native, bringsNode } = runtime.facts;
	const packages = runtime.packages();
	const howFar = () =>
		`${packages.filter((path) => existsSync(join(path, 'package.json'))).length} of ${packages.length} packages`;

	// Both flags are said aloud: `npm start` hands the settings of the project's .npmrc to every npm below it
	// as environment variables, which weigh more than the .npmrc of the folder.
	await step(
		`Installing n8n ${version} (once; ${gb} GB, ${time})`,
		() => run('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps'], { cwd: folder }),
		howFar,
	);
	const rebuild = async (names: string[], path?: string) =>
		await run('npm', ['rebuild', '--ignore-scripts=false', ...names], { cwd: folder, path });
	if (bringsNode) await step('Fetching the Node.js that it runs with', () => rebuild(['node']));
	// Each comes ready-made for the usual machines, and is compiled where that cannot be had.
	const names = native.join(' and ');
	const build = async () =>
		await step(`Getting ${names} for this machine`, () => rebuild(native, nodeFolder));
	await build().catch(async (failure: unknown) => {
		await installCompiler(names, failure);
		await build();
	});
	const installed = (await run(runtime.node, [runtime.n8n, '--version'], { cwd: folder })).trim();
	if (!installed.endsWith(version))
		throw new Error(`n8n says that it is ${installed} instead of ${version}.`);
	writeFileSync(runtime.stampFile, runtime.stamp());
}
