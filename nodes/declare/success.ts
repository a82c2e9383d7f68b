import type { INodePropertyOptions } from 'n8n-workflow';
import type { Params } from './operation';
import type { Param, Wire } from './params';

/**
 * A column beside `success`: its key, the type of its values (asked for only when the schemas are written), and its value
 * in an item's encoded parameters.
 */
export interface SuccessColumn {
	readonly key: string;
	readonly type: () => string;
	readonly of: (values: Readonly<Record<string, Wire | undefined>>) => Wire | undefined;
}

const choicesOf = ({ look }: Param) => (look.options ?? []) as INodePropertyOptions[];

/** The type of a value on the wire. @throws where its kind does not say of which type it is */
function typeOf(param: Param): string {
	if (param.look.type === 'resourceLocator' || param.look.type === 'string') return 'string';
	const values = choicesOf(param).flatMap(({ value }) =>
		value === undefined || value === '' ? [] : [value],
	);
	const [type, ...others] = new Set(values.map((value) => typeof value));
	if (type === undefined || others.length > 0) throw new Error(`The type of '${param.to?.key}' is not known`);
	return type;
}

function columnsOf(key: string, param: Param, of: SuccessColumn['of']): SuccessColumn[] {
	const column: SuccessColumn = { key, type: () => typeOf(param), of };
	if (param.look.type !== 'options') return [column];
	return [
		column,
		{
			key: `${key}_name`,
			type: () => 'string',
			of: (values) => choicesOf(param).find(({ value }) => String(value) === String(of(values)))?.name,
		},
	];
}

/**
 * What stands beside `success` for the record of a write that is answered without one: the IDs and the new state, an
 * object's fields each, and beside a choice what the panel calls it.
 */
export const besideSuccess = (params: Params): SuccessColumn[] =>
	Object.entries(params).flatMap(([name, param]) => {
		const key = param.to?.key;
		if (key === undefined || param.required !== true) return [];
		if (!param.fields) return columnsOf(key, param, (values) => values[name]);
		return Object.values(param.fields).flatMap((field) => {
			const inner = field.to?.key ?? '';
			return columnsOf(`${key}_${inner}`, field, (values) => {
				const value = values[name];
				return typeof value === 'object' && !Array.isArray(value) ? value[inner] : undefined;
			});
		});
	});
