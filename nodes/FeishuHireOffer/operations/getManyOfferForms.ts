import { FORMS } from '../../lookups/offerForms';
import { listedFormRow } from '../outputs';
import { operation } from '../../declare/operation';

export const getManyOfferForms = operation({
	...FORMS,
	resource: 'offerForm',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many offer forms',
	description: 'List the offer application forms (Offer 申请表) of the company',
	params: {},
	row: listedFormRow,
});
