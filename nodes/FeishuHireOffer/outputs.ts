import { day, englishName, name, state, stateName, text, thing, time, type Row } from '../declare/output';
import { ownFieldsOf } from '../lookups/offerForms';
import { OFFER_TYPES, offerHead } from '../rows/offers';
import { INTERNSHIP_CHANGES } from './internshipChanges';

/** An offer in the list of a candidate's offers. */
export const listedOfferRow: Row = {
	...offerHead,
	...thing('employee_type', 'employee_type'),
	create_time: time('create_time'),
};

/** Update answers with what was sent and the ID. */
export const updatedOfferRow: Row = { offer_id: text('offer_id'), schema_id: text('schema_id') };

/** Create does so too, and is sent more. */
export const createdOfferRow: Row = {
	...updatedOfferRow,
	application_id: text('application_id'),
	...state('offer_type', 'offer_type', OFFER_TYPES),
};

/** What a change of an internship answers. */
export const internshipRow: Row = {
	offer_id: text('offer_id'),
	operation: text('operation'),
	operation_name: stateName('operation', INTERNSHIP_CHANGES),
	actual_onboarding_date: day('onboarding_info.actual_onboarding_date'),
	actual_offboarding_date: day('offboarding_info.actual_offboarding_date'),
	notes: text('offboarding_info.notes'),
};

/** An offer form (Offer 申请表) in the list of forms. */
export const listedFormRow: Row = {
	offer_form_id: text('id'),
	offer_form_name: name('name'),
	offer_form_name_en: englishName('name'),
	create_time: time('create_time'),
};

/** An offer form with the names of the fields that the company has added to it and uses. */
export const formRow: Row = {
	offer_form_id: text('id'),
	offer_form_name: name('name'),
	offer_form_name_en: englishName('name'),
	schema_id: text('schema.id'),
	custom_field_ids: {
		type: 'string',
		read: (form) =>
			ownFieldsOf(form)
				.map(({ id }) => String(id))
				.join(', '),
	},
	custom_field_names: {
		type: 'string',
		read: (form) => name('fields').read({ fields: ownFieldsOf(form) }, 'UTC'),
	},
	required_custom_field_names: {
		type: 'string',
		read: (form) =>
			name('fields').read(
				{ fields: ownFieldsOf(form).filter(({ is_required: asked }) => asked === true) },
				'UTC',
			),
	},
};

/** An approval flow of offers (Offer 审批流). */
export const approvalTemplateRow: Row = {
	offer_approval_template_id: text('id'),
	offer_approval_template_name: name('name'),
	offer_approval_template_name_en: englishName('name'),
	department_ids: text('department_list.id'),
	department_names: text('department_list.name'),
	department_names_en: text('department_list.en_name'),
	remark: text('remark'),
	create_time: time('create_time'),
};
