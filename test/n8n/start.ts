import { readArguments } from './arguments';
import { owner } from './editor';
import { headless } from './headless';
import { setStage, type Stage } from './stage';

const wishes = readArguments();

/**
 * Ctrl-C, at any moment. What has been started ends with this process. A second signal does not cut that short: tsx
 * sends one to a process that is slow to answer the first.
 */
const interrupted = new Promise<number>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(130));
});

async function main(): Promise<number> {
	const stage = await setStage(wishes.version, { port: wishes.port });
	try {
		return wishes.headless ? await headless(stage, wishes) : await editorOpen(stage);
	} finally {
		await stage.close();
	}
}

/** Ends only when n8n does so by itself. */
async function editorOpen({ server, simulator, workflows }: Stage): Promise<number> {
	console.log(`
n8n ${wishes.version} is ready with the pack, a credential and ${workflows.length} example workflows.

  Editor    ${server.url}/home/workflows
  Email     ${owner.email}
  Password  ${owner.password}

It talks to a stand-in for Feishu Hire at ${simulator.url}, with a made-up company in it.
To send an event of it to a trigger, with the URL that its node shows:
  npm run simulator -- --send hire.talent.deleted_v1 --to ${server.url}/webhook-test/…/webhook
Press Ctrl-C to stop. What you make here is thrown away then: download a workflow to keep it.
`);
	await server.ended;
	console.error(`n8n ended by itself. The end of its log:\n${server.log.tail()}`);
	return 1;
}

const failed = (error: unknown): number => {
	console.error(`\n${error instanceof Error ? error.message : String(error)}`);
	return 1;
};

void Promise.race([main().catch(failed), interrupted]).then((code) => process.exit(code));
