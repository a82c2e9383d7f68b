/** Where each region's open platform answers. A credential with another region gives its own `baseUrl`. */
export const HOSTS = {
	feishu: 'https://open.feishu.cn',
	lark: 'https://open.larksuite.com',
} as const;

/** The base URL of a credential, without a slash at the end. */
export function baseUrlOf(credential: Readonly<Record<string, unknown>>): string {
	const { region, baseUrl } = credential;
	const url = region === 'feishu' || region === 'lark' ? HOSTS[region] : String(baseUrl ?? '');
	return url.trim().replace(/\/+$/, '');
}
