import {
	UserError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IN8nHttpFullResponse,
	type ITriggerFunctions,
	type IWebhookFunctions,
	type IPollFunctions,
} from 'n8n-workflow';
import type { Language } from '../declare/lines';
import { unlessAborted } from './clock';
import { CallFailure, Canceled } from './failure';
import { baseUrlOf } from './hosts';
import { storedToken } from './token';

export const CREDENTIAL = 'feishuHireApi';

/** What executions, panels, triggers and polls have in common. */
export type NodeContext =
	| IExecuteFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| ITriggerFunctions
	| IWebhookFunctions;

/** One credential, read once, and its one token, renewed once for all requests that wait for it. */
export class Session {
	/** Of the token that is under way; stays when there is none to be had. */
	private renewal?: Promise<void>;
	/** The last token that Feishu refused. */
	private refused?: string;
	readonly baseUrl: string;
	/** Tells apps apart: limits are Feishu's per app. */
	readonly app: string;
	/** Tells apart who may see what was read: the app's ID alone is no secret. */
	readonly owner: string;
	/** In which names come first. */
	readonly language: Language;

	private constructor(
		private readonly context: NodeContext,
		private readonly credential: {
			readonly id: string;
			readonly name: string;
			readonly type: string;
			data: ICredentialDataDecryptedObject;
		},
	) {
		const { data } = credential;
		this.baseUrl = baseUrlOf(data);
		this.app = appOf(data);
		this.owner = `${credential.id} ${this.app}`;
		this.language = this.baseUrl.includes('larksuite') ? 'en' : 'zh';
	}

	static async open(context: NodeContext): Promise<Session> {
		const data = await context.getCredentials(CREDENTIAL);
		const { id, name } = context.getNode().credentials?.[CREDENTIAL] ?? { id: null, name: CREDENTIAL };
		return new Session(context, { id: id ?? '', name, type: CREDENTIAL, data: { ...data } });
	}

	private get token(): string {
		return storedToken(this.credential.data);
	}

	/** Forgets a token that Feishu refused, unless it was replaced in the meantime. */
	discard(refused: string): void {
		if (this.token !== refused) return;
		this.refused = refused;
		this.credential.data.accessToken = '';
	}

	/**
	 * Waits for a token. While there is none, the first caller has one fetched and the others wait for it.
	 * @throws CallFailure when there is none to be had
	 */
	async ready(stop?: AbortSignal): Promise<void> {
		if (!this.token) await unlessAborted((this.renewal ??= this.renew()), stop);
	}

	/**
	 * Sends one request, where need be with a new token.
	 * @throws CallFailure or Canceled where it was not sent, for lack of one
	 */
	async request(options: IHttpRequestOptions, canceled?: AbortSignal): Promise<IN8nHttpFullResponse> {
		// Since it was ready, another request may have come back with the token refused.
		if (!this.token) {
			await this.ready(canceled);
			if (canceled?.aborted) throw new Canceled();
		}
		return await this.send(options);
	}

	/** Sends one request without the token, to an address that may be anybody's. */
	async fetch(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		return (await this.context.helpers.httpRequest(options)) as IN8nHttpFullResponse;
	}

	private async renew(): Promise<void> {
		try {
			if (this.refused !== undefined) await this.reread();
			// n8n gets and stores a token only on the way to a request; one without an address never leaves.
			if (!this.token) await this.send({ url: '' });
		} catch (error) {
			if (!this.token) throw failureOf(error);
		}
		this.renewal = undefined;
	}

	/**
	 * Older versions of n8n store with a token all that they are given (`credentials-helper.js`, 1.123.5 and 2.0.3), and
	 * after a long run that would be older than what was saved meanwhile. Another run may have renewed the token, too.
	 */
	private async reread(): Promise<void> {
		const data = { ...(await this.context.getCredentials(CREDENTIAL)) };
		if (appOf(data) !== this.app) return;
		if (storedToken(data) === this.refused) data.accessToken = '';
		this.credential.data = data;
	}

	private async send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		return (await this.context.helpers.httpRequestWithAuthentication.call(this.context, CREDENTIAL, options, {
			// With the decrypted credential at hand n8n neither reads nor decrypts it again for every request.
			credentialsDecrypted: this.credential,
		})) as IN8nHttpFullResponse;
	}
}

const appOf = (data: ICredentialDataDecryptedObject) => `${baseUrlOf(data)} ${String(data.appId)}`;

/** What n8n makes of an error of the credential's `preAuthentication`, which has words of its own, or of its database. */
function failureOf(error: unknown): CallFailure {
	const { message, description, cause } = error as Error & { readonly description?: string | null };
	// Older versions of n8n name no cause; but in them there is a token even when it could not be stored.
	const [what, mend] =
		cause instanceof Error && !(cause instanceof UserError)
			? [`n8n could not store the new access token: ${cause.message}`, STORE_MEND]
			: [message, description ?? ''];
	return new CallFailure(what, { mend: `${mend} The request was not sent.`.trim(), general: true });
}

const STORE_MEND =
	"Look in n8n's log whether its database is full or out of reach, then run the workflow again.";
