import { externalApplicationFields } from '../fields/externalApplication';
import { TALENT_UNKNOWN } from '../externalApplicationList';
import { talentId } from '../../fields/ids';
import { externalApplicationRow } from '../outputs';
import { operation } from '../../declare/operation';
import { text } from '../../declare/params';
import { body } from '../../declare/place';

export const createExternalApplication = operation({
	resource: 'externalApplication',
	value: 'create',
	name: 'Create',
	action: 'Import an external application',
	description: 'Import an application that was made in another system (外部投递)',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_application/create',
	route: 'POST /open-apis/hire/v1/external_applications',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:external_application'],
	effect: 'create',
	idempotencyKey: 'externalId',
	orderedBy: 'talentId',
	params: {
		talentId: talentId({
			to: body('talent_id'),
			required: true,
			description: 'The candidate (人才) who applied, by the ID that Feishu Hire gave',
		}),
		externalId: text({
			name: 'External ID',
			to: body('external_id'),
			description:
				'Key of the application in the other system. Feishu Hire creates only one application for the same key within 24 hours, so that an item that runs twice is not imported twice.',
			placeholder: 'e.g. 729557715718',
		}),
		...externalApplicationFields(),
	},
	record: 'external_application',
	row: externalApplicationRow,
	suspects:
		'Check the fields of the item, and that this External ID was not used for another application in the last 24 hours.',
	errors: {
		1002001: {
			what: 'Feishu Hire had an internal error while creating the external application',
			mend: 'Look in Feishu Hire whether the application is there before you run the item again; with an External ID a second run is safe for 24 hours.',
		},
		1002102: TALENT_UNKNOWN,
	},
});
