import { hireEvent } from '../event';

export const ecoAccountCreated = hireEvent({
	type: 'hire.eco_account.created_v1',
	name: 'Vendor Account Connected',
	zh: '账号绑定',
	description:
		'A customer added an account (账号) for background checks or written tests, told to the vendor',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/eco_account/events/created',
	scopes: ['hire:background_check_order:readonly', 'hire:exam:readonly'],
	fields: {
		scope: 'int',
		account_id: 'string',
		account_name: 'string',
		usage_list: ['int'],
		custom_field_list: [{ key: 'string', value: 'string' }],
	},
	filters: { accountType: 'scope' },
});
