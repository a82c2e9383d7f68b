/** Tenant access tokens: who has one, and how long it is good for. */
import { createHash } from 'node:crypto';
import { Refusal } from './refusal';

export interface App {
	appId: string;
	appSecret: string;
}

interface Token {
	value: string;
	appId: string;
	expiresAt: number;
}

/** A token with less time left than this is not handed out again; a new one is, and both are valid. */
const RENEW_BELOW_MS = 30 * 60 * 1000;

export class Tokens {
	/** How often a token was asked for, successfully or not. */
	calls = 0;
	private issued = 0;
	private uses = 0;
	private expireAfterUses = Infinity;
	private readonly valid = new Map<string, Token>();
	private readonly latest = new Map<string, Token>();
	private readonly apps = new Map<string, string>();

	constructor(
		private readonly lifetimeSeconds: () => number,
		private readonly now: () => number,
	) {}

	register(app: App): void {
		this.apps.set(app.appId, app.appSecret);
	}

	issue(appId: unknown, appSecret: unknown): { tenant_access_token: string; expire: number } {
		this.calls += 1;
		const secret = typeof appId === 'string' ? this.apps.get(appId) : undefined;
		if (typeof appId !== 'string' || secret === undefined || typeof appSecret !== 'string') {
			throw new Refusal(200, 10003, 'invalid param');
		}
		if (appSecret !== secret) throw new Refusal(200, 10014, 'app secret invalid');

		const now = this.now();
		let token = this.latest.get(appId);
		if (!token || token.expiresAt - now < RENEW_BELOW_MS) {
			this.issued += 1;
			const value = `t-${createHash('sha1').update(`${appId} ${this.issued}`).digest('hex')}`;
			token = { value, appId, expiresAt: now + this.lifetimeSeconds() * 1000 };
			this.latest.set(appId, token);
			this.valid.set(value, token);
		}
		return { tenant_access_token: token.value, expire: Math.floor((token.expiresAt - now) / 1000) };
	}

	/** The app behind the header, or the refusal that Feishu gives. */
	appOf(authorization: string | undefined): string {
		const value = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
		if (value === undefined) {
			throw new Refusal(
				400,
				99991661,
				'Missing access token for authorization. Please make a request with token attached.',
			);
		}
		if (this.uses >= this.expireAfterUses) this.expireAll();
		const token = this.valid.get(value);
		if (token && token.expiresAt > this.now()) {
			this.uses += 1;
			return token.appId;
		}
		this.valid.delete(value);
		// User access tokens have a form and a code of their own.
		const code = value.startsWith('eyJ') || value.startsWith('u-') ? 99991668 : 99991663;
		throw new Refusal(
			400,
			code,
			'Invalid access token for authorization. Please make a request with token attached.',
		);
	}

	expireAll(): void {
		this.valid.clear();
		this.latest.clear();
		this.expireAfterUses = Infinity;
	}

	/** Lets that many more authorized requests through, then every token is void. */
	expireAfter(requests: number): void {
		this.expireAfterUses = this.uses + requests;
	}

	/** `issued` goes on, so that a token from before is never valid again. */
	clear(): void {
		this.expireAll();
		this.calls = 0;
	}
}
