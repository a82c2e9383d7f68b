import { spawnSync } from 'node:child_process';
import { canInstall, installPackages } from './debian';

/** What node-gyp compiles native packages with, by the Debian package that has it. */
const tools = ['python3', 'make', 'g++'];

/** Those of them that this machine has not. */
export const missingTools = (): string[] =>
	tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

/**
 * Installs the compiler whose absence may have been what `failure` is about, where that can be done.
 * @throws the failure where no compiler is missing, or else the words for a person who can install one
 */
export async function installCompiler(names: string, failure: unknown): Promise<void> {
	const needed = missingTools();
	if (needed.length === 0) throw failure;
	if (!canInstall()) {
		throw new Error(
			`${names} could not be had ready-made, which takes github.com, ` +
				`and to be compiled here, ${needed.join(', ')} ${needed.length > 1 ? 'are' : 'is'} missing. ` +
				`Let this machine reach github.com, or install what is missing ` +
				`(on Debian or Ubuntu: sudo apt-get install ${tools.join(' ')}), and run the command again.`,
		);
	}
	await installPackages(needed);
}
