import type { IDataObject } from 'n8n-workflow';
import { isEmpty } from '../declare/empty';
import { InvalidValue } from '../declare/invalid';
import type { Param } from '../declare/params';
import { isObject, type Envelope } from './envelope';
import type { HireEvent } from './event';
import { FILTERS, type FilterName } from './filters';
import * as list from './list';
import { typedFields } from './typed';

/** The events by their type. */
export const EVENTS: ReadonlyMap<string, HireEvent> = new Map(
	Object.values(list).map((event) => [event.type, event]),
);

/** What the panel of a trigger asks for. */
export interface Wanted {
	readonly events: ReadonlySet<string>;
	readonly filters: ReadonlyMap<FilterName, ReadonlySet<string>>;
	readonly includeDetails: boolean;
	/** The tenant key of the company; empty where none was given. */
	readonly company: string;
}

interface Panel {
	getNodeParameter(name: string, fallback?: unknown): unknown;
}

/** Reads the panel. @throws InvalidValue */
export function wantedBy(panel: Panel): Wanted {
	const events = panel.getNodeParameter('events', []);
	const filters = panel.getNodeParameter('filters', {});
	const options = panel.getNodeParameter('options', {});
	const { tenantKey } = isObject(options) ? options : {};
	const chosen = new Set(Array.isArray(events) ? events.map(String) : []);
	if (chosen.size === 0) throw new InvalidValue("'Events' is empty", 'Choose the events to start with.');
	return {
		events: chosen,
		filters: new Map(
			Object.entries(FILTERS as Record<FilterName, Param>).flatMap(([name, param]) => {
				const given = isObject(filters) ? filters[name] : undefined;
				const values = isEmpty(given) ? [] : param.encode(given, { timezone: 'UTC' });
				return Array.isArray(values) && values.length > 0
					? [[name as FilterName, new Set(values.map(String))] as const]
					: [];
			}),
		),
		includeDetails: panel.getNodeParameter('includeDetails', false) === true,
		company: typeof tenantKey === 'string' ? tenantKey.trim() : '',
	};
}

/**
 * The item of an event, flat and typed as its page says.
 * @returns nothing where the event was not chosen, or a filter keeps it out
 */
export function itemOf(envelope: Envelope, wanted: Wanted): IDataObject | undefined {
	const event = EVENTS.get(envelope.type);
	if (!event || !wanted.events.has(envelope.type)) return undefined;
	const item = {
		...typedFields(envelope.event, event.fields),
		event_id: envelope.id,
		event_type: envelope.type,
		create_time: envelope.createTime,
		tenant_key: envelope.tenantKey,
	} as IDataObject;
	return passes(item, wanted, (path) => !isDetail(path)) ? item : undefined;
}

/** Whether the filters by details let an item through. One whose details could not be read they do. */
export const detailsPass = (item: IDataObject, wanted: Wanted): boolean =>
	!wanted.includeDetails || 'details_error' in item || passes(item, wanted, isDetail);

const isDetail = (path: string) => path.startsWith('details.');

function passes(item: IDataObject, { filters }: Wanted, concerns: (path: string) => boolean): boolean {
	const paths = EVENTS.get(String(item.event_type))?.filters ?? {};
	return [...filters].every(([name, values]) => {
		const path = paths[name];
		return path === undefined || !concerns(path) || values.has(String(valueAt(item, path)));
	});
}

const valueAt = (item: unknown, path: string): unknown =>
	path.split('.').reduce((value: unknown, key) => (isObject(value) ? value[key] : undefined), item);
