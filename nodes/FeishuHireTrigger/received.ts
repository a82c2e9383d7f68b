import { envelopeOf, isObject, tokenIn, type Envelope } from '../events/envelope';
import type { Keys } from './keys';
import { decrypted, isFresh, same, signatureOf } from './signature';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** How a request is answered, and the event in it. */
export interface Received {
	readonly status: number;
	readonly body: Readonly<Record<string, unknown>>;
	readonly envelope?: Envelope;
	/** Why it is refused: for n8n's log, so it says nothing of what came. */
	readonly refusal?: string;
}

/** Events are some hundred bytes long. */
const LARGEST_BODY = 1024 * 1024;
const LONGEST_CHALLENGE = 1024;

const refused = (status: number, refusal: string): Received => ({
	status,
	body: { message: refusal },
	refusal,
});

const ACKNOWLEDGED: Received = { status: 200, body: {} };

export const NO_KEY = 'The credential has neither an Encrypt Key nor a Verification Token';

/** The same words whatever is wrong: who forges a request must not learn how far it got. */
const FORGED = refused(401, 'The request was not signed with the keys of the credential, or it is too old');
const NO_EVENT = refused(400, 'The request is no event of Feishu');

/**
 * What to make of a request: anything but 200 makes Feishu send it again, four times in seven hours.
 * https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
export function received(headers: Headers, raw: Buffer, keys: Keys, now: number): Received {
	const { encryptKey, verificationToken, appId } = keys;
	if (encryptKey === '' && verificationToken === '') return refused(503, NO_KEY);
	if (raw.length > LARGEST_BODY) return refused(413, 'The request is too large for an event of Feishu');
	if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
		return refused(415, 'Feishu does not compress its events');
	}
	const outer = parsed(raw.toString('utf8'));
	if (!outer) return NO_EVENT;
	if ('encrypt' in outer !== (encryptKey !== '')) return FORGED;
	const body = encryptKey === '' ? outer : opened(outer.encrypt, encryptKey);
	if (!body) return FORGED;
	if (verificationToken !== '' && !same(tokenIn(body), verificationToken)) return FORGED;
	// Feishu does not sign the check of an address.
	if (body.type === 'url_verification') return challenged(body.challenge);
	if (encryptKey !== '' && !isSigned(headers, raw, encryptKey, now)) return FORGED;
	const envelope = envelopeOf(body);
	if (!envelope) return NO_EVENT;
	return envelope.appId === appId ? { ...ACKNOWLEDGED, envelope } : ACKNOWLEDGED;
}

function parsed(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function opened(encrypted: unknown, encryptKey: string): Record<string, unknown> | undefined {
	const text = typeof encrypted === 'string' ? decrypted(encrypted, encryptKey) : undefined;
	return text === undefined ? undefined : parsed(text);
}

function isSigned(headers: Headers, raw: Buffer, encryptKey: string, now: number): boolean {
	const [stamp, nonce, signature] = ['timestamp', 'nonce', ''].map((name) =>
		String(headers[name === '' ? 'x-lark-signature' : `x-lark-request-${name}`] ?? ''),
	) as [string, string, string];
	return isFresh(stamp, now) && same(signature, signatureOf(stamp, nonce, encryptKey, raw));
}

const challenged = (challenge: unknown): Received =>
	typeof challenge === 'string' && challenge.length <= LONGEST_CHALLENGE
		? { status: 200, body: { challenge } }
		: NO_EVENT;
