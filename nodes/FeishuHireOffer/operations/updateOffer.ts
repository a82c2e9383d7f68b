import type { IDataObject } from 'n8n-workflow';
import { offerId } from '../fields/offerId';
import { checkAttachments, offerAttachments, withAttachments } from '../fields/attachments';
import { OFFER_SECTIONS } from '../fields/sections';
import { offerContentErrors } from '../contentErrors';
import { offerFormFields } from '../fields/form';
import { offerIdTypes } from '../fields/idTypes';
import { offerPeople } from '../fields/people';
import { offerRoute } from '../routes';
import { positionAndContract } from '../fields/position';
import { salaryInfo } from '../fields/salary';
import { offerForm, versionOf } from '../../lookups/offerForms';
import { operation, type EncodedItem, type Tools } from '../../declare/operation';

export const updateOffer = operation({
	resource: 'offer',
	value: 'update',
	name: 'Update',
	action: 'Update an offer',
	description:
		'Write an offer anew. What is not given is erased, custom fields too. Not for an offer that is sent or accepted.',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/update',
	route: 'PUT /open-apis/hire/v1/offers/:offer_id',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:offer'],
	effect: 'idempotent',
	orderedBy: 'offerId',
	collection: 'updateFields',
	sections: OFFER_SECTIONS,
	params: {
		offerId: offerId(),
		...offerPeople(),
		...offerFormFields({
			schema:
				"A version of the offer form (Offer 申请表), which every change of the form replaces. Left out, the newest of 'Offer Form' is taken, or else the one that the offer was written with.",
		}),
		...positionAndContract(),
		...offerAttachments(),
		salaryInfo: salaryInfo(),
		...offerIdTypes({ peopleAdmin: true }),
	},
	check: checkAttachments,
	async steps(item, tools) {
		const schema_id = item.values.schemaId ?? (await versionFor(item, tools));
		const parts = await withAttachments(item, tools);
		return await tools.send({ ...parts, body: { schema_id, ...parts.body } });
	},
	suspects:
		'Check the IDs of the department and the people with their ID types, that all fields are filled in which the offer form requires, and that the custom fields belong to the form of this job.',
	errors: {
		1002054: {
			what: 'The application of this offer does not exist',
			mend: 'Check the offer ID. The application (投递) may have been deleted in Feishu Hire.',
		},
		1002055: {
			what: 'The application of this offer is terminated, so the offer cannot be changed',
			mend: 'Recover the application first, if the candidate is to be hired after all.',
		},
		1002056: {
			what: 'The application is in a stage in which its offer cannot be changed',
			mend: 'Look up the stage (阶段) of the application in Feishu Hire, and move it back to the stage for offers.',
		},
		1002064: {
			what: 'The offer does not exist',
			mend: 'Give the ID of the offer, not of the application or the candidate. The offer may also have been deleted.',
		},
		1002066: {
			what: 'The offer cannot be changed in the status that it has',
			mend: 'An offer that was sent to the candidate or accepted stays as it is. Look up its status in Feishu Hire.',
		},
		...offerContentErrors,
	},
});

/** The route asks for a version of the form even where nothing of the form is written. */
async function versionFor({ values }: EncodedItem, { call }: Tools): Promise<string> {
	if (values.offerForm !== undefined) return versionOf(await offerForm(call, String(values.offerForm)));
	const { offer } = await call(offerRoute, { path: { offer_id: String(values.offerId) } });
	return String((offer as IDataObject | undefined)?.schema_id);
}
