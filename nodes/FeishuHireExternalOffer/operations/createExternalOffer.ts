import { checkUploads, withUploads } from '../uploads';
import { externalOfferFields } from '../fields/externalOffer';
import { externalApplicationId } from '../fields/ids';
import { externalOfferRow } from '../outputs';
import { operation } from '../../declare/operation';
import { text } from '../../declare/params';
import { body } from '../../declare/place';

const MAX_ATTACHMENTS = 20;

const most = {
	max: MAX_ATTACHMENTS,
	mend: "Name fewer in 'Attachment IDs' or 'Input Fields With Files'.",
};

export const createExternalOffer = operation({
	resource: 'externalOffer',
	value: 'create',
	name: 'Create',
	action: 'Import an external offer',
	description: 'Import an offer that was made in another system (外部 Offer)',
	docs: 'https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-offer-info/create',
	route: 'POST /open-apis/hire/v1/external_offers',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:external_offer'],
	effect: 'create',
	idempotencyKey: 'externalId',
	orderedBy: 'externalApplicationId',
	params: {
		externalApplicationId: externalApplicationId(),
		externalId: text({
			name: 'External ID',
			to: body('external_id'),
			description:
				'Key of the offer in the other system. Feishu Hire creates only one offer for the same key within 24 hours, so that an item that runs twice is not imported twice.',
			placeholder: 'e.g. 729557715718',
		}),
		...externalOfferFields({ maxAttachments: MAX_ATTACHMENTS }),
	},
	record: 'external_offer',
	row: externalOfferRow,
	check(item, files) {
		checkUploads(item, files, most);
	},
	async steps(item, tools) {
		return await tools.send(await withUploads(item.parts, item, tools, most));
	},
	suspects:
		'Check that the external application exists, that the attachments were uploaded to Feishu Hire, and that this External ID was not used for another offer in the last 24 hours.',
	errors: {
		1002001: {
			what: 'Feishu Hire had an internal error while creating the external offer',
			mend: 'Look in Feishu Hire whether the offer is there before you run the item again; with an External ID a second run is safe for 24 hours.',
		},
	},
});
