import { applicationRow } from '../../rows/applications';
import { ID_TYPES, userIdType } from '../../fields/idTypes';
import { applicationId } from '../../fields/ids';
import { applicationRoute } from '../../routes/applications';
import { operation } from '../../declare/operation';
import { choices } from '../../declare/params';
import { query } from '../../declare/place';

export const getApplication = operation({
	...applicationRoute,
	resource: 'application',
	value: 'get',
	name: 'Get',
	action: 'Get an application by its ID',
	description: 'Read an application (投递): candidate, job, stage, source and times',
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
	row: applicationRow,
	suspects:
		'Check that the application exists: give the ID of the application (投递), not of the candidate (人才) or the offer.',
});
