import type { IDataObject } from 'n8n-workflow';
import type { EncodedItem } from '../../declare/operation';
import { choice, choices, type Param, type Wire } from '../../declare/params';
import { InvalidParameter, type RequestParts } from '../../declare/request';

/** For an update whose route overwrites the whole record: what becomes of the fields that are not given. */
export const fieldsLeftOut = ({ record }: { record: string }) =>
	choice({
		name: 'Fields Left Out',
		to: undefined,
		open: true,
		description: `What happens to the fields of the ${record} that are not among the Update Fields below, or are empty there. Feishu Hire itself replaces the whole record and erases them.`,
		options: [
			{
				name: 'Keep',
				value: 'keep',
				description: `Read the ${record} first, and write it back with your changes`,
			},
			{ name: 'Clear', value: 'clear', description: 'Erase what is not given, as the API does by itself' },
		],
		default: 'keep',
	});

/** Which of these fields to erase while the others are kept: an empty field is not given, and so it is kept. */
export const fieldsToClear = (fields: Readonly<Record<string, Param>>) =>
	choices({
		name: 'Fields to Clear',
		to: undefined,
		shown: { fieldsLeftOut: ['keep'] },
		description: 'The fields to erase. An empty value among the Update Fields does not erase a field.',
		options: Object.values(fields).flatMap(({ to, look }) =>
			to?.in === 'body' ? [{ name: look.displayName, value: to.key }] : [],
		),
	});

/** @throws InvalidParameter for a field that is given and to be cleared too */
export function checkFieldsToClear({ values, parts }: EncodedItem): void {
	const both = cleared(values).find((key) => parts.body !== undefined && key in parts.body);
	if (both === undefined) return;
	throw new InvalidParameter(
		'Fields to Clear',
		`names ${both}, which is given too`,
		'Remove it there or from the Update Fields.',
	);
}

const cleared = (values: EncodedItem['values']) => (values.fieldsToClear ?? []) as string[];

/**
 * The request of such an update. `kept` reads the record and gives the fields of it to write back; it is not called
 * where the user wants them cleared.
 */
export async function withFieldsLeftOut(
	{ values, parts }: EncodedItem,
	kept: () => Promise<Record<string, Wire>>,
): Promise<RequestParts> {
	if (values.fieldsLeftOut === 'clear') return parts;
	const held = await kept();
	const left = Object.entries(held).filter(([key]) => !cleared(values).includes(key));
	return { ...parts, body: { ...Object.fromEntries(left), ...parts.body } };
}

/** The fields of a record that hold something. Feishu Hire gives 0 for a number that was never set. */
export function filledIn(record: IDataObject, keys: readonly string[]): Record<string, Wire> {
	const fields: Record<string, Wire> = {};
	for (const key of keys) {
		const value = record[key];
		if ((typeof value === 'string' || typeof value === 'number') && value !== '' && value !== 0)
			fields[key] = value;
	}
	return fields;
}
