/** An event as Feishu sends it, in either schema. */
export interface Envelope {
	/** The same in each repeat of an event. */
	readonly id: string;
	readonly type: string;
	/** In milliseconds. */
	readonly createTime: string;
	readonly appId: string;
	readonly tenantKey: string;
	readonly event: Readonly<Record<string, unknown>>;
}

const LONGEST_ID = 256;

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Reads schema 2.0 and the old one, whose `ts` counts seconds and whose `uuid` is the ID.
 * https://open.feishu.cn/document/ukTMukTMukTM/uUTNz4SN1MjL1UzM
 * @returns nothing where it is no event
 */
export function envelopeOf(body: Readonly<Record<string, unknown>>): Envelope | undefined {
	const envelope = 'schema' in body ? newEnvelope(body) : oldEnvelope(body);
	if (!envelope) return undefined;
	const { id, type, appId } = envelope;
	return id !== '' && id.length <= LONGEST_ID && type !== '' && appId !== '' ? envelope : undefined;
}

function newEnvelope({ header, event }: Readonly<Record<string, unknown>>): Envelope | undefined {
	if (!isObject(header) || !isObject(event)) return undefined;
	return {
		id: textOf(header.event_id),
		type: textOf(header.event_type),
		createTime: textOf(header.create_time),
		appId: textOf(header.app_id),
		tenantKey: textOf(header.tenant_key),
		event,
	};
}

function oldEnvelope({ uuid, ts, event: body }: Readonly<Record<string, unknown>>): Envelope | undefined {
	if (!isObject(body)) return undefined;
	const { type, app_id: appId, tenant_key: tenantKey, ...event } = body;
	const seconds = Number(textOf(ts));
	return {
		id: textOf(uuid),
		type: textOf(type),
		createTime: Number.isFinite(seconds) && seconds > 0 ? String(Math.round(seconds * 1000)) : '',
		appId: textOf(appId),
		tenantKey: textOf(tenantKey),
		event,
	};
}

/** The verification token that came with a body. */
export const tokenIn = ({ header, token }: Readonly<Record<string, unknown>>): string =>
	textOf(isObject(header) ? header.token : token);
