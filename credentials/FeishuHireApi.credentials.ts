import {
	sleep,
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { baseUrlOf, HOSTS, unreachable } from '../nodes/engine/hosts';

/** https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal */
const ISSUE_PATH = '/open-apis/auth/v3/tenant_access_token/internal';

const WRONG_ID =
	'The App ID is wrong: Feishu knows no such app. Copy it from Credentials & Basic Info (凭证与基础信息) in the developer console, and check that the region is the one of your company.';
const WRONG_SECRET =
	'The App Secret is wrong. Copy it again from Credentials & Basic Info (凭证与基础信息) in the developer console; after a reset the old secret no longer works.';
const DISABLED = 'The app is disabled in your company. Ask the Feishu administrator to enable it.';

/** Feishu answers a token request that it refuses with HTTP 200 and one of these codes. */
const REFUSALS: Readonly<Record<number, string>> = {
	10003: WRONG_ID,
	10012: WRONG_ID,
	10014: WRONG_SECRET,
	10015: WRONG_SECRET,
	99991543:
		'The App ID or the App Secret is wrong. Copy both again from Credentials & Basic Info (凭证与基础信息) in the developer console.',
	99991662: DISABLED,
	99991673: DISABLED,
};

export class FeishuHireApi implements ICredentialType {
	name = 'feishuHireApi';

	displayName = 'Feishu Hire API';

	icon: Icon = { light: 'file:feishuHireApi.svg', dark: 'file:feishuHireApi.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-feishu-hire/n8n-nodes-feishu-hire#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Feishu (飞书, China)', value: 'feishu' },
				{ name: 'Lark (Outside China)', value: 'lark' },
				{ name: 'Other Base URL', value: 'custom' },
			],
			default: 'feishu',
			description: 'Where your company uses Feishu: its data and its apps exist in one region only',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://open.feishu.example.com',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Address of the open platform, for a private deployment or a proxy of your own',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. cli_a1b2c3d4e5f6',
			description:
				'Of a custom app (企业自建应用): developer console, Credentials & Basic Info (凭证与基础信息)',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Stands beside the App ID in the developer console',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** A function, because n8n would resolve the expression of a generic one anew for every request. */
	authenticate = async (
		{ accessToken }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		options.headers = { ...options.headers, Authorization: `Bearer ${String(accessToken)}` };
		return options;
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ (${JSON.stringify(HOSTS)})[$credentials.region] || $credentials.baseUrl }}`,
			url: ISSUE_PATH,
			method: 'POST',
			body: { app_id: '={{$credentials.appId}}', app_secret: '={{$credentials.appSecret}}' },
		},
		rules: Object.entries(REFUSALS).map(([code, message]) => ({
			type: 'responseSuccessBody',
			properties: { key: 'code', value: Number(code), message },
		})),
	};

	/** Gets the tenant access token (two hours at most) whenever n8n has none. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<{ accessToken: string }> {
		const baseUrl = baseUrlOf(credentials);
		const ask = async (): Promise<IDataObject | undefined> => {
			try {
				return (await this.helpers.httpRequest({
					method: 'POST',
					url: baseUrl + ISSUE_PATH,
					body: { app_id: credentials.appId, app_secret: credentials.appSecret },
					json: true,
					timeout: 20_000,
					// n8n would send the app secret along to wherever it is redirected.
					disableFollowRedirect: true,
				})) as IDataObject;
			} catch {
				// The error of the request is left out: it holds the app secret.
				return undefined;
			}
		};
		let answer = await ask();
		for (let again = 0; !answer && again < 2; again++) {
			await sleep(500 * 2 ** again);
			answer = await ask();
		}
		if (!answer) {
			const { what, mend } = unreachable(baseUrl);
			throw new UserError(what, { description: mend });
		}
		if (typeof answer.tenant_access_token === 'string' && answer.code === 0) {
			return { accessToken: answer.tenant_access_token };
		}
		const code = Number(answer.code);
		throw new UserError(
			REFUSALS[code] ?? `Feishu gives no access token (code ${code}: ${String(answer.msg ?? 'no message')})`,
			{
				description: 'Open the credential, correct it and test it.',
			},
		);
	}
}
