import { spawnSync } from 'node:child_process';
import { step } from './progress';
import { run } from './run';

/** Whether packages of Debian or Ubuntu can be installed here. */
export const canInstall = (): boolean =>
	spawnSync('apt-get', ['--version']).error === undefined && process.getuid?.() === 0;

export async function installPackages(names: readonly string[]): Promise<void> {
	await step(`Installing ${names.join(', ')}`, async () => {
		await run('apt-get', ['update', '-qq'], { cwd: '/' });
		await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { cwd: '/' });
	});
}
