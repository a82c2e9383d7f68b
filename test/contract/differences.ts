/** Where an operation differs from the vendor's descriptor on purpose, and why. `operation field` → reason. */
export const differences: Readonly<Record<string, string>> = {
	'offer.create basic_info.attachment_id_list':
		'The page says not to use it: there is no way to come by an ID for it.',
	'offer.create basic_info.job_process_type_id': 'The page lists its two values; the descriptor does not.',
	'offer.create basic_info.pathway_id': 'The page has it; the descriptor does not yet.',
	'offer.update basic_info.attachment_id_list':
		'The page says not to use it: there is no way to come by an ID for it.',
	'offer.update basic_info.job_process_type_id': 'The page lists its two values; the descriptor does not.',
	'offer.update basic_info.pathway_id': 'The page has it; the descriptor does not yet.',
	'offer.update schema_id': 'Left out in the panel, the newest version is looked up and sent.',
	'offerForm.getApprovalTemplates department_id_type': 'The descriptors leave out the route.',
	'internshipOffer.updateStatus operation':
		"n8n itself calls what the panel does 'operation', so that the parameter has the name statusChange.",
	'externalOffer.get external_offer_id_list':
		'The panel asks for one ID, required; the request carries it as a list of one.',
	'externalOffer.get external_application_id': 'The page says that it is not looked at when IDs are given.',
	'externalApplication.getAll talent_id': 'The page requires it; the descriptor does not.',
	'externalApplication.update talent_id': 'The page has it, required; the descriptor lacks it.',
	'application.getAll active_status':
		'The descriptor names the three values in a sentence, where the page has a list of them.',
	'onboarding.updateEmployee operation':
		"Its parameter is called employeeOperation, since 'operation' is what chooses among the operations of a node.",
	'onboarding.updateEmployee conversion_info.actual_conversion_time':
		'The page requires the object when someone becomes a regular employee, and this is all that it holds.',
	'onboarding.updateEmployee overboard_info.actual_overboard_time':
		'The page requires the object when someone leaves, and the time is what it is for.',
};

/** Routes that the vendor's descriptors leave out, and what compares them instead. */
export const withoutDescriptor: Readonly<Record<string, string>> = {
	'GET /open-apis/hire/v1/offer_approval_templates':
		'The SDK has the route, and the parity test sends through it.',
	'POST /open-apis/hire/v1/attachments':
		'An older page; the SDK has the route, and the parity test sends through it.',
};
