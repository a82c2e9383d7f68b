import type { IDataObject } from 'n8n-workflow';
import type { Operation } from './operation';
import { besideSuccess } from './success';

type Schema = IDataObject;

const object = (entries: Array<[key: string, schema: Schema]>): Schema => ({
	type: 'object',
	properties: Object.fromEntries(entries),
});

function outputOf({ row, gives, params }: Operation): Schema {
	if (gives) return object(Object.entries(gives).map(([key, type]) => [key, { type }]));
	if (row) {
		return object(
			Object.entries(row).map(([key, { type, format }]) => [key, format ? { type, format } : { type }]),
		);
	}
	return object([
		['success', { type: 'boolean' }],
		...besideSuccess(params).map(({ key, type }): [string, Schema] => [key, { type: type() }]),
	]);
}

/** The JSON schema of what an operation gives, in the form in which n8n shows it of a node that never ran. */
export const schemaOf = (operation: Operation): Schema => ({ ...outputOf(operation), version: 1 });
