import { hireEvent } from '../event';

export const ecoBackgroundCheckCreated = hireEvent({
	type: 'hire.eco_background_check.created_v1',
	name: 'Background Check Requested',
	zh: '创建背调',
	description: 'A background check (背调) was ordered, told to the vendor who is to do it',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/eco_background_check/events/created',
	scopes: ['hire:background_check_order:readonly'],
	fields: {
		background_check_id: 'string',
		account_id: 'string',
		package_id: 'string',
		additional_item_id_list: ['string'],
		comment: 'string',
		candidate_info: {
			name: 'string',
			mobile: { code: 'string', number: 'string' },
			email: 'string',
			first_name: 'string',
			last_name: 'string',
		},
		client_contact_info: { name: 'string', mobile: { code: 'string', number: 'string' }, email: 'string' },
		custom_field_list: [{ key: 'string', value: 'string' }],
	},
	filters: { accountId: 'account_id' },
});
