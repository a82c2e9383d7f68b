import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { HOSTS } from '../nodes/engine/hosts';
import { ISSUE_PATH, issueToken } from '../nodes/engine/issueToken';
import { bound, TokenNeeded, storedToken } from '../nodes/engine/token';

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
			displayName: 'Encrypt Key',
			name: 'encryptKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For the trigger by webhook: developer console, Events & Callbacks › Encryption Strategy (事件与回调 › 加密策略). With it, events come encrypted and signed.',
		},
		{
			displayName: 'Verification Token',
			name: 'verificationToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'For the trigger by webhook: stands beside the Encrypt Key. It comes with each event.',
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
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const token = storedToken(credentials);
		if (!token) throw new TokenNeeded();
		options.headers = { ...options.headers, Authorization: `Bearer ${token}` };
		return options;
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ (${JSON.stringify(HOSTS)})[$credentials.region] || $credentials.baseUrl }}`,
			url: ISSUE_PATH,
			method: 'POST',
			body: { app_id: '={{$credentials.appId}}', app_secret: '={{$credentials.appSecret}}' },
		},
	};

	/** Gets a token whenever n8n has none. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<{ accessToken: string }> {
		return { accessToken: bound(await issueToken(this, credentials), credentials) };
	}
}
