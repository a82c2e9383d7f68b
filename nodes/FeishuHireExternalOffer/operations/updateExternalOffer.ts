import type { IDataObject } from 'n8n-workflow';
import { checkUploads, withUploads } from '../uploads';
import { externalOfferFields } from '../fields/externalOffer';
import { readExternalOffer } from '../externalOfferSearch';
import {
	checkFieldsToClear,
	fieldsLeftOut,
	fieldsToClear,
	filledIn,
	withFieldsLeftOut,
} from '../fields/fieldsLeftOut';
import { externalApplicationId, externalOfferId } from '../fields/ids';
import { externalOfferRow } from '../outputs';
import { operation } from '../../declare/operation';
import type { Wire } from '../../declare/params';

const MAX_ATTACHMENTS = 10;

const fields = externalOfferFields({ maxAttachments: MAX_ATTACHMENTS });

const most = {
	max: MAX_ATTACHMENTS,
	mend: `Nothing was changed. Add 'Attachment IDs' to the Update Fields with those to keep, so that with the files they are at most ${MAX_ATTACHMENTS}, or set 'Fields Left Out' to Clear to drop those of the record.`,
};

export const updateExternalOffer = operation({
	resource: 'externalOffer',
	value: 'update',
	name: 'Update',
	action: 'Change an external offer',
	description: 'Change an offer that was imported from another system (外部 Offer)',
	docs: 'https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-offer-info/update',
	route: 'PUT /open-apis/hire/v1/external_offers/:external_offer_id',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:external_offer'],
	effect: 'idempotent',
	orderedBy: 'externalOfferId',
	collection: 'updateFields',
	params: {
		externalOfferId: externalOfferId(),
		externalApplicationId: externalApplicationId(),
		fieldsLeftOut: fieldsLeftOut({ record: 'external offer' }),
		fieldsToClear: fieldsToClear(fields),
		...fields,
	},
	record: 'external_offer',
	row: externalOfferRow,
	check(item, files) {
		checkFieldsToClear(item);
		checkUploads(item, files, most);
	},
	// The API overwrites the whole record, so keeping a field means to send it again.
	async steps(item, tools) {
		const filled = await withFieldsLeftOut(item, async () =>
			kept(await readExternalOffer(tools.call, String(item.values.externalOfferId))),
		);
		return await tools.send(await withUploads(filled, item, tools, most));
	},
	suspects:
		'Check that the external offer and the external application exist and belong together, and that the attachments were uploaded to Feishu Hire.',
});

/** What the record holds, as the update would carry it. */
function kept(current: IDataObject): Record<string, Wire> {
	const attachments = ((current.attachment_list ?? []) as IDataObject[]).map(({ id }) => String(id));
	return {
		...filledIn(current, ['biz_create_time', 'owner', 'offer_status']),
		...(attachments.length > 0 ? { attachment_id_list: attachments } : {}),
	};
}
