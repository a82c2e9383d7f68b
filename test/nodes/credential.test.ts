/** The credential in a run: one reading, one token, one renewal; and its own test in n8n's credential window. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Expression, type IWorkflowDataProxyData } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { credentialFor, runNode } from '../n8nCore/run';
import { builtCredential } from '../n8nCore/pack';
import { testCredential } from '../n8nCore/credentialTest';
import { hireRequests, terminate } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ limits: { [TERMINATE]: [{ requests: 1000, perSeconds: 1 }] } });
});
afterEach(async () => await simulator.close());

const ISSUE = 'POST /open-apis/auth/v3/tenant_access_token/internal';
const TERMINATE = 'POST /open-apis/hire/v1/applications/:application_id/terminate';
const rows = (applications: string[]) => applications.map((id) => ({ id }));
/** An address at which nothing listens. */
const NOWHERE = 'http://127.0.0.1:9';

describe('a run', () => {
	test('reads the credential once and gets one token for many items', async () => {
		const applications = simulator.addApplications(15);
		const { credential, error } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows(applications),
		});
		expect(error).toBeUndefined();
		expect(simulator.tokenCalls).toBe(1);
		expect(simulator.requestCount).toBe(16);
		expect(credential.reads).toBe(1);
		expect(credential.writes).toBe(1);
		expect(credential.stored.accessToken).toMatch(/^t-/);
	});

	test('uses the stored token as long as it lives', async () => {
		const [first = '', second = ''] = simulator.addApplications(2);
		const { credential } = await runNode(simulator, terminate(first));
		const { error } = await runNode(simulator, { ...terminate(second), credential: credential.stored });
		expect(error).toBeUndefined();
		expect(simulator.tokenCalls).toBe(1);
	});

	test('renews an expired token once, and loses and doubles nothing', async () => {
		const applications = simulator.addApplications(40);
		simulator.settings.latency = { before: [1, 20] };
		simulator.expireTokensAfter(7);
		const { json, error, credential } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows(applications),
		});
		expect(error).toBeUndefined();
		expect(json.map(({ application_id }) => application_id)).toEqual(applications);
		expect(simulator.applied.map(({ id }) => id).sort()).toEqual([...applications].sort());
		expect(hireRequests(simulator).some(({ code }) => code === 99991663)).toBe(true);
		expect(simulator.tokenCalls).toBe(2);
		expect(credential.writes).toBe(2);
		expect(credential.reads).toBe(2);
	});

	test('stores with a new token nothing old of a credential that was saved meanwhile', async () => {
		const applications = simulator.addApplications(2);
		simulator.expireTokensAfter(1);
		const { error, credential } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows(applications),
			stored: (stored) => {
				stored.storesAll = true;
				const save = simulator.onArrival(() => {
					if (simulator.tokenCalls < 1) return;
					stored.stored.encryptKey = 'new';
					save();
				});
			},
		});
		expect(error).toBeUndefined();
		expect(simulator.tokenCalls).toBe(2);
		expect(credential.stored.encryptKey).toBe('new');
	});

	test('keeps a token that was renewed while the refusal of the old one was under way', async () => {
		const [early = '', late = ''] = simulator.addApplications(2);
		const { credential } = await runNode(simulator, terminate(simulator.addApplications(1)[0] ?? ''));
		simulator.expireTokens();
		simulator.fail({ kind: 'slow', overMs: 300, times: 1, route: ({ path }) => path.includes(late) });
		const { error } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows([early, late]),
			credential: credential.stored,
		});
		expect(error).toBeUndefined();
		expect(hireRequests(simulator).map(({ code }) => code)).toEqual([0, 99991663, 99991663, 0, 0]);
		expect(simulator.tokenCalls).toBe(2);
	});

	// https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN
	test.each([99991661, 99991663, 99991664, 99991665, 99991671])(
		'gets a new token after code %i, and sends the request again',
		async (code) => {
			const [application = ''] = simulator.addApplications(1);
			simulator.fail({ kind: 'code', http: 400, code, msg: 'Invalid access token', times: 1 });
			const { error } = await runNode(simulator, terminate(application));
			expect(error).toBeUndefined();
			expect(hireRequests(simulator).map((request) => request.code)).toEqual([code, 0]);
			expect(simulator.tokenCalls).toBe(2);
		},
	);

	test('begins with a stored token that expired long ago', async () => {
		const applications = simulator.addApplications(5);
		const { credential } = await runNode(simulator, terminate(simulator.addApplications(1)[0] ?? ''));
		simulator.expireTokens();
		const { json, error } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows(applications),
			credential: credential.stored,
		});
		expect(error).toBeUndefined();
		expect(json).toHaveLength(5);
		expect(simulator.tokenCalls).toBe(2);
	});

	test('does not hold the other items up while the first answer is slow', async () => {
		const [slow = '', ...others] = simulator.addApplications(6);
		simulator.settings.latency = { before: ({ path }) => (path.includes(slow) ? 500 : 0) };
		const { error } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows([slow, ...others]),
		});
		expect(error).toBeUndefined();
		expect(simulator.applied.map(({ id }) => id).at(-1)).toBe(slow);
	});

	test('gives up on tokens that never work', async () => {
		const [application = ''] = simulator.addApplications(1);
		simulator.fail({ kind: 'code', http: 400, code: 99991663, msg: 'Invalid access token' });
		const { error } = await runNode(simulator, terminate(application));
		expect(error?.message).toMatch(/access token/);
		expect(error?.description).toMatch(/99991663/);
		expect(hireRequests(simulator).length).toBeLessThanOrEqual(4);
	});

	test.each([
		['wrong app ID', { appId: 'cli_unknown' }, /App ID/],
		['wrong app secret', { appSecret: 'not-the-secret' }, /App Secret/],
		['host that does not answer', { baseUrl: NOWHERE }, /cannot be reached at http:\/\/127\.0\.0\.1:9/],
	])('says that it is the %s', async (_, wrong, words) => {
		const applications = simulator.addApplications(3);
		const { error } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows(applications),
			credential: { ...credentialFor(simulator), ...wrong },
		});
		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(/credential/);
		expect(simulator.tokenCalls).toBeLessThanOrEqual(1);
		expect(hireRequests(simulator)).toHaveLength(0);
		expect(JSON.stringify(error)).not.toMatch(/not-the-secret|simulator-secret/);
	});

	test('a slash at the end of the base URL does no harm', async () => {
		const [application = ''] = simulator.addApplications(1);
		const { error } = await runNode(simulator, {
			...terminate(application),
			credential: { ...credentialFor(simulator), baseUrl: `${simulator.url}/` },
		});
		expect(error).toBeUndefined();
	});
});

