import { InvalidValue } from '../declare/invalid';
import type { BinaryFile, Endpoint, FileFacts } from '../declare/operation';
import type { RequestParts } from '../declare/request';

const MEGABYTE = 1024 * 1024;

const MAX_MEGABYTES = 300;

/** The route that stores a file as a general attachment (通用附件). */
export const attachmentUpload = {
	route: 'POST /open-apis/hire/v1/attachments',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uIDN1YjLyQTN24iM0UjN/create_attachment',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:attachment'],
	effect: 'create',
	standIn: ({ file }) => ({ id: `(ID of the file '${file?.fileName ?? ''}' once it is uploaded)` }),
	suspects: `Check that the file is not empty, has a name with an ending such as .pdf, and is at most ${MAX_MEGABYTES} MB large.`,
	errors: {
		1002001: {
			what: 'Feishu Hire had an internal error while taking the file',
			mend: 'Run the item again in a few minutes. A copy that was stored all the same does no harm: nothing refers to it. If the error stays, give the log ID to Feishu support (飞书客服).',
		},
	},
} as const satisfies Endpoint;

/** @throws InvalidValue for a file that Feishu Hire would refuse, as far as its size is known */
export function checkSize({ fileName, size }: FileFacts): void {
	if (size === undefined) return;
	if (size > MAX_MEGABYTES * MEGABYTE) {
		throw new InvalidValue(
			`The file '${fileName}' is ${Math.ceil(size / MEGABYTE)} MB large, and Feishu Hire takes at most ${MAX_MEGABYTES} MB`,
			'Make it smaller, or split it into several files.',
		);
	}
	if (size === 0) {
		throw new InvalidValue(
			`The file '${fileName}' is empty`,
			'Check the node that gave the file: it has a name, but nothing in it.',
		);
	}
}

/** A file as the route takes it. @throws InvalidValue when Feishu Hire would refuse it */
export function uploadable({ fileName, mimeType, bytes }: BinaryFile): Required<Pick<RequestParts, 'file'>> {
	checkSize({ fileName, mimeType, size: bytes.length });
	return { file: { field: 'content', fileName, mimeType, bytes } };
}
