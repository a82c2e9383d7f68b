import { InvalidValue } from '../../declare/invalid';
import type { EncodedItem, Files, Tools } from '../../declare/operation';
import { idList, text, type WireObject } from '../../declare/params';
import { body } from '../../declare/place';
import type { RequestParts } from '../../declare/request';
import { attachmentBinaryFields, checkFiles, uploadAll } from '../../fields/attachmentFiles';

/** The most attachments that an offer takes in one request. */
export const MAX_ATTACHMENTS = 20;

/** The files of an offer. */
export const offerAttachments = () => ({
	commonAttachmentIdList: idList({
		name: 'Attachment IDs',
		to: body('basic_info.common_attachment_id_list'),
		section: 'attachments',
		max: MAX_ATTACHMENTS,
		things: 'attachments',
		description: `At most ${MAX_ATTACHMENTS} attachments (通用附件), by the IDs that Feishu Hire gave them: separated by commas, or an expression that yields an array`,
		placeholder: 'e.g. 7404675264888097068, 7404675264888097069',
	}),
	attachmentBinaryFields: { ...attachmentBinaryFields({ record: 'offer' }), section: 'attachments' },
	attachmentDescription: text({
		name: 'Attachment Description',
		to: body('basic_info.attachment_description'),
		section: 'attachments',
		description: 'What the attachments are (附件描述)',
	}),
});

const filesOf = ({ values }: EncodedItem) => (values.attachmentBinaryFields ?? []) as string[];

const attachmentsOf = ({ values }: EncodedItem) => (values.commonAttachmentIdList ?? []) as string[];

/** Looks at the attachments of an item before anything is sent. @throws InvalidValue */
export function checkAttachments(item: EncodedItem, files: Files): void {
	const count = attachmentsOf(item).length + filesOf(item).length;
	if (count > MAX_ATTACHMENTS) {
		throw new InvalidValue(
			`The offer would have ${count} attachments; Feishu Hire takes at most ${MAX_ATTACHMENTS}`,
			`Leave at most ${MAX_ATTACHMENTS} in 'Attachment IDs' and 'Input Fields With Files' together.`,
		);
	}
	checkFiles(files, filesOf(item));
}

/** Uploads the files of an offer and adds them to the attachments of its request. */
export async function withAttachments(item: EncodedItem, tools: Tools): Promise<RequestParts> {
	const { parts } = item;
	const files = filesOf(item);
	if (files.length === 0) return parts;
	const info = (parts.body?.basic_info ?? {}) as WireObject;
	const given = attachmentsOf(item);
	const uploaded = await uploadAll(tools, files);
	return {
		...parts,
		body: { ...parts.body, basic_info: { ...info, common_attachment_id_list: [...given, ...uploaded] } },
	};
}
