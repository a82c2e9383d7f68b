import { createReadStream, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { byId } from '../n8nCore/run';
import type { NamedIds } from '../simulator';
import type { Row } from './rows';

const FILE = join(__dirname, '../../examples/external-offers.csv');

export function attachmentRows({ attachments, resumes, works }: NamedIds): Row[] {
	const [attachment = ''] = attachments;
	const inField = (name: string) => ({
		[name]: {
			data: readFileSync(FILE).toString('base64'),
			fileName: basename(FILE),
			mimeType: 'text/csv',
		},
	});
	// The SDK's types leave the file out, which its page has.
	const content = () => ({ data: { content: createReadStream(FILE) } }) as object;
	return [
		{
			title: 'attachment.upload',
			given: 'a file',
			parameters: { binaryPropertyName: 'letter' },
			items: [{ json: {}, binary: inField('letter') }],
			vendor: [(client) => client.hire.v1.attachment.create(content())],
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
	];
}
