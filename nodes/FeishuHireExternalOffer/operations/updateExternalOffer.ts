import type { IDataObject } from 'n8n-workflow';
import { invalidParameter, systemError } from '../../fields/errors';
import { externalOfferFields } from '../../fields/externalOffer';
import { externalApplicationId, externalOfferId } from '../../fields/ids';
import { InvalidValue } from '../../spec/invalid';
import { operation, type Endpoint } from '../../spec/operation';
import { choice, type Wire } from '../../spec/params';

const MAX_ATTACHMENTS = 10;

const batchQuery: Endpoint = {
	route: 'POST /open-apis/hire/v1/external_offers/batch_query',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_offer/batch_query',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:external_offer', 'hire:external_offer:readonly'],
	effect: 'read',
	errors: {},
};

export const updateExternalOffer = operation({
	resource: 'externalOffer',
	value: 'update',
	name: 'Update',
	action: 'Update an external offer',
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
		fieldsLeftOut: choice({
			name: 'Fields Left Out',
			to: undefined,
			open: true,
			description:
				'What happens to the fields of the offer that are not among the Update Fields below. Feishu Hire itself replaces the whole record and erases them.',
			options: [
				{
					name: 'Keep',
					value: 'keep',
					description: 'Read the offer first, and write it back with your changes',
				},
				{ name: 'Clear', value: 'clear', description: 'Erase what is not given, as the API does by itself' },
			],
			default: 'keep',
		}),
		...externalOfferFields({ maxAttachments: MAX_ATTACHMENTS }),
	},
	record: 'external_offer',
	// The API overwrites the whole record, so keeping a field means to send it again.
	async steps({ values, parts }, { send, call }) {
		if (values.fieldsLeftOut === 'clear') return await send(parts);
		const id = String(values.externalOfferId);
		const { items } = await call(batchQuery, { body: { external_offer_id_list: [id] } });
		const current = ((items ?? []) as IDataObject[]).find((offer) => offer.id === id);
		if (!current) {
			throw new InvalidValue(
				'The external offer does not exist',
				"Check 'External Offer ID': give the ID that Feishu Hire gave the external offer, not your own key.",
			);
		}
		return await send({ ...parts, body: { ...kept(current, parts.body ?? {}), ...parts.body } });
	},
	errors: {
		1002001: systemError('updating this external offer'),
		1002002: invalidParameter(
			'Check that the external offer and the external application exist and belong together, and that the attachments were uploaded to Feishu Hire.',
		),
	},
});

/** What the record holds, as the update would carry it. */
function kept(current: IDataObject, given: Readonly<Record<string, Wire>>): Record<string, Wire> {
	const fields: Record<string, Wire> = {};
	for (const key of ['biz_create_time', 'owner', 'offer_status']) {
		const value = current[key];
		if (typeof value === 'string' && value !== '') fields[key] = value;
	}
	const attachments = ((current.attachment_list ?? []) as IDataObject[]).map(({ id }) => String(id));
	if (!('attachment_id_list' in given) && attachments.length > MAX_ATTACHMENTS) {
		throw new InvalidValue(
			`The external offer has ${attachments.length} attachments, and an update carries at most ${MAX_ATTACHMENTS}: they cannot all be kept`,
			`Nothing was changed. Add 'Attachment IDs' to the Update Fields with the ${MAX_ATTACHMENTS} to keep, or set 'Fields Left Out' to Clear to drop them all.`,
		);
	}
	if (attachments.length > 0) fields.attachment_id_list = attachments;
	return fields;
}
