import { invalidParameter, systemError } from '../../fields/errors';
import { FORMS } from '../../lookups/offerForms';
import { operation } from '../../declare/operation';

export const getManyOfferForms = operation({
	...FORMS,
	resource: 'offerForm',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many offer forms',
	description: 'List the offer application forms (Offer 申请表) of the company',
	params: {},
	errors: {
		1002001: systemError('listing offer forms'),
		1002002: invalidParameter(
			'Run the node again. If it stays, give the log ID to Feishu support (飞书客服).',
		),
	},
});
