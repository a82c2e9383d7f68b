import type { IBinaryKeyData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Call, EncodedItem, Operation, Tools } from '../declare/operation';
import type { RequestParts } from '../declare/request';
import { pages } from './pages';

/** What an operation of more than one request works with, for one item. `binary` holds what it downloaded. */
export interface ItemTools extends Tools {
	readonly binary: IBinaryKeyData;
}

export function toolsFor(
	context: IExecuteFunctions,
	operation: Operation,
	{ values }: EncodedItem,
	index: number,
	send: (parts: RequestParts) => Promise<IDataObject>,
	call: Call,
): ItemTools {
	const binary: IBinaryKeyData = {};
	return {
		send,
		call,
		binary,
		async list(parts) {
			const wanted = values.returnAll === true ? Infinity : Number(values.limit ?? Infinity);
			const records: IDataObject[] = [];
			if (wanted < 1) return records;
			const size = Math.min(operation.pages?.size ?? 1, wanted);
			for await (const record of pages(call, operation, parts, size)) {
				records.push(record);
				if (records.length >= wanted) break;
			}
			return records;
		},
		async file(field) {
			const { fileName = field, mimeType } = context.helpers.assertBinaryData(index, field);
			return { fileName, mimeType, bytes: await context.helpers.getBinaryDataBuffer(index, field) };
		},
		async download(url, field, fileName) {
			const bytes = (await context.helpers.httpRequest({ url, encoding: 'arraybuffer' })) as Buffer;
			binary[field] = await context.helpers.prepareBinaryData(Buffer.from(bytes), fileName ?? field);
		},
	};
}
