import type { IDataObject } from 'n8n-workflow';
import type { EncodedItem, Endpoint, Operation } from '../declare/operation';

const isEmpty = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** Whether a route that reads one record was answered without it. A list may be empty. */
export const isWithoutRecord = ({ effect, pages, record }: Endpoint, data: IDataObject): boolean =>
	effect === 'read' && !pages && isEmpty(record === undefined ? data : data[record]);

/** The records that an answer holds; for a write without any, `success` with the ids and the new state. */
export function recordsOf(operation: Operation, { values }: EncodedItem, data: IDataObject): IDataObject[] {
	const key = operation.record ?? (operation.pages ? 'items' : undefined);
	const found = key === undefined ? data : data[key];
	if (Array.isArray(found)) return simple(operation, values, found as IDataObject[]);
	if (operation.pages) return [];
	if (Object.keys(data).length > 0) return simple(operation, values, [(found ?? data) as IDataObject]);
	const named: IDataObject = { success: true };
	for (const [name, { to, required }] of Object.entries(operation.params)) {
		if (to && required === true) named[to.key] = values[name];
	}
	return [named];
}

const simple = (
	{ simplify }: Operation,
	values: EncodedItem['values'],
	records: IDataObject[],
): IDataObject[] => (simplify && values.simplify === true ? records.map(simplify) : records);
