import type { IDataObject } from 'n8n-workflow';
import type { EncodedItem, Operation } from '../declare/operation';

/** The records that an answer holds; for one that holds nothing, `success` with the ids and the new state. */
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
