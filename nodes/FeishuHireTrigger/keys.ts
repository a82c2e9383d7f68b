import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { CREDENTIAL } from '../engine/session';

/** What the credential knows of the app whose events come. */
export interface Keys {
	readonly appId: string;
	readonly encryptKey: string;
	readonly verificationToken: string;
}

const keysOf = ({ appId, encryptKey, verificationToken }: IDataObject): Keys => ({
	appId: String(appId ?? '').trim(),
	encryptKey: String(encryptKey ?? '').trim(),
	verificationToken: String(verificationToken ?? '').trim(),
});

/** For so long what is signed with a key that was replaced gets in. */
const KEPT_MS = 10_000;

/**
 * By credential. From 2.41 on n8n makes an engine for expressions whenever a webhook reads its credential
 * (`applyDefaultsAndOverwrites`): a third of the processor's time for an event.
 */
const kept = new Map<string, { readonly keys: Keys; readonly until: number }>();

/** The keys as they were read some seconds ago at most; nothing where they were not. */
export function keptKeys(context: IWebhookFunctions): Keys | undefined {
	const now = performance.now();
	for (const [id, { until }] of kept) if (until <= now) kept.delete(id);
	return kept.get(idOf(context))?.keys;
}

/** The keys of the credential as it is now. */
export async function readKeys(context: IWebhookFunctions | IHookFunctions): Promise<Keys> {
	const keys = keysOf(await context.getCredentials(CREDENTIAL));
	kept.set(idOf(context), { keys, until: performance.now() + KEPT_MS });
	return keys;
}

const idOf = (context: IWebhookFunctions | IHookFunctions) =>
	context.getNode().credentials?.[CREDENTIAL]?.id ?? '';
