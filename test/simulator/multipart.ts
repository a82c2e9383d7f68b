/** Bodies of `multipart/form-data`, read as strictly as the rest: a part that was not asked for is refused. */
import { invalidParameter } from './refusal';
import type { BodyReader } from './route';

export interface Part {
	name: string;
	fileName: string | undefined;
	contentType: string | undefined;
	content: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');

function boundaryOf(contentType: string | undefined): string {
	const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(
		contentType ?? '',
	);
	const boundary = found?.[1] ?? found?.[2];
	if (boundary === undefined)
		throw invalidParameter('Content-Type must be multipart/form-data with a boundary');
	return boundary;
}

function fileNameIn(disposition: string): string | undefined {
	const encoded = /;\s*filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
	if (encoded !== undefined) return decodeURIComponent(encoded);
	const plain = /;\s*filename="((?:\\.|[^"\\])*)"/i.exec(disposition)?.[1];
	// Clients write a quote or a line break in a name as a percent code, or put a backslash before it.
	return plain?.replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code)).replace(/\\(["\\])/g, '$1');
}

function partFrom(piece: Buffer): Part {
	const end = piece.indexOf(HEAD_END);
	if (end < 0) throw invalidParameter('body has a part without headers');
	const head = piece.subarray(0, end).toString('utf8');
	const disposition = /^content-disposition:\s*form-data\s*(;.*)$/im.exec(head)?.[1] ?? '';
	const name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
	if (name === undefined) throw invalidParameter('body has a part without a name');
	return {
		name,
		fileName: fileNameIn(disposition),
		contentType: /^content-type:\s*(.+?)\s*$/im.exec(head)?.[1],
		content: piece.subarray(end + HEAD_END.length),
	};
}

export function partsOf(raw: Buffer, contentType: string | undefined): Part[] {
	const boundary = boundaryOf(contentType);
	const first = Buffer.from(`--${boundary}`);
	const next = Buffer.from(`\r\n--${boundary}`);
	if (!raw.subarray(0, first.length).equals(first))
		throw invalidParameter('body does not begin with its boundary');
	const parts: Part[] = [];
	let at = first.length;
	while (raw.subarray(at, at + 2).toString('latin1') === '\r\n') {
		const end = raw.indexOf(next, at);
		if (end < 0) throw invalidParameter('body ends within a part');
		parts.push(partFrom(raw.subarray(at + 2, end)));
		at = end + next.length;
	}
	if (raw.subarray(at, at + 2).toString('latin1') !== '--') throw invalidParameter('body has no end');
	return parts;
}

/** A form that consists of one file. */
export function oneFile(field: string, mostBytes: number): BodyReader<Part & { fileName: string }> {
	return {
		read(raw, contentType) {
			const parts = partsOf(raw, contentType);
			const unknown = parts.find(({ name }) => name !== field);
			if (unknown) throw invalidParameter(`body has an unknown field ${unknown.name}`);
			const [file, second] = parts;
			if (!file || second) throw invalidParameter(`body must have the field ${field} once`);
			const { fileName } = file;
			if (!fileName) throw invalidParameter(`${field} must be a file with a name`);
			if (file.content.length === 0) throw invalidParameter(`${field} is empty`);
			if (file.content.length > mostBytes)
				throw invalidParameter(`${field} is larger than ${mostBytes} bytes`);
			return { ...file, fileName };
		},
	};
}
