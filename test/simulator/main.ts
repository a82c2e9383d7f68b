/**
 * Runs the simulator by itself: `npm run simulator -- --port 3333`, with `--large` for a large company. With `--send <event> --to <webhook URL>` it does
 * what the developer console does with a request URL instead: it checks it, and sends one event to it.
 */
import { parseArgs } from 'node:util';
import { samples, type EventType } from './events/samples';
import { STRATEGY } from './events/strategy';
import { Subscription } from './events/subscription';
import { startSimulator } from './index';

/** That of the simulator, whatever its port. */
const APP_ID = 'cli_a5simulator0001';

async function send(type: string, url: string, event: string | undefined): Promise<void> {
	if (!Object.hasOwn(samples, type)) {
		throw new Error(`There is no event ${type}. The events:\n  ${Object.keys(samples).join('\n  ')}`);
	}
	const app = new Subscription({ ...STRATEGY, url, appId: APP_ID });
	const refused = await app.save();
	console.log(`Check of the address: ${refused ?? 'passed'}`);
	const changes = event === undefined ? {} : { event: JSON.parse(event) as Record<string, unknown> };
	const { status } = await app.push(app.occur(type as EventType, changes));
	console.log(`${type}: answered with ${status || 'nothing'}`);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '3333' },
			host: { type: 'string', default: '127.0.0.1' },
			'no-limits': { type: 'boolean', default: false },
			send: { type: 'string' },
			to: { type: 'string' },
			event: { type: 'string' },
			large: { type: 'boolean', default: false },
		},
	});
	if (values.send !== undefined) return await send(values.send, values.to ?? '', values.event);
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
	console.log(`Encrypt Key:        ${STRATEGY.encryptKey}`);
	console.log(`Verification Token: ${STRATEGY.verificationToken}`);
	console.log(`Steering:   ${simulator.url}/_simulator/state`);
	console.log(`
To send an event to a trigger, in another terminal, with the URL that its node shows:
  npm run simulator -- --send hire.talent.deleted_v1 --to http://localhost:5678/webhook-test/…/webhook
With --event '{"application_id":"…"}' it carries what you give.`);

	const stop = () => void simulator.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
