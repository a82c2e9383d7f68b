/** Measurements in a process of their own, so that none leaves anything behind for the next. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Runs a file with `--expose-gc` and gives what it reports. */
export async function inChild<T>(file: string, ...args: string[]): Promise<T> {
	const child = fork(file, args, { execArgv: ['--expose-gc', '--import', 'tsx'] });
	const gone = once(child, 'exit');
	const told = once(child, 'message');
	const [first] = (await Promise.race([told, gone])) as [unknown];
	if (typeof first === 'number' || first === null) throw new Error(`${file} ended without a report`);
	await gone;
	return first as T;
}

/** What a file that `inChild` runs calls at its end. */
export function report<T>(measure: () => Promise<T>): void {
	measure().then(
		(result) => process.send?.(result, () => process.exit(0)),
		(error: unknown) => {
			console.error(error);
			process.exit(1);
		},
	);
}
