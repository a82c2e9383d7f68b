/** The credential as its user meets it: its test in the credential's window, and its use in the HTTP Request node. */
import { STRATEGY } from '../simulator/events/strategy';
import type { Trial } from './account';
import type { Workflow } from './examples';
import { outcomeOf } from './execution';
import type { Credential, Stage } from './stage';

interface Verdict {
	readonly status: 'OK' | 'Error';
	readonly message: string;
}

const closed = 'http://127.0.0.1:9';

/** What the credential's test must say, in each of the states it tells apart. */
const cases = [
	{ name: 'right', change: {}, status: 'OK', says: /success/i },
	{ name: 'wrong App ID', change: { appId: 'cli_unknown' }, status: 'Error', says: /App ID is wrong/ },
	{ name: 'wrong App Secret', change: { appSecret: 'wrong' }, status: 'Error', says: /App Secret is wrong/ },
	{ name: 'unreachable host', change: { baseUrl: closed }, status: 'Error', says: /cannot be reached/ },
] as const;

/** Notes what n8n says. @returns what is not as it should be */
export async function checkCredential(stage: Trial): Promise<string[]> {
	const failures: string[] = [];
	stage.note('\nThe credential:\n');
	for (const { name, change, status, says } of cases) {
		const verdict = await tested(stage, change);
		stage.note(`  test, ${name.padEnd(17)} ${verdict.status}: ${verdict.message}`);
		if (verdict.status !== status || !says.test(verdict.message)) failures.push(`credential test, ${name}`);
	}
	for (const [name, credential] of [
		['in the HTTP Request node', stage.credential],
		['there, with a token of another app in store', await withForeignToken(stage)],
	] as const) {
		const before = stage.simulator.requests.length;
		const outcome = await usedByHttpRequest(stage, credential);
		const refused = stage.simulator.requests.slice(before).filter(({ code }) => code !== 0);
		stage.note(`  ${name}: ${outcome}, ${refused.length} requests refused`);
		if (outcome !== 'success' || refused.length > 0) failures.push(`the credential ${name}`);
	}
	return failures;
}

async function withForeignToken({ editor, simulator }: Stage): Promise<Credential> {
	const { url, appId, appSecret } = simulator;
	return await editor.post('/credentials', {
		name: 'Feishu Hire (with the token of another app)',
		type: 'feishuHireApi',
		data: { region: 'custom', baseUrl: url, appId, appSecret, accessToken: 't-of-another-app' },
	});
}

async function tested({ editor, simulator, credential }: Stage, change: object): Promise<Verdict> {
	const { url, appId, appSecret } = simulator;
	return await editor.post('/credentials/test', {
		credentials: {
			id: credential.id,
			name: credential.name,
			type: 'feishuHireApi',
			// The editor sends every field; older n8n stores them with the token that the test issued.
			data: { region: 'custom', baseUrl: url, appId, appSecret, accessToken: '', ...STRATEGY, ...change },
		},
	});
}

async function usedByHttpRequest(
	{ editor, runtime, simulator }: Stage,
	credential: Credential,
): Promise<string> {
	const workflow = await editor.post<Workflow>('/workflows', {
		name: 'Any other route of Feishu',
		nodes: [
			{
				id: 'start',
				name: 'Run by Hand',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'request',
				name: 'HTTP Request',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [200, 0],
				parameters: {
					url: `${simulator.url}/open-apis/hire/v1/job_processes`,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'feishuHireApi',
				},
				credentials: { feishuHireApi: { id: credential.id, name: credential.name } },
			},
		],
		connections: { 'Run by Hand': { main: [[{ node: 'HTTP Request', type: 'main', index: 0 }]] } },
		settings: {},
		active: false,
	});
	const { executionId } = await editor.run(workflow, 'Run by Hand');
	if (!executionId) return 'not started';
	const { status, runs } = await outcomeOf(executionId, editor, runtime);
	return runs.find(({ error }) => error)?.error ?? status;
}
