import { applicationRow } from '../outputs';
import { ID_TYPES, userIdType } from '../../fields/idTypes';
import { applicationId } from '../../fields/ids';
import { operation } from '../../declare/operation';
import { choices } from '../../declare/params';
import { query } from '../../declare/place';

export const getApplication = operation({
	resource: 'application',
	value: 'get',
	name: 'Get',
	action: 'Get an application by its ID',
	description: 'Read an application (投递): candidate, job, stage, source and times',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/get',
	route: 'GET /open-apis/hire/v1/applications/:application_id',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:application', 'hire:application:readonly'],
	effect: 'read',
	sections: ID_TYPES,
	params: {
		applicationId: applicationId(),
		options: {
			...choices({
				name: 'For a Virtual Job',
				to: query('options'),
				description: 'What to read where the application is for a virtual job (虚拟职位) and was assigned on',
				options: [
					{
						name: 'Latest Application on the Chain',
						value: 'get_latest_application_on_chain',
						description: 'The newest application for a real job that it was assigned to, instead of itself',
					},
				],
			}),
			open: false,
		},
		userIdType: userIdType(),
	},
	record: 'application',
	row: applicationRow,
	suspects:
		'Check that the application exists: give the ID of the application (投递), not of the candidate (人才) or the offer.',
});
