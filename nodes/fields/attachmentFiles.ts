import type { Endpoint, Files, Tools } from '../declare/operation';
import { nameList } from '../declare/params';
import { attachmentUpload, checkSize, uploadable } from './attachmentUpload';

/** Looks at the files of an item before anything is sent. @throws InvalidValue for one that is missing or refused */
export function checkFiles(files: Files, fieldNames: readonly string[]): void {
	for (const name of fieldNames) checkSize(files(name));
}

/**
 * Uploads files of the item, one after the other.
 * @returns the IDs of the attachments, in the order of `fieldNames`
 */
export async function uploadAll(
	{ call, file, inTurn }: Tools,
	fieldNames: readonly string[],
): Promise<string[]> {
	const ids: string[] = [];
	for (const name of fieldNames) {
		const { id } = await inTurn(async () => await call(OF_A_RECORD, uploadable(await file(name))));
		ids.push(String(id));
	}
	return ids;
}

/** An attachment that is stored twice does no harm here: the record gets the ID of one, and nothing refers to the other. */
const OF_A_RECORD: Endpoint = { ...attachmentUpload, effect: 'idempotent' };

/** The files of an item that are uploaded before its record is written. */
export const attachmentBinaryFields = ({ record }: { record: string }) =>
	nameList({
		name: 'Input Fields With Files',
		to: undefined,
		description: `Names of the input fields that hold files, separated by commas. They are uploaded first and added to the attachments of the ${record}; if one cannot be uploaded, the ${record} is not written.`,
		placeholder: 'e.g. data, attachment_0',
	});
