import type { IDataObject } from 'n8n-workflow';
import { attachmentById, outputField } from '../attachment';
import { attachmentRow } from '../outputs';
import { operation } from '../../declare/operation';

export const downloadAttachment = operation({
	...attachmentById,
	resource: 'attachment',
	value: 'download',
	name: 'Download',
	action: 'Download the file of an attachment',
	description: 'Download the file of an attachment (附件) into a field of the output',
	width: 2,
	params: { ...attachmentById.params, binaryPropertyName: outputField() },
	record: 'attachment',
	row: attachmentRow,
	async steps({ parts, values }, { send, download }) {
		const data = await send(parts);
		const { url, name } = (data.attachment ?? {}) as IDataObject;
		await download(String(url), String(values.binaryPropertyName), String(name));
		return data;
	},
});
