import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** How many seconds the stamp of a request may be off, either way. */
const TOLERANCE_SECONDS = 5 * 60;

/** Compares in a time that does not tell how much of it is right. */
export function same(given: string, expected: string): boolean {
	const [one, other] = [Buffer.from(given), Buffer.from(expected)];
	return one.length === other.length && timingSafeEqual(one, other);
}

/** Whether a stamp in seconds is of now. */
export const isFresh = (stamp: string, now: number): boolean =>
	/^\d{1,12}$/.test(stamp) && Math.abs(now / 1000 - Number(stamp)) <= TOLERANCE_SECONDS;

/** What Feishu puts into `X-Lark-Signature`. */
export const signatureOf = (stamp: string, nonce: string, encryptKey: string, body: Buffer): string =>
	createHash('sha256')
		.update(stamp + nonce + encryptKey)
		.update(body)
		.digest('hex');

const BLOCK = 16;

/**
 * The text in an encrypted body: AES-256-CBC, after 16 bytes of initial vector.
 * @returns nothing where it was not encrypted with this key
 */
export function decrypted(encrypted: string, encryptKey: string): string | undefined {
	const bytes = Buffer.from(encrypted, 'base64');
	if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return undefined;
	const key = createHash('sha256').update(encryptKey).digest();
	const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, BLOCK));
	try {
		return Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()]).toString('utf8');
	} catch {
		return undefined;
	}
}
