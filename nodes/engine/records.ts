import type { IDataObject } from 'n8n-workflow';
import type { EncodedItem, Endpoint, Operation } from '../declare/operation';
import { besideSuccess } from '../declare/success';

const isEmpty = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** Whether a route that reads one record was answered without it. A list may be empty. */
export const isWithoutRecord = ({ effect, pages, record }: Endpoint, data: IDataObject): boolean =>
	effect === 'read' && !pages && isEmpty(record === undefined ? data : data[record]);

/** The records that an answer holds; nothing for a write that was answered without any. */
export function recordsOf(operation: Operation, data: IDataObject): IDataObject[] | undefined {
	const key = operation.record ?? (operation.pages ? 'items' : undefined);
	const found = key === undefined ? data : data[key];
	if (Array.isArray(found)) return found as IDataObject[];
	if (operation.pages) return [];
	return Object.keys(data).length > 0 ? [(found ?? data) as IDataObject] : undefined;
}

/** What stands for the record of a write that was answered without one: `success` with the IDs and the new state. */
export function successOf({ params }: Operation, { values }: EncodedItem): IDataObject {
	const named: IDataObject = { success: true };
	for (const { key, of } of besideSuccess(params)) {
		const value = of(values);
		if (value !== undefined) named[key] = value;
	}
	return named;
}
