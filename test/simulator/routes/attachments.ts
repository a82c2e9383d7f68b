import { createHmac } from 'node:crypto';
import type { Company } from '../company/company';
import { AttachmentKind } from '../company/records';
import type { Attachment } from '../company/records';
import { oneFile } from '../multipart';
import type { Part } from '../multipart';
import { Refusal, invalidParameter } from '../refusal';
import { route } from '../route';
import { object, oneOf } from '../schema';

const MOST_BYTES = 300 * 1024 * 1024;
const LINK_LIFETIME_MS = 30 * 60 * 1000;

const MEDIA_TYPES: Record<string, string> = {
	pdf: 'application/pdf',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	txt: 'text/plain',
	zip: 'application/zip',
	png: 'image/png',
	jpg: 'image/jpeg',
};
const CONVERTED = ['doc', 'docx', 'ppt', 'pptx', 'txt'];

function endingOf(name: string): string {
	return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function mediaTypeOf(attachment: Attachment): string {
	return attachment.mime ?? MEDIA_TYPES[endingOf(attachment.name)] ?? 'application/octet-stream';
}

interface Ticket {
	id: string;
	form: 'original' | 'pdf';
	expires: number;
}

function seal(text: string): string {
	return createHmac('sha256', 'simulator').update(text).digest('base64url').slice(0, 22);
}

/** Whoever has the link may download for half an hour, without a token. */
function linkTo(origin: string, attachment: Attachment, form: Ticket['form'], now: number): string {
	const ticket: Ticket = { id: attachment.id, form, expires: now + LINK_LIFETIME_MS };
	const text = Buffer.from(JSON.stringify(ticket)).toString('base64url');
	return `${origin}/hire/file/blob/${text}.${seal(text)}/`;
}

function openTicket(sealed: string, now: number): Ticket {
	const [text = '', mark] = sealed.split('.');
	if (mark !== seal(text)) throw new Refusal(403, 403, 'this link is not valid');
	const ticket = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Ticket;
	if (now >= ticket.expires) throw new Refusal(403, 403, 'this link has expired');
	return ticket;
}

/** Files that nobody uploaded are made up, as long as their records say. */
function contentOf(company: Company, attachment: Attachment): Buffer {
	const uploaded = company.files.get(attachment.id);
	if (uploaded) return uploaded;
	const start = Buffer.from(endingOf(attachment.name) === 'pdf' ? '%PDF-1.4\n' : `${attachment.name}\n`);
	const content = Buffer.alloc(attachment.size, '.');
	start.copy(content);
	return content;
}

function find(company: Company, attachmentId: string, kind: AttachmentKind): Attachment {
	const attachment = company.attachments.get(attachmentId);
	// The pages have no code of their own for this. That the type must fit is what the page says of its ids.
	if (!attachment || (attachment.kind ?? AttachmentKind.common) !== kind) {
		throw invalidParameter(`attachment ${attachmentId} of type ${kind} does not exist`);
	}
	return attachment;
}

export const attachmentRoutes = [
	route<unknown, Part & { fileName: string }>()({
		name: 'POST /open-apis/hire/v1/attachments',
		limits: [
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
		scopes: ['hire:attachment'],
		// The one page whose envelope says `message`, in a table and an example.
		envelope: 'message',
		successMessage: 'OK',
		body: oneFile('content', MOST_BYTES),
		handle({ body, company, now, origin, applied }) {
			const attachment = company.addAttachment(body.fileName, body.content.length, {
				kind: AttachmentKind.common,
				mime: MEDIA_TYPES[endingOf(body.fileName)] ?? body.contentType,
				createTime: now,
			});
			company.files.set(attachment.id, body.content);
			applied(attachment.id);
			return {
				id: attachment.id,
				name: attachment.name,
				url: linkTo(origin, attachment, 'original', now),
			};
		},
	}),

	route<{ type?: '1' | '2' | '3' }>()({
		name: 'GET /open-apis/hire/v1/attachments/:attachment_id',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:attachment:readonly', 'hire:attachment'],
		successMessage: 'ok',
		query: object({}, { type: oneOf('1', '2', '3') }),
		handle({ params, query, company, now, origin }) {
			const kind = Number(query.type ?? '1') as AttachmentKind;
			const attachment = find(company, params.attachment_id, kind);
			return {
				attachment: {
					id: attachment.id,
					url: linkTo(origin, attachment, 'original', now),
					name: attachment.name,
					mime: mediaTypeOf(attachment),
					create_time: attachment.createTime,
				},
			};
		},
	}),

	route()({
		name: 'GET /open-apis/hire/v1/attachments/:attachment_id/preview',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:attachment'],
		handle({ params, company, now, origin }) {
			const attachment = find(company, params.attachment_id, AttachmentKind.resume);
			// What can not be converted is answered with the file as it is.
			const form = CONVERTED.includes(endingOf(attachment.name)) ? 'pdf' : 'original';
			return { url: linkTo(origin, attachment, form, now) };
		},
	}),

	route()({
		name: 'GET /hire/file/blob/:ticket/',
		limits: [],
		scopes: [],
		envelope: 'file',
		handle({ params, company, now }) {
			const { id, form } = openTicket(params.ticket, now);
			const attachment = company.attachments.get(id);
			if (!attachment) throw new Refusal(404, 404, 'this file does not exist');
			const pdf = form === 'pdf';
			const name = pdf ? attachment.name.replace(/\.[^.]+$/, '.pdf') : attachment.name;
			return {
				content: pdf
					? Buffer.from(`%PDF-1.4\n% ${attachment.name}\n%%EOF\n`)
					: contentOf(company, attachment),
				headers: {
					'content-type': pdf ? 'application/pdf' : mediaTypeOf(attachment),
					'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
				},
			};
		},
	}),
];
