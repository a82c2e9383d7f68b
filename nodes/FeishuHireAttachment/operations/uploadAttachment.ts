import { attachmentUpload, uploadable } from '../../fields/attachmentUpload';
import { checkFiles } from '../../fields/attachmentFiles';
import { uploadedRow } from '../outputs';
import { operation } from '../../declare/operation';
import { text } from '../../declare/params';

export const uploadAttachment = operation({
	...attachmentUpload,
	resource: 'attachment',
	value: 'upload',
	name: 'Upload',
	action: 'Store a file as a general attachment',
	description: 'Store a file of the input in Feishu Hire (附件), for offers and external offers to refer to',
	row: uploadedRow,
	// A file stands in memory as a whole, twice while it is sent.
	width: 2,
	params: {
		binaryPropertyName: text({
			name: 'Input Data Field Name',
			to: undefined,
			required: true,
			default: 'data',
			description: 'The name of the input field that holds the file (binary data), at most 300 MB large',
			hint: 'The name stands in the Binary tab of the node before this one',
		}),
	},
	check({ values }, files) {
		checkFiles(files, [String(values.binaryPropertyName)]);
	},
	async steps({ values }, { file, send }) {
		return await send(uploadable(await file(String(values.binaryPropertyName))));
	},
});
