import { spawnSync } from 'node:child_process';
import { step } from './progress';
import { run } from './run';

/** What node-gyp compiles n8n's native packages with, by the Debian package that has it. */
const tools = ['python3', 'make', 'g++'];

const missing = () => tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

/** Installs the compiler where it is missing and that can be done. @throws with the words for a person who can */
export async function needCompiler(): Promise<void> {
	const needed = missing();
	if (needed.length === 0) return;
	const debian = spawnSync('apt-get', ['--version']).error === undefined;
	if (!debian || process.getuid?.() !== 0) {
		throw new Error(
			`n8n has packages that are compiled on this machine, and ${needed.join(', ')} ${needed.length > 1 ? 'are' : 'is'} missing. ` +
				`Install what is missing (on Debian or Ubuntu: sudo apt-get install ${tools.join(' ')}) and run the command again.`,
		);
	}
	await step(`Installing ${needed.join(', ')}`, async () => {
		await run('apt-get', ['update', '-qq'], { cwd: '/' });
		await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...needed], { cwd: '/' });
	});
}
