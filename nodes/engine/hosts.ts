import type { ErrorWords } from '../declare/operation';

/** Where each region's open platform answers. A credential with another region gives its own `baseUrl`. */
export const HOSTS = {
	feishu: 'https://open.feishu.cn',
	lark: 'https://open.larksuite.com',
} as const;

/** What to say when nothing answers there. */
export const unreachable = (baseUrl: string, cause?: string): ErrorWords => ({
	what: `Feishu cannot be reached at ${baseUrl}`,
	mend: `Check the region or base URL in the credential, and the network and proxy of this n8n server${cause ? ` (${cause})` : ''}.`,
});

/** The base URL of a credential, without a slash at the end. */
export function baseUrlOf(credential: Readonly<Record<string, unknown>>): string {
	const { region, baseUrl } = credential;
	const url = region === 'feishu' || region === 'lark' ? HOSTS[region] : String(baseUrl ?? '');
	return url.trim().replace(/\/+$/, '');
}

/** What to say of a base URL to which nothing can be sent; it is not repeated, since it may hold a password. */
export function unusable(baseUrl: string): ErrorWords | undefined {
	const { protocol, username, password } = URL.canParse(baseUrl)
		? new URL(baseUrl)
		: { protocol: '', username: '', password: '' };
	if (/^https?:$/.test(protocol) && username + password === '' && !/[?#]/.test(baseUrl)) return undefined;
	return {
		what: 'The base URL of the credential is no address to which requests can be sent',
		mend: 'Open the credential and give a Base URL that begins with https:// or http://, such as https://open.feishu.example.com, without a user name, a password, ? and #.',
	};
}
