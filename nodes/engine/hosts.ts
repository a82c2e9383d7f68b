import type { ErrorWords } from '../declare/operation';

/** Where each region's open platform answers. A credential with another region gives its own `baseUrl`. */
export const HOSTS = {
	feishu: 'https://open.feishu.cn',
	lark: 'https://open.larksuite.com',
} as const;

/** What to say when nothing answers there. */
export const unreachable = (baseUrl: string, cause?: string): ErrorWords => ({
	what: `Feishu cannot be reached at ${baseUrl || 'the base URL of the credential'}`,
	mend: `Check the region or base URL in the credential, and the network and proxy of this n8n server${cause ? ` (${cause})` : ''}.`,
});

/** The base URL of a credential, without a slash at the end. */
export function baseUrlOf(credential: Readonly<Record<string, unknown>>): string {
	const { region, baseUrl } = credential;
	const url = region === 'feishu' || region === 'lark' ? HOSTS[region] : String(baseUrl ?? '');
	return url.trim().replace(/\/+$/, '');
}
