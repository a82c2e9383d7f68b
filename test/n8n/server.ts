import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Log } from './log';
import { freePort } from './ports';
import type { Runtime } from './runtimes';

const taken = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'SystemRoot', 'APPDATA'];

/** n8n alone on this machine: nothing of the caller's own n8n settings, no telemetry, no internet. */
function settings(userFolder: string, port: number, brokerPort: number): NodeJS.ProcessEnv {
	const kept = Object.fromEntries(taken.map((name) => [name, process.env[name]]));
	return {
		...kept,
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		// A worker answers there alone.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_LOG_FORMAT: 'json',
		N8N_LOG_LEVEL: 'info',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_REINSTALL_MISSING_PACKAGES: 'false',
		EXECUTIONS_MODE: 'regular',
		GENERIC_TIMEZONE: 'Asia/Shanghai',
	};
}

const WHOLE = ['start'];

interface Wish {
	/** What n8n is called with: all of it, or a part of it in queue mode. */
	readonly args?: readonly string[];
	readonly port?: number;
	/** Settings beyond those of every n8n here. */
	readonly env?: Readonly<Record<string, string>>;
}

/** One n8n on one user folder and one port. It can be killed and started again on both. */
export class Server {
	/** Of all its starts. */
	readonly log = new Log();
	private child?: ChildProcess;
	/** Ends when n8n does. */
	ended: Promise<unknown> = Promise.resolve();

	private constructor(
		private readonly runtime: Runtime,
		private readonly userFolder: string,
		private readonly port: number,
		private readonly brokerPort: number,
		private readonly args: readonly string[],
		private readonly env: Readonly<Record<string, string>>,
	) {
		process.once('exit', () => this.kill());
	}

	/** Takes the port that is wanted, or a free one where that is taken. */
	static async started(
		runtime: Runtime,
		userFolder: string,
		{ args = WHOLE, port, env = {} }: Wish = {},
	): Promise<Server> {
		const server = new Server(runtime, userFolder, await freePort(port), await freePort(), args, env);
		await server.start();
		return server;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	get pid(): number | undefined {
		return this.child?.pid;
	}

	/** @returns when n8n answers. @throws with the end of its log */
	async start(): Promise<void> {
		const { runtime, userFolder, port, brokerPort, args, env, log } = this;
		const child = spawn(runtime.node, [runtime.n8n, ...args], {
			cwd: userFolder,
			env: { ...settings(userFolder, port, brokerPort), ...runtime.facts.settings, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			// A process group of its own, so that the task runners that n8n starts end with it.
			detached: true,
		});
		child.stdout.setEncoding('utf8').on('data', (text: string) => log.add(text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => log.add(text));
		this.child = child;
		this.ended = new Promise((resolve) => {
			child.once('error', (error) => {
				log.add(`${error.message}\n`);
				resolve(error);
			});
			child.once('exit', resolve);
		});
		await this.ready(child);
	}

	/** At once, as in a crash: n8n ends nothing in order and writes nothing any more. */
	async stop(): Promise<void> {
		this.kill();
		await this.ended;
	}

	/**
	 * `/healthz` answers during the first migration already, `/healthz/readiness` only after it,
	 * but up to 2.0 before the routes of the editor are there.
	 */
	private async ready(child: ChildProcess): Promise<void> {
		const patience = Date.now() + 300_000;
		while (Date.now() < patience && child.exitCode === null && child.signalCode === null) {
			const routes =
				this.args[0] === 'start' ? ['/healthz/readiness', '/rest/settings'] : ['/healthz/readiness'];
			const there = await Promise.all(routes.map(async (route) => await answers(`${this.url}${route}`)));
			if (there.every(Boolean)) return;
			await wait(200);
		}
		await this.stop();
		throw new Error(`n8n did not start. The end of its log:\n${this.log.tail()}`);
	}

	private kill(): void {
		if (!this.child) return;
		const { pid, exitCode, signalCode } = this.child;
		if (pid === undefined || exitCode !== null || signalCode !== null) return;
		process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
	}
}

const answers = async (url: string) => (await fetch(url).catch(() => undefined))?.ok === true;
