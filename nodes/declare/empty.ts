import { isBlank } from './cell';

/**
 * Whether a value gives nothing, as an empty cell of a spreadsheet does: then its parameter is not given.
 * A list of nothing but such values, and an object without a field, give nothing either.
 */
export function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === 'string') return isBlank(value);
	if (Array.isArray(value)) return value.every(isEmpty);
	return (
		typeof value === 'object' &&
		Object.getPrototypeOf(value) === Object.prototype &&
		Object.keys(value).length === 0
	);
}
