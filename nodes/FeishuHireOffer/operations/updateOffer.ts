import type { IDataObject } from 'n8n-workflow';
import { offerId } from '../fields/offerId';
import { checkAttachments, offerAttachments, withAttachments } from '../fields/attachments';
import { OFFER_SECTIONS } from '../fields/sections';
import { offerContentErrors } from '../contentErrors';
import { offerFormFields } from '../fields/form';
import { offerIdTypes } from '../fields/idTypes';
import { offerPeople } from '../fields/people';
import { offerRoute } from '../../routes/offer';
import { positionAndContract } from '../fields/position';
import { salaryInfo } from '../fields/salary';
import { namesOf, offerForm, ownFieldsOf, versionOf } from '../../lookups/offerForms';
import { updatedOfferRow } from '../outputs';
import { operation, type Call } from '../../declare/operation';
import { checkNothingErased, fieldsLeftOut } from '../erased';

export const updateOffer = operation({
	resource: 'offer',
	value: 'update',
	name: 'Replace',
	action: 'Replace all content of an offer for good',
	description:
		'Write an offer anew. What is not given is erased, custom fields too. Not for an offer that is sent or accepted.',
	notice:
		'Replaces the whole offer: position, contract, salary, attachments and custom fields. Feishu Hire does not show Recommendation, Employment Job, Attachment Description and Hiring Process Type of an offer: give them again, or they are lost. A change that needs approval withdraws the running approval.',
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
		fieldsLeftOut: fieldsLeftOut(),
		...offerPeople(),
		...offerFormFields({
			withoutSchema: "the newest of 'Offer Form' is taken, or else the one that the offer was written with",
		}),
		...positionAndContract(),
		...offerAttachments(),
		salaryInfo: salaryInfo(),
		...offerIdTypes({ peopleAdmin: true }),
	},
	check: checkAttachments,
	async steps(item, tools) {
		const { offerForm: chosen, schemaId, offerId: id, fieldsLeftOut: leftOut } = item.values;
		const kept = leftOut !== 'clear';
		// With the version at hand, the form serves for the names of what would be erased.
		const form =
			chosen === undefined || (schemaId !== undefined && !kept)
				? undefined
				: await offerForm(tools.call, String(chosen));
		// The route asks for a version of the form even where nothing of the form is written.
		const offer = kept || (!form && !schemaId) ? await offerOf(tools.call, String(id)) : {};
		if (kept) checkNothingErased(offer, item, (field) => nameIn(form, field));
		const schema_id = schemaId ?? (form ? versionOf(form) : String(offer.schema_id));
		const parts = await withAttachments(item, tools);
		return await tools.send({ ...parts, body: { schema_id, ...parts.body } });
	},
	row: updatedOfferRow,
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

async function offerOf(call: Call, id: string): Promise<IDataObject> {
	const { offer } = await call(offerRoute, { path: { offer_id: id } });
	return (offer ?? {}) as IDataObject;
}

function nameIn(form: IDataObject | undefined, id: string): string {
	const field = ownFieldsOf(form ?? {}).find((each) => String(each.id) === id);
	return field ? namesOf(field) : id;
}
