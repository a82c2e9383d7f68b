import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Log } from './log';
import { freePort } from './ports';
import type { Runtime } from './runtimes';

export interface Server {
	url: string;
	log: Log;
	/** Ends when n8n does. */
	ended: Promise<unknown>;
	stop(): Promise<void>;
}

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

export async function startServer(
	runtime: Runtime,
	userFolder: string,
	wantedPort?: number,
): Promise<Server> {
	const port = await freePort(wantedPort);
	const env = { ...settings(userFolder, port, await freePort()), ...runtime.facts.settings };
	const child = spawn(runtime.node, [runtime.n8n, 'start'], {
		cwd: userFolder,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
		// A process group of its own, so that the task runners that n8n starts end with it.
		detached: true,
	});
	const log = new Log();
	child.stdout.setEncoding('utf8').on('data', (text: string) => log.add(text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => log.add(text));
	const ended = new Promise((resolve) => {
		child.once('error', (error) => {
			log.add(`${error.message}\n`);
			resolve(error);
		});
		child.once('exit', resolve);
	});
	process.once('exit', () => kill(child));

	const server = { url: `http://127.0.0.1:${port}`, log, ended, stop: () => stop(child, ended) };
	await ready(server, child);
	return server;
}

const answers = async (url: string) => (await fetch(url).catch(() => undefined))?.ok === true;

/**
 * `/healthz` answers during the first migration already, `/healthz/readiness` only after it,
 * but up to 2.0 before the routes of the editor are there.
 */
async function ready({ url, log, stop: end }: Server, child: ChildProcess): Promise<void> {
	const patience = Date.now() + 180_000;
	while (Date.now() < patience && child.exitCode === null && child.signalCode === null) {
		if ((await answers(`${url}/healthz/readiness`)) && (await answers(`${url}/rest/settings`))) return;
		await wait(200);
	}
	await end();
	throw new Error(`n8n did not start. The end of its log:\n${log.tail()}`);
}

/** At once: there is nothing in the user folder that is worth an orderly end. */
function kill({ pid, exitCode, signalCode }: ChildProcess): void {
	if (pid === undefined || exitCode !== null || signalCode !== null) return;
	process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
	kill(child);
	await ended;
}
