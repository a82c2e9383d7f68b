import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { CallFailure } from './failure';
import { baseUrlOf } from './hosts';

export const CREDENTIAL = 'feishuHireApi';

/** What executions and panels have in common. */
export type NodeContext = IExecuteFunctions | ILoadOptionsFunctions;

/** One credential, read once, and its one token, renewed once for all requests that wait for it. */
export class Session {
	private arrival?: Promise<void>;
	private arrived = () => {};
	readonly baseUrl: string;
	/** Tells apps apart: limits are Feishu's per app. */
	readonly app: string;

	private constructor(
		private readonly context: NodeContext,
		private readonly credential: {
			readonly id: string;
			readonly name: string;
			readonly type: string;
			readonly data: ICredentialDataDecryptedObject;
		},
	) {
		this.baseUrl = baseUrlOf(credential.data);
		this.app = `${this.baseUrl} ${String(credential.data.appId)}`;
		let token = String(credential.data.accessToken ?? '');
		// n8n fetches a token only while this is an empty text, and assigns the new one before it sends the request
		// that asked for it: the others need not wait for that request's answer.
		Object.defineProperty(credential.data, 'accessToken', {
			enumerable: true,
			configurable: true,
			get: () => token,
			set: (value: unknown) => {
				token = String(value ?? '');
				if (token) this.arrived();
			},
		});
	}

	static async open(context: NodeContext): Promise<Session> {
		const data = await context.getCredentials(CREDENTIAL);
		const { id, name } = context.getNode().credentials?.[CREDENTIAL] ?? { id: null, name: CREDENTIAL };
		return new Session(context, { id: id ?? '', name, type: CREDENTIAL, data: { ...data } });
	}

	get token(): string {
		return String(this.credential.data.accessToken);
	}

	/** Forgets a token that Feishu refused, unless it was replaced in the meantime. */
	discard(refused: string): void {
		if (this.token === refused) this.credential.data.accessToken = '';
	}

	/**
	 * Sends one request. While there is no token, the first caller gets one and the others wait for it.
	 * @throws CallFailure when there is no token to be had: then the request was not sent
	 */
	async request(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		while (!this.token) {
			if (!this.arrival) return await this.lead(options);
			await this.arrival;
		}
		return await this.send(options);
	}

	/** Sends one request without the token, to an address that may be anybody's. */
	async fetch(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		return (await this.context.helpers.httpRequest(options)) as IN8nHttpFullResponse;
	}

	private async lead(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		const sent = this.send(options);
		this.arrival = new Promise((resolve, reject) => {
			this.arrived = resolve;
			// Without a token the others fail as the first one did; with one they go on by themselves.
			sent.then(
				() => resolve(),
				(error: unknown) => reject(credentialFailure(error)),
			);
		});
		try {
			await this.arrival;
		} finally {
			this.arrival = undefined;
		}
		return await sent;
	}

	private async send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		return (await this.context.helpers.httpRequestWithAuthentication.call(this.context, CREDENTIAL, options, {
			// With the decrypted credential at hand n8n neither reads nor decrypts it again for every request.
			credentialsDecrypted: this.credential,
		})) as IN8nHttpFullResponse;
	}
}

function credentialFailure(error: unknown): CallFailure {
	const { message, description } = error as { message: string; description?: string | null };
	return new CallFailure(message, { mend: description ?? 'Open the credential and test it.', general: true });
}
