import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';

interface Where {
	cwd: string;
	/** A folder whose programs come first. */
	path?: string;
}

/** Runs a program to its end and gives what it printed. Its output is shown only when it fails. */
export async function run(program: string, args: string[], { cwd, path }: Where): Promise<string> {
	const env = path ? { ...process.env, PATH: `${path}${delimiter}${process.env.PATH ?? ''}` } : process.env;
	const child = spawn(program, args, {
		cwd,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
	let printed = '';
	let complaints = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) return resolve(printed);
			const last = `${printed}${complaints}`.trimEnd().split('\n').slice(-30).join('\n');
			reject(new Error(`"${program} ${args.join(' ')}" failed (${code ?? signal}) in ${cwd}:\n${last}`));
		});
	});
}
