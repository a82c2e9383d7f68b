/** n8n in queue mode as docs/compose.yaml has it, with a second webhook process. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Editor } from '../n8n/editor';
import { install } from '../n8n/install';
import { checkMachine } from '../n8n/machine';
import { installPack } from '../n8n/pack';
import { step } from '../n8n/progress';
import { Runtime, versions } from '../n8n/runtimes';
import { Server } from '../n8n/server';
import { storeCredential, type Credential } from '../n8n/stage';
import { composed } from './compose';
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

/** Each is a service of docs/compose.yaml, some of them more than once. */
const NAMES = ['main', 'worker-1', 'worker-2', 'webhook-1', 'webhook-2'] as const;

export async function startFleet(): Promise<Fleet> {
	// Of all processes the same, or none could read the credentials of another.
	const values = { N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'), POSTGRES_PASSWORD: 'any' };
	const image = composed('n8n-main', values).version;
	const version = versions.find((known) => known === image);
	if (!version) throw new Error(`docs/compose.yaml has n8n ${image}, which is not tested.`);
	const runtime = new Runtime(version);
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

	// Where the two are on this machine.
	const places = {
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
	};
	const start = async (name: (typeof NAMES)[number]) => {
		const { args, env } = composed(`n8n-${name.replace(/-\d$/, '')}`, values);
		return await Server.started(runtime, join(folder, name), { args, env: { ...env, ...places } });
	};
	const main = await step('Starting the main process', async () => await start('main'));
	const [simulator, first, second, third, fourth] = await step(
		'Starting workers and webhook processes',
		async () =>
			await Promise.all([
				SimulatorProcess.started(),
				start('worker-1'),
				start('worker-2'),
				start('webhook-1'),
				start('webhook-2'),
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
