import { attachmentById } from '../attachment';
import { attachmentRow } from '../outputs';
import { operation } from '../../declare/operation';

export const getAttachment = operation({
	...attachmentById,
	resource: 'attachment',
	value: 'get',
	name: 'Get',
	action: 'Get the link of an attachment',
	description: 'Get the name, kind and download link (valid for 30 minutes) of an attachment (附件)',
	record: 'attachment',
	row: attachmentRow,
});
