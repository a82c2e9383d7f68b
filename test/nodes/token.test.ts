/** The token that n8n keeps with the credential: whose it is, how it is got, and what is told where it cannot be had. */
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { issueToken } from '../../nodes/engine/issueToken';
import { fastClock } from '../n8nCore/fastClock';
import { credentialFor, runNode, type NodeRun } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import { createExternalOffer, hireRequests, terminate, transferStage } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const ISSUE = 'POST /open-apis/auth/v3/tenant_access_token/internal';
const JOBS = '/open-apis/hire/v1/job_processes';

const one = () => {
	const [application = ''] = simulator.addApplications(1);
	return terminate(application);
};
const tokensSent = () => hireRequests(simulator).map(({ headers }) => headers.authorization);

/** A node that asks for a list as the HTTP Request node does, or as nodes of other packs do. */
const asking = (helper: 'requestWithAuthentication' | 'httpRequestWithAuthentication'): INodeType => ({
	description: {
		displayName: 'Asking',
		name: 'asking',
		group: ['output'],
		version: 1,
		description: 'Asks for a list',
		defaults: { name: 'Asking' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'feishuHireApi', required: true }],
		properties: [],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const url = simulator.url + JOBS;
		return [
			[
				{
					json:
						helper === 'requestWithAuthentication'
							? await this.helpers.requestWithAuthentication.call(this, 'feishuHireApi', {
									uri: url,
									json: true,
								})
							: await this.helpers.httpRequestWithAuthentication.call(this, 'feishuHireApi', {
									url,
									json: true,
								}),
				},
			],
		];
	},
});

describe('a token that was stored', () => {
	/** The credential as n8n keeps it after a run. */
	const afterARun = async () => (await runNode(simulator, one())).credential.stored;

	test('for another app is not used', async () => {
		const stored = await afterARun();
		const other = simulator.addApp();
		const { error } = await runNode(simulator, { ...one(), credential: { ...stored, ...other } });
		expect(error).toBeUndefined();
		expect(hireRequests(simulator).map(({ appId }) => appId)).toEqual([simulator.appId, other.appId]);
	});

	test.each([
		['app ID', { appId: 'cli_other' }, /App ID is wrong/],
		['secret', { appSecret: 'reset' }, /App Secret is wrong/],
	])('for another %s is not used', async (_, change, words) => {
		const stored = await afterARun();
		const { error } = await runNode(simulator, { ...one(), credential: { ...stored, ...change } });
		expect(error?.message).toMatch(words);
		expect(hireRequests(simulator)).toHaveLength(1);
	});

	test('for another base URL is not sent there', async () => {
		const stored = await afterARun();
		const moved = await startSimulator();
		const [application = ''] = moved.addApplications(1);
		const { error } = await runNode(moved, {
			...terminate(application),
			credential: { ...stored, ...credentialFor(moved) },
		});
		expect(error).toBeUndefined();
		expect(hireRequests(moved).map(({ code }) => code)).toEqual([0]);
		await moved.close();
	});

	test('by an earlier version, which did not say for what, is not used', async () => {
		await afterARun();
		const [token = ''] = tokensSent();
		const credential = { ...credentialFor(simulator), accessToken: String(token).replace('Bearer ', '') };
		const { error } = await runNode(simulator, { ...one(), credential });
		expect(error).toBeUndefined();
		expect(simulator.tokenCalls).toBe(2);
	});

	test('goes out as Feishu gave it', async () => {
		await afterARun();
		expect(tokensSent()).toEqual([expect.stringMatching(/^Bearer t-[0-9a-f]{40}$/)]);
	});

	describe.each(['requestWithAuthentication', 'httpRequestWithAuthentication'] as const)(
		'and is used by %s',
		(helper) => {
			const ask = async (credential: ICredentialDataDecryptedObject): Promise<NodeRun> =>
				await runNode(simulator, {
					node: 'feishuHireApplication',
					type: asking(helper),
					parameters: {},
					credential,
				});

			test('serves there too', async () => {
				const { json, error } = await ask(await afterARun());
				expect(error).toBeUndefined();
				expect(json).toMatchObject([{ code: 0 }]);
				expect(simulator.tokenCalls).toBe(1);
			});

			test('is replaced before anything is sent, when it was for another app', async () => {
				const stored = await afterARun();
				const other = simulator.addApp();
				const { json, error, credential } = await ask({ ...stored, ...other });
				expect(error).toBeUndefined();
				expect(json).toMatchObject([{ code: 0 }]);
				expect(hireRequests(simulator).map(({ appId }) => appId)).toEqual([simulator.appId, other.appId]);
				expect(simulator.tokenCalls).toBe(2);
				// What was stored now serves the nodes.
				await runNode(simulator, { ...one(), credential: credential.stored });
				expect(simulator.tokenCalls).toBe(2);
			});
		},
	);
});

