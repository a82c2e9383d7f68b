import { formRow } from '../outputs';
import { FORM, offerForms } from '../../lookups/offerForms';
import { operation } from '../../declare/operation';
import { id } from '../../declare/params';
import { path } from '../../declare/place';

export const getOfferForm = operation({
	...FORM,
	resource: 'offerForm',
	value: 'get',
	name: 'Get',
	action: 'Get an offer form with its fields',
	description: 'Read an offer application form (Offer 申请表) with its version and its fields',
	params: {
		offerApplicationFormId: id({
			name: 'Offer Form',
			to: path('offer_application_form_id'),
			required: true,
			lookup: offerForms,
			description: 'The offer application form (Offer 申请表) to read',
			placeholder: 'e.g. 7680792645903286275',
		}),
	},
	row: formRow,
});
