import type { IDataObject } from 'n8n-workflow';
import type { EncodedItem } from '../../declare/operation';
import { choice, type Wire } from '../../declare/params';
import type { RequestParts } from '../../declare/request';

/** For an update whose route overwrites the whole record: what becomes of the fields that are not given. */
export const fieldsLeftOut = ({ record }: { record: string }) =>
	choice({
		name: 'Fields Left Out',
		to: undefined,
		open: true,
		description: `What happens to the fields of the ${record} that are not among the Update Fields below. Feishu Hire itself replaces the whole record and erases them.`,
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

/**
 * The request of such an update. `kept` reads the record and gives the fields of it to write back; it is not called
 * where the user wants them cleared.
 */
export async function withFieldsLeftOut(
	{ values, parts }: EncodedItem,
	kept: () => Promise<Record<string, Wire>>,
): Promise<RequestParts> {
	if (values.fieldsLeftOut === 'clear') return parts;
	return { ...parts, body: { ...(await kept()), ...parts.body } };
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
