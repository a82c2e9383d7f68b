/** `npm run test:queue`: the pack in n8n's queue mode. With LONG=1 all of the 2,000 creates. */
import { checkDisturbed, checkSharing } from './checks';
import { checkConnection, checkWebhooks } from './events';
import { startFleet } from './fleet';

const ALL = 2000;
const SOME = 600;

async function main(): Promise<number> {
	const fleet = await startFleet();
	const [worker] = fleet.workers;
	const parts: Array<[string, () => Promise<string[]>]> = [
		['Two workers share a limit', async () => await checkSharing(fleet, process.env.LONG ? ALL : SOME)],
		[
			'A worker is killed and comes back',
			async () =>
				await checkDisturbed(fleet, 'worker-killed', async () => {
					await worker.stop();
					await worker.start();
				}),
		],
		[
			'The main process is killed and comes back',
			async () =>
				await checkDisturbed(fleet, 'main-killed', async () => {
					await fleet.main.stop();
					await fleet.main.start();
				}),
		],
		[
			'Redis is restarted',
			async () =>
				await checkDisturbed(fleet, 'redis-restarted', async () => {
					await fleet.redis.stop();
					await fleet.redis.start();
				}),
		],
		['Events reach two webhook processes', async () => await checkWebhooks(fleet)],
		['The main process alone holds the long connection', async () => await checkConnection(fleet)],
	];
	let failed = 0;
	for (const [what, part] of parts) {
		console.log(`• ${what}`);
		const failures = await part().catch((error: unknown) => [
			error instanceof Error ? error.message : String(error),
		]);
		for (const failure of failures) console.log(`  ✗ ${failure}`);
		failed += failures.length;
	}
	await fleet.close();
	console.log(failed === 0 ? 'All succeeded.' : `${failed} failed.`);
	return failed === 0 ? 0 : 1;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
