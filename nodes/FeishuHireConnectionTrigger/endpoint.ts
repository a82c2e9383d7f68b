import type { IN8nHttpFullResponse, ITriggerFunctions } from 'n8n-workflow';
import { baseUrlOf, unreachable, unusable } from '../engine/hosts';
import { isObject } from '../events/envelope';

/** Where Feishu's SDKs ask for the address of a connection. */
const ENDPOINT_PATH = '/callback/ws/endpoint';
const TIMEOUT_MS = 15_000;

/** Refusals that last until somebody changes something. */
const LASTING = new Map([
	[403, 'Feishu does not let this app have a long connection'],
	[514, 'The App ID or the App Secret is wrong'],
]);
const TOO_MANY = 1000040350;

/** How the server wants to be treated. */
export interface ServerWishes {
	readonly pingMs: number;
	readonly reconnectMs: number;
	/** The first attempt to reconnect comes at a random moment within this time. */
	readonly jitterMs: number;
}

export interface Endpoint {
	/** Holds a ticket: it must not be told to anybody. */
	readonly url: string;
	readonly service: bigint;
	readonly wishes: ServerWishes;
}

/** Why there is no connection, in words without the address. `lasting`: trying again does not help. */
export class NoConnection extends Error {
	constructor(
		message: string,
		readonly lasting = false,
		/** What to do about it. */
		readonly description = '',
	) {
		super(message);
		this.name = 'NoConnection';
	}
}

const PRESETS: ServerWishes = { pingMs: 120_000, reconnectMs: 120_000, jitterMs: 30_000 };

/** No server may make this client ping or connect without a pause. */
const LEAST_MS = 1_000;

/** Reads what the server says of pings and reconnections; what it leaves out stays. */
export function wishesIn(config: unknown, before = PRESETS): ServerWishes {
	const { PingInterval, ReconnectInterval, ReconnectNonce } = isObject(config) ? config : {};
	const ms = (seconds: unknown, preset: number) =>
		typeof seconds === 'number' && seconds >= 0 && seconds <= 86_400
			? Math.max(seconds * 1000, LEAST_MS)
			: preset;
	return {
		pingMs: PingInterval === 0 ? before.pingMs : ms(PingInterval, before.pingMs),
		reconnectMs: ms(ReconnectInterval, before.reconnectMs),
		jitterMs: ms(ReconnectNonce, before.jitterMs),
	};
}

/** Asks where to connect to. @throws NoConnection */
export async function endpointFor(
	request: ITriggerFunctions['helpers']['httpRequest'],
	credential: Readonly<Record<string, unknown>>,
): Promise<Endpoint> {
	const { statusCode, body } = await asked(request, credential);
	const { code, data } = isObject(body) ? body : {};
	const { URL: url, ClientConfig } = isObject(data) ? data : {};
	if (code !== 0 || typeof url !== 'string' || !URL.canParse(url)) {
		throw noAddress(statusCode, Number(code));
	}
	if (!isAsSafe(url, baseUrlOf(credential))) {
		throw new NoConnection('Feishu gives an address for a long connection that is not encrypted');
	}
	const service = new URL(url).searchParams.get('service_id') ?? '';
	return { url, service: /^\d+$/.test(service) ? BigInt(service) : 0n, wishes: wishesIn(ClientConfig) };
}

/** Events of candidates go over no open line, where the address was not had over one. */
const isAsSafe = (url: string, baseUrl: string): boolean => {
	const { protocol } = new URL(url);
	return protocol === 'wss:' || (protocol === 'ws:' && new URL(baseUrl).protocol === 'http:');
};

function noAddress(statusCode: number, code: number): NoConnection {
	const lasting = LASTING.get(code);
	if (lasting) return new NoConnection(lasting, true);
	return new NoConnection(
		code === TOO_MANY
			? 'The app has as many long connections as Feishu allows, 50'
			: `Feishu gives no address for a long connection (HTTP ${statusCode}, code ${code})`,
	);
}

async function asked(
	request: ITriggerFunctions['helpers']['httpRequest'],
	credential: Readonly<Record<string, unknown>>,
): Promise<IN8nHttpFullResponse> {
	const baseUrl = baseUrlOf(credential);
	const wrong = unusable(baseUrl);
	if (wrong) throw new NoConnection(wrong.what, true, wrong.mend);
	try {
		return (await request({
			method: 'POST',
			url: baseUrl + ENDPOINT_PATH,
			headers: { locale: 'zh' },
			body: { AppID: credential.appId, AppSecret: credential.appSecret },
			json: true,
			timeout: TIMEOUT_MS,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as IN8nHttpFullResponse;
	} catch (error) {
		throw noAnswer(baseUrl, error);
	}
}

/** Nothing but the code of an error is kept: it holds the app secret. */
function noAnswer(baseUrl: string, error: unknown): NoConnection {
	const { code } = error as { code?: unknown };
	const { what, mend } = unreachable(baseUrl, typeof code === 'string' ? code : 'no answer');
	return new NoConnection(what, false, mend);
}
