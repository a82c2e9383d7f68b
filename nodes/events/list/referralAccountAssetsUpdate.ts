import { hireEvent } from '../event';

export const referralAccountAssetsUpdate = hireEvent({
	type: 'hire.referral_account.assets_update_v1',
	name: 'Referral Balance Changed',
	zh: '内推账户余额变更',
	description:
		'The balance of a referral account (内推账户) went up or down. Only for accounts that were registered by the API (注册内推账户).',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/referral_account/events/assets_update',
	scopes: ['hire:referral_account:readonly'],
	fields: {
		account_id: 'string',
		assets: {
			confirmed_bonus: { point_bonus: 'int', cash_bonus: [{ currency_type: 'string', amount: 'float' }] },
		},
		modify_time: 'string',
	},
});
