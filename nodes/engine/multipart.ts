import { randomUUID } from 'node:crypto';
import type { IHttpRequestOptions } from 'n8n-workflow';
import type { RequestParts } from '../declare/request';

/** `type/subtype`, with parameters or without. */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+( *;[\x20-\x7e]*)?$/;

/** What would end a file name within its quotes, or its line. */
const UNSAFE = /[\p{Cc}"\\]/gu;

/** A multipart body with one file, whole in memory: verified nodes may not import what would stream it. */
export function multipart({
	field,
	fileName,
	mimeType,
	bytes,
}: NonNullable<RequestParts['file']>): Pick<IHttpRequestOptions, 'body' | 'headers'> {
	const boundary = `feishu-hire-${randomUUID()}`;
	const name = fileName.replace(UNSAFE, '_');
	const type = MEDIA_TYPE.test(mimeType) ? mimeType : 'application/octet-stream';
	const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
	return {
		body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
		headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
	};
}
