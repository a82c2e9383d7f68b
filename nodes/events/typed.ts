import { isObject } from './envelope';
import type { Fields, Kind } from './event';

/** A value as the page of the event types it. What cannot be had of that type, and what the page does not know, stays. */
function typed(value: unknown, kind: Kind): unknown {
	if (typeof kind === 'object') {
		if (!isList(kind)) return isObject(value) ? typedFields(value, kind) : value;
		return Array.isArray(value) ? value.map((each: unknown) => typed(each, kind[0])) : value;
	}
	if (kind === 'string') {
		return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
	}
	// Text that a number would not give back, as an ID of 19 digits, stays text.
	return typeof value === 'string' && String(Number(value)) === value ? Number(value) : value;
}

const isList = (kind: Fields | readonly [Kind]): kind is readonly [Kind] => Array.isArray(kind);

/** The fields of an event, each as its page types it. */
export const typedFields = (values: Record<string, unknown>, fields: Fields): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(values).map(([key, value]) => {
			const kind = Object.hasOwn(fields, key) ? fields[key] : undefined;
			return [key, kind === undefined ? value : typed(value, kind)];
		}),
	);
