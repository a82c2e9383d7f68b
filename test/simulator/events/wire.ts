/**
 * How an event looks on its way to a request URL, in both schemas, plain and encrypted.
 * Written from the pages 事件概述 and 接收事件 of the open platform.
 */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** What the developer console shows under 加密策略; an empty encrypt key means that none is set. */
export interface Strategy {
	readonly encryptKey: string;
	readonly verificationToken: string;
}

export type Schema = '2.0' | '1.0';

export interface Occurrence {
	readonly id: string;
	readonly type: string;
	readonly event: Readonly<Record<string, unknown>>;
	readonly appId: string;
	readonly tenantKey: string;
	/** In milliseconds. */
	readonly time: number;
}

/** The body of an event before it is encrypted. */
export function bodyOf(
	{ id, type, event, appId, tenantKey, time }: Occurrence,
	token: string,
	schema: Schema,
): Record<string, unknown> {
	if (schema === '1.0') {
		return {
			ts: `${(time / 1000).toFixed(3)}0000`,
			uuid: id,
			token,
			type: 'event_callback',
			event: { app_id: appId, tenant_key: tenantKey, type, ...event },
		};
	}
	return {
		schema: '2.0',
		header: {
			event_id: id,
			token,
			create_time: String(time),
			event_type: type,
			tenant_key: tenantKey,
			app_id: appId,
		},
		event,
	};
}

/** base64(iv + AES-256-CBC(PKCS7(text))), with the SHA-256 of the key. */
export function encrypt(text: string, encryptKey: string): string {
	const iv = randomBytes(16);
	const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
	return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

export interface Wire {
	readonly headers: Record<string, string>;
	readonly body: string;
}

/** A request as it leaves: encrypted and signed where there is a key. The check of an address is not signed. */
export function wire(
	body: Readonly<Record<string, unknown>>,
	{ encryptKey }: Strategy,
	now: number,
	signed = true,
): Wire {
	const headers: Record<string, string> = { 'Content-Type': 'application/json;charset=utf-8' };
	const text = JSON.stringify(body);
	if (encryptKey === '') return { headers, body: text };
	const encrypted = JSON.stringify({ encrypt: encrypt(text, encryptKey) });
	if (signed) {
		const stamp = String(Math.floor(now / 1000));
		const nonce = randomBytes(8).toString('hex');
		headers['X-Lark-Request-Timestamp'] = stamp;
		headers['X-Lark-Request-Nonce'] = nonce;
		headers['X-Lark-Signature'] = createHash('sha256')
			.update(stamp + nonce + encryptKey + encrypted)
			.digest('hex');
	}
	return { headers, body: encrypted };
}
