/** `npm run test:queue`: the pack in n8n's queue mode. With LONG=1 2,000 creates in place of 600, and 5,000 transfers. */
import { checkByHand } from './byHand';
import { checkDisturbed, checkSharing, manyCreates, manyTransfers } from './checks';
import { checkConnection, checkWebhooks } from './events';
import { startFleet, type Fleet } from './fleet';

const long = Boolean(process.env.LONG);
/** In a short run it weighs more how the shares are found, and taken back when one is done: 1.13 to 1.25 were seen. */
const load = long ? manyCreates(2000, 1.1) : manyCreates(600, 1.35);

type Part = [what: string, check: () => Promise<string[]>];

const fiveThousand = (fleet: Fleet): Part => [
	'Two workers share two limits',
	// A thousand a minute: what the two cannot share in a minute costs another one.
	async () => await checkSharing(fleet, await manyTransfers(fleet, 5000, 1.5)),
];

async function main(): Promise<number> {
	const fleet = await startFleet();
	const [worker] = fleet.workers;
	const parts: Part[] = [
		['A run by hand goes to a worker', async () => await checkByHand(fleet)],
		['Two workers share a limit', async () => await checkSharing(fleet, load)],
		...(long ? [fiveThousand(fleet)] : []),
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
