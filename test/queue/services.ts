/** PostgreSQL and Redis of Debian's packages, each on a folder and a port of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { step } from '../n8n/progress';
import { freePort } from '../n8n/ports';
import { run } from '../n8n/run';

const POSTGRESQL = '/usr/lib/postgresql';
const REDIS = '/usr/bin/redis-server';

/** Installs what is missing, as root on Debian and its like. */
export async function installServices(): Promise<void> {
	const missing = [
		...(existsSync(POSTGRESQL) ? [] : ['postgresql']),
		...(existsSync(REDIS) ? [] : ['redis-server']),
	];
	if (missing.length === 0) return;
	const words = missing.join(' and ');
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
		throw new Error(
			`Missing on this machine: ${words}. Install them, or run this as root on Debian or Ubuntu.`,
		);
	await step(`Installing ${words}`, async () => {
		// RUNLEVEL: the packages start no servers of their own.
		const how = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', 'apt-get'];
		await run('env', [...how, 'update', '-q'], { cwd: '/' });
		await run('env', [...how, 'install', '-qy', '--no-install-recommends', ...missing], { cwd: '/' });
	});
}

/** A server that is killed and started again on the same folder and port. */
class Service {
	private child?: ChildProcess;

	constructor(
		readonly port: number,
		private readonly program: readonly [string, ...string[]],
		private readonly folder: string,
	) {
		process.once('exit', () => this.child?.kill('SIGKILL'));
	}

	async start(): Promise<this> {
		const [program, ...rest] = this.program;
		this.child = spawn(program, rest, { cwd: this.folder, stdio: 'ignore' });
		const patience = Date.now() + 30_000;
		while (!(await listens(this.port))) {
			if (Date.now() > patience) throw new Error(`${program} does not listen after 30 seconds.`);
			await wait(50);
		}
		return this;
	}

	/** In order: both write down what they hold. */
	async stop(): Promise<void> {
		const { child } = this;
		if (!child || child.exitCode !== null) return;
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGINT');
		await gone;
	}
}

export type { Service };

async function listens(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = createConnection({ port, host: '127.0.0.1' });
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('close', () => socket.destroy());
		socket.once('connect', () => socket.end());
	});
}

/** PostgreSQL does not run as root: then it runs as the user that its package has made. */
export async function startPostgres(folder: string): Promise<Service> {
	const port = await freePort();
	const [release = ''] = readdirSync(POSTGRESQL).sort((a, b) => Number(b) - Number(a));
	const bin = join(POSTGRESQL, release, 'bin');
	const data = join(folder, 'postgresql');
	mkdirSync(data, { mode: 0o700 });
	const asUser: string[] = [];
	if (process.getuid?.() === 0) {
		const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString());
		chownSync(data, id('-u'), id('-g'));
		asUser.push('setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', '--');
	}
	const command = (program: string, ...rest: string[]) =>
		[...asUser, join(bin, program), ...rest] as unknown as readonly [string, ...string[]];
	const [first, ...rest] = command(
		'initdb',
		'-D',
		data,
		'-U',
		'n8n',
		'-A',
		'trust',
		'-E',
		'UTF8',
		'--no-sync',
	);
	await run(first, rest, { cwd: data });
	const quick = ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'max_connections=100'];
	const program = command('postgres', '-D', data, '-p', String(port), '-h', '127.0.0.1', ...quick);
	const service = await new Service(port, program, data).start();
	await run(join(bin, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'n8n', 'n8n'], { cwd: '/' });
	return service;
}

/** Redis writes down each change, as it must for a queue that is to outlast it. */
export async function startRedis(folder: string): Promise<Service> {
	const port = await freePort();
	const data = join(folder, 'redis');
	mkdirSync(data);
	const program = [REDIS, '--port', String(port), '--bind', '127.0.0.1', '--dir', data] as const;
	return await new Service(port, [...program, '--appendonly', 'yes', '--save', ''], data).start();
}
