import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { baseUrlOf } from './hosts';

export const CREDENTIAL = 'feishuHireApi';

/** What executions and panels have in common. */
export type NodeContext = IExecuteFunctions | ILoadOptionsFunctions;

/** One credential, read once, and its one token, renewed once for all requests that wait for it. */
export class Session {
	private renewal?: Promise<unknown>;

	private constructor(
		private readonly context: NodeContext,
		private readonly credential: { id: string; name: string; data: ICredentialDataDecryptedObject },
	) {}

	static async open(context: NodeContext): Promise<Session> {
		const data = await context.getCredentials(CREDENTIAL);
		const { id, name } = context.getNode().credentials?.[CREDENTIAL] ?? { id: null, name: CREDENTIAL };
		// n8n runs `preAuthentication` only where the token is exactly an empty text.
		data.accessToken ??= '';
		return new Session(context, { id: id ?? '', name, data });
	}

	get baseUrl(): string {
		return baseUrlOf(this.credential.data);
	}

	/** Tells apps apart: limits are Feishu's per app. */
	get app(): string {
		return `${this.baseUrl} ${String(this.credential.data.appId)}`;
	}

	get token(): string {
		return String(this.credential.data.accessToken ?? '');
	}

	/** Forgets a token that Feishu refused, unless it was replaced in the meantime. */
	discard(refused: string): void {
		if (this.token === refused) this.credential.data.accessToken = '';
	}

	/** Sends one request. While there is no token, the first caller gets one and the others wait for it. */
	async request(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		while (!this.token) {
			if (!this.renewal) {
				const leading = this.send(options);
				this.renewal = leading.then(undefined, (error) => {
					if (!this.token) throw error;
				});
				this.renewal.catch(() => {}).finally(() => (this.renewal = undefined));
				return await leading;
			}
			await this.renewal;
		}
		return await this.send(options);
	}

	private async send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		return (await this.context.helpers.httpRequestWithAuthentication.call(this.context, CREDENTIAL, options, {
			// With the decrypted credential at hand n8n neither reads nor decrypts it again for every request.
			credentialsDecrypted: { ...this.credential, type: CREDENTIAL },
		})) as IN8nHttpFullResponse;
	}
}
