/**
 * Where an operation differs from the vendor's descriptor on purpose, and why: `operation field` → check → reason.
 * A field leaves no other check than those named here.
 */
import type { Check } from './checks';

const NO_WAY_TO_AN_ID = 'The page says not to use it: there is no way to come by an ID for it.';
const ONE_OF_A_LIST = 'The panel asks for one ID, required, which the operation sends as a list of one.';
const OWN_TYPE = 'Without it Feishu Hire looks among the resumes, and finds a file only under its own type.';

export const differences: Readonly<Record<string, Readonly<Partial<Record<Check, string>>>>> = {
	'offer.create basic_info.attachment_id_list': { presence: NO_WAY_TO_AN_ID },
	'offer.update basic_info.attachment_id_list': { presence: NO_WAY_TO_AN_ID },
	'offer.update schema_id': { required: 'Left out in the panel, the newest version is looked up and sent.' },
	'internshipOffer.updateStatus operation': {
		name: "n8n itself calls what the panel does 'operation', so that the parameter has the name statusChange.",
	},
	'externalOffer.get external_offer_id_list': {
		name: ONE_OF_A_LIST,
		required: ONE_OF_A_LIST,
		type: ONE_OF_A_LIST,
	},
	'externalOffer.get external_application_id': {
		presence: 'The page says that it is not looked at when IDs are given.',
	},
	'application.create user_id': {
		condition: 'It depends on the kind of the resume source, which its ID does not tell.',
	},
	'application.getAll active_status': {
		required: 'Without it the ended ones are listed too, which a change of many must not meet.',
	},
	'attachment.get type': { required: OWN_TYPE },
	'attachment.download type': { required: OWN_TYPE },
	'onboarding.updateEmployee operation': {
		name: "Its parameter is called employeeOperation, since 'operation' is what chooses among the operations of a node.",
	},
	'onboarding.updateEmployee conversion_info.actual_conversion_time': {
		condition:
			'The page requires the object when someone becomes a regular employee: this is all that it holds.',
	},
	'onboarding.updateEmployee overboard_info.actual_overboard_time': {
		condition: 'The page requires the object when someone leaves, and the time is what it is for.',
	},
};
