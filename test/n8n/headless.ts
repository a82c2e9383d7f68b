import type { LoggedRequest } from '../simulator';
import { Account, type Trial } from './account';
import { checkAgent } from './agentCheck';
import { ASSISTANT } from './agentTools';
import type { Wishes } from './arguments';
import { checkConnection } from './connectionCheck';
import { checkCrash } from './crashCheck';
import { checkCredential } from './credentialChecks';
import { checkEveryOperation } from './everyOperation';
import { isOurs, type Workflow } from './examples';
import type { Outcome } from './execution';
import { checkMcp } from './mcpCheck';
import { checkPace } from './paceCheck';
import { play } from './play';
import { report } from './report';
import { checkRetry } from './retryCheck';
import type { Stage } from './stage';
import { checkTrigger } from './triggerCheck';
import { checkUpdates } from './updatesCheck';

const tokens = '/open-apis/auth/';

/** The token that n8n has stored is void once the company is as new. The node gets another. */
const VOID_TOKEN = 99991663;

/** Runs every example as its user does, then the checks, and says what came of them. @returns the exit code */
export async function headless(
	stage: Stage,
	{ events, updates, only, verbose }: Pick<Wishes, 'events' | 'updates' | 'only' | 'verbose'>,
): Promise<number> {
	const account = new Account(stage, { only, verbose });
	await account.play('Examples', playExamples);
	await account.play('Credential', checkCredential);
	await account.play('Retry On Fail', checkRetry);
	await account.play('Limits, and a run that is stopped', checkPace);
	await account.play('Runs in which n8n is killed', checkCrash);
	await account.play('Trigger', checkTrigger);
	await account.play('Long connection', events ? checkConnection(1000, 10) : checkConnection(100, 2));
	await account.play('Every operation', checkEveryOperation);
	await account.play('AI agent', checkAgent);
	await account.play('MCP', checkMcp);
	if (updates) await account.play('Updates', checkUpdates);
	await account.play('Complaints in the log of n8n', ({ server }) => server.log.complaintsAboutThePack());
	return account.close();
}

async function playExamples(trial: Trial): Promise<string[]> {
	const { simulator, neighbours, workflows, note } = trial;
	const failures: string[] = [];
	for (const workflow of workflows) {
		// It needs a model: see the AI agent.
		if (workflow.file === ASSISTANT) continue;
		// Each finds the company as it does where it is the first that a user tries.
		simulator.reset();
		const told = neighbours.received.length;
		const began = Date.now();
		const outcome = await play(trial, workflow);
		const took = `${((Date.now() - began) / 1000).toFixed(1)} s`;
		// The request for a token carries the secret: it is counted, never shown.
		const requests = simulator.requests.filter(({ path }) => !path.startsWith(tokens));
		note(`\n${workflow.name} (examples/${workflow.file}): ${outcome.status} in ${took}\n`);
		note(report(workflow, outcome.runs, requests));
		for (const { path, body } of neighbours.received.slice(told)) note(`${path} got ${JSON.stringify(body)}`);
		failures.push(...problems(workflow, outcome, requests).map((problem) => `${workflow.file}: ${problem}`));
	}
	return failures;
}

function problems(workflow: Workflow, { status, runs }: Outcome, requests: LoggedRequest[]): string[] {
	const failed = runs.filter(({ error }) => error).map(({ node, error }) => `${node}: ${error}`);
	const idle = workflow.nodes
		.filter((node) => isOurs(node) && !runs.some((run) => run.node === node.name && run.items.length > 0))
		.map(({ name }) => `${name} gave nothing`);
	const refused = requests
		.filter(({ status: http, code }) => (http !== 200 || code !== 0) && code !== VOID_TOKEN)
		.map(
			({ method, path, status: http, code }) => `${method} ${path} was answered with ${http}, code ${code}`,
		);
	return [...(status === 'success' ? [] : [`ended as "${status}"`]), ...failed, ...idle, ...refused];
}
