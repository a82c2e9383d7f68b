import type { LoggedRequest } from '../simulator';
import type { Wishes } from './arguments';
import { checkCrash } from './crashCheck';
import { checkCredential } from './credentialChecks';
import { checkEveryOperation } from './everyOperation';
import { isOurs, type Workflow } from './examples';
import type { Outcome } from './execution';
import { checkPace } from './paceCheck';
import { play } from './play';
import { report } from './report';
import { checkRetry } from './retryCheck';
import type { Stage } from './stage';
import { checkTrigger } from './triggerCheck';
import { checkUpdates } from './updatesCheck';

const tokens = '/open-apis/auth/';

/** Runs every example as its user does and prints what was sent and what came back. @returns the exit code */
export async function headless(stage: Stage, { updates }: Pick<Wishes, 'updates'>): Promise<number> {
	const { runtime, simulator, server, workflows } = stage;
	const start = Date.now();
	const failures: string[] = [];
	for (const workflow of workflows) {
		const before = simulator.requests.length;
		const began = Date.now();
		const outcome = await play(stage, workflow);
		const took = `${((Date.now() - began) / 1000).toFixed(1)} s`;
		// The request for a token carries the secret: it is counted, never shown.
		const requests = simulator.requests.slice(before).filter(({ path }) => !path.startsWith(tokens));
		console.log(`\n${workflow.name} (examples/${workflow.file}): ${outcome.status} in ${took}\n`);
		console.log(report(workflow, outcome.runs, requests));
		failures.push(...problems(workflow, outcome, requests).map((problem) => `${workflow.file}: ${problem}`));
	}
	const sent = simulator.requests.length;
	const forTokens = simulator.requests.filter(({ path }) => path.startsWith(tokens)).length;
	console.log(
		`\n${workflows.length} workflows, ${sent - forTokens} requests and ${forTokens} for a token ` +
			`in ${((Date.now() - start) / 1000).toFixed(1)} s with n8n ${runtime.version}.`,
	);

	failures.push(...(await checkCredential(stage)));
	failures.push(...(await checkRetry(stage)));
	failures.push(...(await checkPace(stage)));
	failures.push(...(await checkCrash(stage)));
	failures.push(...(await checkTrigger(stage)));
	failures.push(...(await checkEveryOperation(stage)));
	if (updates) failures.push(...(await checkUpdates(stage)));
	failures.push(...server.log.complaintsAboutThePack().map((line) => `n8n's log: ${line}`));
	if (failures.length === 0) {
		console.log('All succeeded, and n8n had nothing to say against the pack.');
		return 0;
	}
	console.error(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
	return 1;
}

function problems(workflow: Workflow, { status, runs }: Outcome, requests: LoggedRequest[]): string[] {
	const failed = runs.filter(({ error }) => error).map(({ node, error }) => `${node}: ${error}`);
	const idle = workflow.nodes
		.filter((node) => isOurs(node) && !runs.some((run) => run.node === node.name && run.items.length > 0))
		.map(({ name }) => `${name} gave nothing`);
	const refused = requests
		.filter(({ status: http, code }) => http !== 200 || code !== 0)
		.map(
			({ method, path, status: http, code }) => `${method} ${path} was answered with ${http}, code ${code}`,
		);
	return [...(status === 'success' ? [] : [`ended as "${status}"`]), ...failed, ...idle, ...refused];
}
