/** n8n in queue mode: one main process, two workers and two webhook processes, with PostgreSQL and Redis. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Editor } from '../n8n/editor';
import { install } from '../n8n/install';
import { checkMachine } from '../n8n/machine';
import { installPack } from '../n8n/pack';
import { step } from '../n8n/progress';
import { Runtime } from '../n8n/runtimes';
import { Server, type Role } from '../n8n/server';
import { storeCredential, type Credential } from '../n8n/stage';
import { installServices, startPostgres, startRedis, type Service } from './services';
import { SimulatorProcess } from './simulator';

export interface Fleet {
	readonly runtime: Runtime;
	readonly simulator: SimulatorProcess;
	readonly redis: Service;
	readonly main: Server;
	readonly workers: readonly [Server, Server];
	readonly webhooks: readonly [Server, Server];
	readonly editor: Editor;
	readonly credential: Credential;
	close(): Promise<void>;
}

const NAMES = ['main', 'worker-1', 'worker-2', 'webhook-1', 'webhook-2'] as const;

export async function startFleet(): Promise<Fleet> {
	const runtime = new Runtime('2.41.1');
	await checkMachine(runtime);
	await install(runtime);
	await installServices();

	const folder = mkdtempSync(join(tmpdir(), 'feishu-hire-queue-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	// PostgreSQL runs as another user, who has to come in.
	chmodSync(folder, 0o755);
	const [postgres, redis] = await step(
		'Starting PostgreSQL and Redis',
		async () => await Promise.all([startPostgres(folder), startRedis(folder)]),
	);
	const homes = NAMES.map((name) => join(folder, name));
	for (const home of homes) mkdirSync(home);
	const [home = '', ...others] = homes;
	await installPack([home, ...others]);

	const env = {
		EXECUTIONS_MODE: 'queue',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_USER: 'n8n',
		DB_POSTGRESDB_DATABASE: 'postgres',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		// Of all processes the same, or none could read the credentials of another.
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
	};
	const start = async (role: Role, name: (typeof NAMES)[number]) =>
		await Server.started(runtime, join(folder, name), { role, env });
	const main = await step('Starting the main process', async () => await start('start', 'main'));
	const [simulator, first, second, third, fourth] = await step(
		'Starting workers and webhook processes',
		async () =>
			await Promise.all([
				SimulatorProcess.started(),
				start('worker', 'worker-1'),
				start('worker', 'worker-2'),
				start('webhook', 'webhook-1'),
				start('webhook', 'webhook-2'),
			]),
	);
	const editor = await Editor.ofNewOwner(main.url);
	const credential = await storeCredential(editor, simulator);
	const servers = [main, first, second, third, fourth];
	const close = async () => {
		await Promise.all(servers.map(async (server) => await server.stop()));
		await Promise.all([redis.stop(), postgres.stop()]);
	};
	return {
		runtime,
		simulator,
		redis,
		main,
		workers: [first, second],
		webhooks: [third, fourth],
		editor,
		credential,
		close,
	};
}