describe('a base URL', () => {
	test.each([
		['without a scheme', (host: string) => host],
		['with another scheme', (host: string) => `ftp://${host}`],
		['with a user and a password', (host: string) => `http://admin:hush@${host}`],
		['with a user', (host: string) => `http://hush@${host}`],
		['with a query', (host: string) => `http://${host}?tenant=hush`],
		['with a hash', (host: string) => `http://${host}/#hush`],
		['without a host', () => 'https://'],
		['that is empty', () => ' '],
	])('%s is refused before anything is sent, and not repeated', async (_, written) => {
		const { stored } = (await runNode(simulator, one())).credential;
		const before = simulator.requestCount;
		const { error, run } = await runNode(simulator, {
			...createExternalOffer(simulator.ids.externalApplications[0] ?? ''),
			credential: { ...stored, baseUrl: written(simulator.url.replace('http://', '')) },
		});
		expect(error?.message).toMatch(/^The base URL of the credential is no address/);
		expect(error?.description).toMatch(/https:\/\//);
		expect(error?.description).toMatch(/The request was not sent/);
		expect(JSON.stringify([error, run.data.resultData])).not.toMatch(/hush/);
		expect(simulator.requestCount).toBe(before);
	});
});

describe('a token that n8n fails to store', () => {
	const createOne = () => createExternalOffer(simulator.ids.externalApplications[0] ?? '');

	test('leaves the record uncreated, and the message says so', async () => {
		const { error } = await runNode(simulator, { ...createOne(), storeFailures: 1 });
		expect(error?.message).toMatch(/could not store the new access token: SQLITE_FULL/);
		expect(error?.description).toMatch(/The request was not sent/);
		expect(`${error?.message} ${error?.description}`).not.toMatch(/unknown/);
		expect(hireRequests(simulator)).toHaveLength(0);
	});

	test('is no obstacle to the next try', async () => {
		const { error, json } = await runNode(simulator, {
			...createOne(),
			storeFailures: 1,
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1);
		expect(hireRequests(simulator)).toHaveLength(1);
	});

	test('is asked for once for all items under Continue On Fail, also when they go one after the other', async () => {
		const { exam, interview } = simulator.ids.stages.social;
		const [application = ''] = simulator.addApplications(1);
		const { json } = await runNode(simulator, {
			...transferStage(application, '={{ $json.stage }}'),
			items: Array.from({ length: 15 }, (_, index) => ({ stage: index % 2 ? exam : interview })),
			storeFailures: 1,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json).toHaveLength(15);
		for (const { error } of json)
			expect(error).toMatchObject({ message: expect.stringMatching(/SQLITE_FULL/) });
		expect(simulator.tokenCalls).toBe(1);
		expect(hireRequests(simulator)).toHaveLength(0);
	});
});

describe('Feishu refuses a token', () => {
	test.each([200, 400, 401, 500])('for the secret, with HTTP %i', async (http) => {
		simulator.fail({ kind: 'code', http, code: 10014, msg: 'app secret invalid', route: ISSUE });
		const { error } = await runNode(simulator, one());
		expect(error?.message).toMatch(/^The App Secret is wrong/);
		expect(simulator.requestCount).toBe(1);
	});

	test('with words of its own, which are told without the secret that they repeat', async () => {
		const answer = { kind: 'code', http: 400, code: 10999, route: ISSUE, times: 1 } as const;
		simulator.fail({ ...answer, msg: 'no such thing' });
		simulator.fail({ ...answer, msg: `bad secret ${simulator.appSecret}` });
		const [plain, hidden] = [await runNode(simulator, one()), await runNode(simulator, one())];
		expect(plain.error?.message).toBe('Feishu gives no access token (code 10999: no such thing)');
		expect(hidden.error?.message).toMatch(/^Feishu gives no access token \(code 10999/);
		expect(JSON.stringify([hidden.error, hidden.run.data.resultData])).not.toContain(simulator.appSecret);
	});

	test('without saying so: an answer without a token is none', async () => {
		simulator.fail({ kind: 'code', code: 0, msg: 'ok', route: ISSUE });
		const { error } = await runNode(simulator, one());
		expect(error?.message).toBe('Feishu gives no access token (code 0: ok)');
	});

	test('for frequency, with HTTP 400: after the wait that it asks for it is asked again', async () => {
		simulator.fail({ kind: 'status', status: 400, reset: '1', route: ISSUE, times: 1 });
		const { error } = await runNode(simulator, one());
		expect(error).toBeUndefined();
		const [first, second] = simulator.requests.filter(({ route }) => route === ISSUE);
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
		expect(simulator.requestCount).toBe(3);
	});

	/** Under a clock that runs a thousand times as fast. */
	const issued = async (): Promise<NodeRun> =>
		await runNode(simulator, {
			...one(),
			type: {
				...asking('httpRequestWithAuthentication'),
				async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
					const token = await issueToken(
						{ helpers: this.helpers },
						credentialFor(simulator),
						fastClock(1000),
					);
					return [[{ json: { token } }]];
				},
			},
		});

	test('for frequency again and again: a minute of waiting is enough', async () => {
		simulator.fail({ kind: 'status', status: 429, reset: '25', route: ISSUE });
		const { error } = await issued();
		expect(error?.message).toMatch(/no access token for now/);
		expect(simulator.requestCount).toBe(3);
	});

	test('for frequency without saying for how long: it is asked again after a moment', async () => {
		simulator.fail({ kind: 'status', status: 400, route: ISSUE, times: 4 });
		// The page of a proxy that has a limit of its own.
		simulator.fail({ kind: 'html', status: 429, route: ISSUE, times: 3 });
		const { error, json } = await issued();
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ token: expect.stringMatching(/^t-/) as string }]);
		expect(simulator.requestCount).toBe(8);
	});

	test.each([
		['a web page', { kind: 'html' }, 'HTTP 200'],
		['a page of a proxy', { kind: 'status', status: 502 }, 'HTTP 502'],
		['an internal error', { kind: 'code', http: 500, code: 10999 }, 'HTTP 500'],
		['a cut connection', { kind: 'dropBefore' }, 'ECONNRESET'],
	] as const)(
		'%s in place of the answer twice does no harm; a third time it is told',
		async (_, fault, cause) => {
			simulator.fail({ ...fault, route: ISSUE, times: 2 });
			expect((await issued()).error).toBeUndefined();
			simulator.fail({ ...fault, route: ISSUE, times: 3 });
			const { error } = await issued();
			expect(error?.message).toBe(`Feishu cannot be reached at ${simulator.url}`);
			expect(error?.description).toContain(cause);
			expect(simulator.requestCount).toBe(6);
		},
	);
});
