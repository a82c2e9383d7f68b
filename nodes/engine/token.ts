import { createHash } from 'node:crypto';
import { UserError } from 'n8n-workflow';
import { baseUrlOf } from './hosts';

type Credential = Readonly<Record<string, unknown>>;

/** The text under which n8n stores a token: with a mark of what it was issued for. */
export const bound = (token: string, credential: Credential): string => `${token} ${markOf(credential)}`;

/**
 * The token that is stored with a credential.
 * Nothing where it was issued for another app, secret or base URL: n8n keeps it when those are changed.
 */
export function storedToken(credential: Credential): string {
	const [token = '', mark] = String(credential.accessToken ?? '').split(' ');
	return mark === markOf(credential) ? token : '';
}

/** It is asked for several times in each request. n8n makes another object of a credential that was changed. */
const marks = new WeakMap<Credential, string>();

function markOf(credential: Credential): string {
	const known = marks.get(credential);
	if (known !== undefined) return known;
	const { appId, appSecret } = credential;
	const text = JSON.stringify([baseUrlOf(credential), appId, appSecret]);
	const mark = createHash('sha256').update(text).digest('hex').slice(0, 16);
	marks.set(credential, mark);
	return mark;
}

/** Makes n8n get a token and authenticate again: it does so after HTTP 401, and here before anything was sent. */
export class TokenNeeded extends UserError {
	readonly response = { status: 401 };

	constructor() {
		super('The access token of the credential belongs to another app', {
			description: 'Open the credential and test it: that gets a new token.',
		});
	}
}
