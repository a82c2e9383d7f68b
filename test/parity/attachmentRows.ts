import { byId } from '../n8nCore/run';
import type { NamedIds } from '../simulator';
import { fileContent, itemWithFile } from './file';
import type { Row } from './rows';

export function attachmentRows({ attachments, resumes, works }: NamedIds): Row[] {
	const [attachment = ''] = attachments;
	return [
		{
			title: 'attachment.upload',
			given: 'a file',
			parameters: { binaryPropertyName: 'letter' },
			items: [itemWithFile('letter')],
			vendor: [(client) => client.hire.v1.attachment.create(fileContent())],
		},
		{
			title: 'attachment.get',
			given: 'a sample of work',
			parameters: { attachmentId: byId(works), type: 2 },
			vendor: [
				(client) => client.hire.v1.attachment.get({ path: { attachment_id: works }, params: { type: 2 } }),
			],
		},
		{
			title: 'attachment.download',
			given: 'a general attachment',
			parameters: { attachmentId: byId(attachment), type: 3 },
			vendor: [
				async (client) => {
					const { data } = await client.hire.v1.attachment.get({
						path: { attachment_id: attachment },
						params: { type: 3 },
					});
					await client.httpInstance.get(data?.attachment?.url ?? '');
				},
			],
		},
		{
			title: 'attachment.getPdfPreview',
			given: 'a resume',
			parameters: { attachmentId: byId(resumes.docx) },
			vendor: [(client) => client.hire.v1.attachment.preview({ path: { attachment_id: resumes.docx } })],
		},
		{
			title: 'attachment.getPdfPreview',
			given: 'a resume, and its file',
			parameters: { attachmentId: byId(resumes.pdf), download: true, binaryPropertyName: 'resume' },
			vendor: [
				async (client) => {
					const { data } = await client.hire.v1.attachment.preview({ path: { attachment_id: resumes.pdf } });
					await client.httpInstance.get(data?.url ?? '');
				},
			],
		},
	];
}
