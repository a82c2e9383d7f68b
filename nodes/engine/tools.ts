import type { IBinaryKeyData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { EncodedItem, Operation, Tools } from '../declare/operation';
import { filesOf } from './binary';
import { isPaged, pages } from './pages';
import type { Sender } from './send';
import { inTurn } from './turns';

/** What an operation of more than one request works with, for one item. `binary` holds what it downloaded. */
export interface ItemTools extends Tools {
	readonly binary: IBinaryKeyData;
}

export function toolsFor(
	context: IExecuteFunctions,
	operation: Operation,
	{ values }: EncodedItem,
	index: number,
	sender: Sender,
	{ call, send }: Pick<Tools, 'call' | 'send'>,
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
			if (!isPaged(operation)) throw new Error(`${operation.route} is declared without pages`);
			for await (const record of pages(call, operation, parts, wanted)) {
				records.push(record);
				if (records.length >= wanted) break;
			}
			return records;
		},
		all: (endpoint, parts) => pages(call, endpoint, parts),
		inTurn: async (work) => await inTurn(work, sender.stop),
		async file(field) {
			const facts = filesOf(context, index)(field);
			return { ...facts, bytes: await context.helpers.getBinaryDataBuffer(index, field) };
		},
		async download(url, field, fileName = field) {
			binary[field] = await sender.download(
				url,
				async (file) => await context.helpers.prepareBinaryData(file, fileName),
			);
		},
	};
}
