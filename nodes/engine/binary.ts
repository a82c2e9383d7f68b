import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InvalidValue } from '../declare/invalid';
import type { Files } from '../declare/operation';

/** Looks the binary fields of an item up, without reading them. */
export const filesOf =
	(context: IExecuteFunctions, index: number): Files =>
	(field) => {
		const data = dataOf(context, index, field);
		if (!data) {
			throw new InvalidValue(
				`The item has no file in its field '${field}'`,
				'Open the Binary tab of the node before this one and give the name of a field that it shows.',
			);
		}
		const { fileName = field, mimeType, bytes } = data;
		return { fileName, mimeType, ...(bytes === undefined ? {} : { size: bytes }) };
	};

function dataOf(context: IExecuteFunctions, index: number, field: string): IBinaryData | undefined {
	try {
		return context.helpers.assertBinaryData(index, field);
	} catch {
		return undefined;
	}
}
