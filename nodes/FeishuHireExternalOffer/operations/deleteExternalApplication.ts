import { externalApplication } from '../fields/ids';
import { talentId } from '../../fields/ids';
import { externalApplicationRow } from '../outputs';
import { operation } from '../../declare/operation';
import { query } from '../../declare/place';

export const deleteExternalApplication = operation({
	resource: 'externalApplication',
	value: 'delete',
	name: 'Delete',
	action: 'Erase an external application',
	description:
		'Delete an application that was imported from another system (外部投递). It cannot be brought back.',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_application/delete',
	route: 'DELETE /open-apis/hire/v1/external_applications/:external_application_id',
	limits: [{ requests: 20, perSeconds: 60 }],
	scopes: ['hire:external_application'],
	effect: 'idempotent',
	orderedBy: 'externalApplicationId',
	params: {
		externalApplicationId: externalApplication(),
		talentId: talentId({
			to: query('talent_id'),
			description: 'The candidate (人才) whom the application belongs to',
		}),
	},
	record: 'external_application',
	row: externalApplicationRow,
	suspects:
		'Check that the external application exists: it may be deleted already, the ID may be your own key instead of the one that Feishu Hire gave, or it may belong to another candidate than Candidate says.',
});
