import { InvalidValue } from '../declare/invalid';
import type { EncodedItem, Files, Tools } from '../declare/operation';
import type { RequestParts } from '../declare/request';
import { checkFiles, uploadAll } from '../fields/attachmentFiles';

interface Most {
	readonly max: number;
	/** What to do where there are more. */
	readonly mend: string;
}

/** @throws InvalidValue for more attachments than Feishu Hire takes */
function checkCount(given: readonly unknown[], files: readonly string[], { max, mend }: Most): void {
	const count = given.length + files.length;
	if (count <= max) return;
	throw new InvalidValue(
		`The external offer would have ${count} attachments, and this operation of Feishu Hire takes at most ${max}`,
		mend,
	);
}

const attachmentsOf = ({ body: sent }: RequestParts) => (sent?.attachment_id_list ?? []) as string[];

const filesOf = ({ values }: EncodedItem) => (values.attachmentBinaryFields ?? []) as string[];

/** Looks at the attachments of an item before anything is sent. @throws InvalidValue */
export function checkUploads(item: EncodedItem, files: Files, most: Most): void {
	checkCount(attachmentsOf(item.parts), filesOf(item), most);
	checkFiles(files, filesOf(item));
}

/**
 * Uploads the files of an external offer and adds them to the attachments of its request.
 * @throws InvalidValue, before anything is uploaded, for too many attachments together with those that are kept
 */
export async function withUploads(
	parts: RequestParts,
	item: EncodedItem,
	tools: Tools,
	most: Most,
): Promise<RequestParts> {
	const given = attachmentsOf(parts);
	const files = filesOf(item);
	checkCount(given, files, most);
	if (files.length === 0) return parts;
	const uploaded = await uploadAll(tools, files);
	return { ...parts, body: { ...parts.body, attachment_id_list: [...given, ...uploaded] } };
}
