import { attachmentId, outputField } from '../attachment';
import { operation } from '../../declare/operation';
import { flag } from '../../declare/params';

export const getPdfPreview = operation({
	resource: 'attachment',
	value: 'getPdfPreview',
	name: 'Get PDF Preview',
	action: 'Get the resume of a candidate as PDF',
	description:
		'Get a candidate’s resume as PDF: its download link (valid for 30 minutes), or the file itself',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/attachment/preview',
	route: 'GET /open-apis/hire/v1/attachments/:attachment_id/preview',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:attachment'],
	effect: 'read',
	width: 2,
	params: {
		attachmentId: attachmentId(
			'A resume (简历附件) of a candidate: Word, PowerPoint and text files become PDF. If that fails, Feishu Hire gives the original file.',
		),
		download: flag({
			name: 'Download File',
			to: undefined,
			open: true,
			description:
				'Whether to download the file into a field of the output too, rather than only give its link. It is named .pdf even where Feishu Hire gave the original file.',
		}),
		binaryPropertyName: outputField({ download: [true] }),
	},
	gives: { url: 'string' },
	async steps({ parts, values }, { send, download }) {
		const data = await send(parts);
		if (values.download === true) {
			const fileName = `${String(values.attachmentId)}.pdf`;
			await download(String(data.url), String(values.binaryPropertyName), fileName);
		}
		return data;
	},
	suspects:
		'Check the Attachment ID: only resumes (简历附件) of candidates have a PDF, not samples of work (作品附件) or general attachments (通用附件).',
});
