import type { IDataObject } from 'n8n-workflow';
import { FORM, namesOf, offerForms, optionsOf, ownFieldsOf, versionOf } from '../../lookups/offerForms';
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
	simplify: (form) => ({
		id: form.id,
		name: namesOf(form),
		schema_id: versionOf(form),
		customized_field_list: ownFieldsOf(form).map(simpleField),
	}),
});

const simpleField = (field: IDataObject): IDataObject => ({
	id: field.id,
	name: namesOf(field),
	object_type_v2: field.object_type_v2,
	is_required: field.is_required,
	options: optionsOf(field).map((option) => ({ id: option.id, name: namesOf(option) })),
});