describe('the region', () => {
	const connected = new Set<string>();
	const proxy = createServer().on('connect', ({ url = '' }, socket) => {
		connected.add(url);
		socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
		process.env.HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
	});
	afterAll(() => {
		delete process.env.HTTPS_PROXY;
		proxy.close();
	});

	test('says where requests go, whatever stands in the hidden field of the base URL', async () => {
		const runs = ['feishu', 'lark'].map(async (region) => {
			const credential = { ...credentialFor(simulator), region };
			return (await runNode(simulator, { ...terminate('1'), credential })).error?.message;
		});
		expect(await Promise.all(runs)).toEqual([
			'Feishu cannot be reached at https://open.feishu.cn',
			'Feishu cannot be reached at https://open.larksuite.com',
		]);
		expect([...connected].sort()).toEqual(['open.feishu.cn:443', 'open.larksuite.com:443']);
		expect(simulator.requestCount).toBe(0);
	});
});

describe('the test of the credential', () => {
	test('passes with the right app', async () => {
		expect(await testCredential(credentialFor(simulator))).toBeUndefined();
		// n8n has a token fetched before any test.
		expect(simulator.requests.map(({ route, code }) => [route, code])).toEqual([
			[ISSUE, 0],
			[ISSUE, 0],
		]);
	});

	test.each([
		['wrong app ID', { appId: 'cli_unknown' }, /App ID is wrong/],
		['wrong app secret', { appSecret: 'not-the-secret' }, /App Secret is wrong/],
		['host that does not answer', { baseUrl: NOWHERE }, /cannot be reached at http:\/\/127\.0\.0\.1:9/],
	])('tells the %s apart', async (_, wrong, words) => {
		const shown = await testCredential({ ...credentialFor(simulator), ...wrong });
		expect(shown).toMatch(words);
		expect(shown).not.toMatch(/not-the-secret|simulator-secret/);
	});

	test.each([
		['feishu', 'https://open.feishu.cn'],
		['lark', 'https://open.larksuite.com'],
		['custom', 'https://feishu.example.com'],
	])('asks where the nodes ask: region %s', async (region, url) => {
		const { test } = await builtCredential();
		const data = { $credentials: { region, baseUrl: 'https://feishu.example.com' } };
		const resolved = new Expression('UTC').resolveSimpleParameterValue(
			test?.request.baseURL ?? '',
			data as unknown as IWorkflowDataProxyData,
		);
		expect(resolved).toBe(url);
	});
});
