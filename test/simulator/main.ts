/** Runs the simulator by itself: `npm run simulator -- --port 3333`, with `--large` for a large company. */
import { parseArgs } from 'node:util';
import { startSimulator } from './index';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '3333' },
			host: { type: 'string', default: '127.0.0.1' },
			'no-limits': { type: 'boolean', default: false },
			large: { type: 'boolean', default: false },
		},
	});
	const simulator = await startSimulator({
		port: Number(values.port),
		host: values.host,
		limits: !values['no-limits'],
		large: values.large,
		// It may run for days.
		log: 10_000,
	});
	console.log(`Feishu Hire simulator: ${simulator.url}`);
	console.log(`App ID:     ${simulator.appId}`);
	console.log(`App Secret: ${simulator.appSecret}`);
	console.log(`Steering:   ${simulator.url}/_simulator/state`);

	const stop = () => void simulator.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
