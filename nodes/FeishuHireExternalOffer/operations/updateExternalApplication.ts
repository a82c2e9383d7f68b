import { externalApplication } from '../fields/ids';
import { externalApplicationFields } from '../fields/externalApplication';
import { heldFields } from '../externalApplicationList';
import { checkFieldsToClear, fieldsLeftOut, fieldsToClear, withFieldsLeftOut } from '../fields/fieldsLeftOut';
import { talentId } from '../../fields/ids';
import { externalApplicationRow } from '../outputs';
import { operation } from '../../declare/operation';
import { body } from '../../declare/place';

const fields = externalApplicationFields();

export const updateExternalApplication = operation({
	resource: 'externalApplication',
	value: 'update',
	name: 'Update',
	action: 'Change an external application',
	description: 'Change an application that was imported from another system (外部投递)',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_application/update',
	route: 'PUT /open-apis/hire/v1/external_applications/:external_application_id',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:external_application'],
	effect: 'idempotent',
	orderedBy: 'externalApplicationId',
	collection: 'updateFields',
	params: {
		externalApplicationId: externalApplication(),
		talentId: talentId({
			to: body('talent_id'),
			required: true,
			description: 'The candidate (人才) whom the application belongs to, by the ID that Feishu Hire gave',
		}),
		fieldsLeftOut: fieldsLeftOut({ record: 'external application' }),
		fieldsToClear: fieldsToClear(fields),
		...fields,
	},
	record: 'external_application',
	row: externalApplicationRow,
	check: checkFieldsToClear,
	// The API overwrites the whole record, so keeping a field means to send it again.
	async steps(item, { all, send }) {
		const { talentId: talent, externalApplicationId: wanted } = item.values;
		return await send(
			await withFieldsLeftOut(item, async () => await heldFields(all, String(talent), String(wanted))),
		);
	},
	suspects:
		'Check that the external application (外部投递) and the candidate (人才) exist, by the IDs that Feishu Hire gave them, not by your own keys.',
});
