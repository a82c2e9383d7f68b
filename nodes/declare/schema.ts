import type { IDataObject } from 'n8n-workflow';
import type { Operation } from './operation';
import type { Param } from './params';
import { namedBySuccess } from './success';

type Schema = IDataObject;

const object = (entries: Array<[key: string, schema: Schema]>): Schema => ({
	type: 'object',
	properties: Object.fromEntries(entries),
});

/** A value on the wire. @throws where its kind does not say of which type it is */
function wire({ look, to }: Param): Schema {
	if (look.type === 'resourceLocator' || look.type === 'string') return { type: 'string' };
	const values = (look.options ?? []).flatMap((each) => ('value' in each ? [each.value] : []));
	const [type, ...others] = new Set(values.filter((value) => value !== '').map((value) => typeof value));
	if (type === undefined || others.length > 0) throw new Error(`The type of '${to?.key}' is not known`);
	return { type };
}

/** What stands for a parameter in the answer of a write: an object's fields each, and beside a choice its name. */
function told(key: string, param: Param): Array<[key: string, schema: Schema]> {
	const { fields, look } = param;
	if (fields) return Object.values(fields).map((field) => [`${key}_${field.to?.key ?? ''}`, wire(field)]);
	return [
		[key, wire(param)],
		...(look.type === 'options' ? [[`${key}_name`, { type: 'string' }] as [string, Schema]] : []),
	];
}

function outputOf({ row, gives, params }: Operation): Schema {
	if (gives) return object(Object.entries(gives).map(([key, type]) => [key, { type }]));
	if (row) {
		return object(
			Object.entries(row).map(([key, { type, format }]) => [key, format ? { type, format } : { type }]),
		);
	}
	return object([
		['success', { type: 'boolean' }],
		...namedBySuccess(params).flatMap(({ key, param }) => told(key, param)),
	]);
}

/** The JSON schema of what an operation gives, in the form in which n8n shows it of a node that never ran. */
export const schemaOf = (operation: Operation): Schema => ({ ...outputOf(operation), version: 1 });
