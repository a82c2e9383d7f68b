import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Envelope } from './envelope';

/** Feishu sends an event for the last time 7 hours, 5 minutes and 15 seconds after the first. */
const KEPT_MINUTES = 8 * 60;
const MINUTE_MS = 60_000;
/** How many of the newest n8n stores with the workflow: it writes them anew for each event. */
const STORED = 2_000;
/** How many this process remembers of a trigger. */
const REMEMBERED = 50_000;

const HASH_LENGTH = 16;
/** A hash, and five digits for the minute. */
const ENTRY_LENGTH = HASH_LENGTH + 5;

/** What a trigger has delivered, as this process remembers it. */
interface Delivered {
	/** By hash of the event's ID the minute in which it came, the oldest first. */
	readonly seen: Map<string, number>;
	/** The newest of them as n8n stores them. */
	text: string;
	/** The app whose events come, and the company of the first of them. */
	company: string;
}

/** n8n's stored data alone would not do: what it loads for a webhook may be older than what it has stored. */
const memory = new Map<string, Delivered>();

/**
 * Whether a trigger delivers an event for the first time in eight hours; then it is written down.
 * @param trigger names the trigger in this process
 * @param stored the node's static data, which n8n keeps across restarts
 */
export function isFirst(trigger: string, stored: IDataObject, eventId: string, now = Date.now()): boolean {
	const minute = Math.floor(now / MINUTE_MS);
	const delivered = deliveredBy(trigger, stored, minute);
	const hash = createHash('sha256').update(eventId).digest('base64url').slice(0, HASH_LENGTH);
	const isNew = !delivered.seen.has(hash);
	if (isNew) note(delivered, hash, minute);
	// After a repeat too: an execution that ended may have written what was stored when it began.
	if (stored.delivered !== delivered.text) stored.delivered = delivered.text;
	return isNew;
}

/** Writes down anew what has been delivered: another event may have come since, and n8n stores the whole. */
export function storeAgain(trigger: string, stored: IDataObject): void {
	const { text } = memory.get(trigger) ?? {};
	if (text !== undefined && stored.delivered !== text) stored.delivered = text;
}

/**
 * Whether an event is of the company whose events a trigger delivers where none was given: that of the first event of
 * the app. Another app, which the credential may be changed to, may be that of another company.
 */
export function isOfFirstCompany(
	trigger: string,
	stored: IDataObject,
	{ appId, tenantKey }: Pick<Envelope, 'appId' | 'tenantKey'>,
	now = Date.now(),
): boolean {
	const delivered = deliveredBy(trigger, stored, Math.floor(now / MINUTE_MS));
	const isOfApp = (company: unknown) => typeof company === 'string' && company.startsWith(`${appId} `);
	if (!isOfApp(delivered.company)) {
		delivered.company = isOfApp(stored.company) ? String(stored.company) : `${appId} ${tenantKey}`;
	}
	// Written only when it changes, since n8n stores what is written.
	if (stored.company !== delivered.company) stored.company = delivered.company;
	return delivered.company === `${appId} ${tenantKey}`;
}

function deliveredBy(trigger: string, stored: IDataObject, minute: number): Delivered {
	let delivered = memory.get(trigger);
	if (!delivered) {
		for (const [other, { seen }] of memory) {
			forget(seen, minute);
			if (seen.size === 0) memory.delete(other);
		}
		delivered = { seen: new Map(), text: '', company: '' };
		memory.set(trigger, delivered);
	}
	if (stored.delivered !== delivered.text) {
		for (const [hash, at] of parse(stored.delivered)) {
			if (isKept(at, minute) && !delivered.seen.has(hash)) note(delivered, hash, at);
		}
	}
	forget(delivered.seen, minute);
	return delivered;
}

const isKept = (at: number, minute: number) => at + KEPT_MINUTES >= minute;

function note(delivered: Delivered, hash: string, minute: number): void {
	delivered.seen.set(hash, minute);
	delivered.text = (delivered.text + hash + minute.toString(36)).slice(-STORED * ENTRY_LENGTH);
}

function forget(seen: Map<string, number>, minute: number): void {
	for (const [hash, at] of seen) {
		if (isKept(at, minute) && seen.size < REMEMBERED) break;
		seen.delete(hash);
	}
}

const parse = (stored: unknown): Array<[string, number]> =>
	(String(stored ?? '').match(new RegExp(`.{${ENTRY_LENGTH}}`, 'g')) ?? []).map((entry) => [
		entry.slice(0, HASH_LENGTH),
		Number.parseInt(entry.slice(HASH_LENGTH), 36),
	]);
