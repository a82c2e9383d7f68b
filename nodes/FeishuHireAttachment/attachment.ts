import type { Endpoint } from '../declare/operation';
import { choice, id, text, type Param } from '../declare/params';
import { path, query } from '../declare/place';

export const attachmentId = (description: string) =>
	id({
		name: 'Attachment ID',
		to: path('attachment_id'),
		required: true,
		description,
		placeholder: 'e.g. 6949805467799537964',
	});

/** The output field of a downloaded file. */
export const outputField = (shown?: Param['shown']) =>
	text({
		name: 'Put Output File in Field',
		to: undefined,
		default: 'data',
		...(shown ? { shown } : { required: true }),
		description: 'The name of the output field to put the file (binary data) in',
	});

/** What reads an attachment by its ID, and downloads it by the link that comes with it. */
export const attachmentById = {
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/attachment/get',
	route: 'GET /open-apis/hire/v1/attachments/:attachment_id',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:attachment:readonly', 'hire:attachment'],
	effect: 'read',
	suspects:
		'Check the Attachment ID and its Attachment Type: a file is found only under the type that it has. Files that were uploaded and those of offers are general attachments.',
	params: {
		attachmentId: attachmentId(
			'The file to look up, by the ID that Upload, an offer or a candidate in Feishu Hire shows',
		),
		type: choice({
			name: 'Attachment Type',
			to: query('type'),
			required: true,
			description: 'Where the file belongs. Feishu Hire finds it only under its own type.',
			options: [
				{ name: 'Resume', value: 1, zh: '简历附件', description: 'Of a candidate' },
				{ name: 'Sample of Work', value: 2, zh: '作品附件', description: 'Of a candidate' },
				{
					name: 'General',
					value: 3,
					zh: '通用附件',
					description: 'Uploaded with this node, or attached to an offer or external offer',
				},
			],
			default: 3,
		}),
	},
} as const satisfies Endpoint & { params: object };
