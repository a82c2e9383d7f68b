import { hireEvent } from '../event';

export const ecoBackgroundCheckCanceled = hireEvent({
	type: 'hire.eco_background_check.canceled_v1',
	name: 'Background Check Canceled',
	zh: '终止背调',
	description: 'A background check (背调) was ended, told to the vendor who does it',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/eco_background_check/events/canceled',
	scopes: ['hire:background_check_order:readonly'],
	fields: { background_check_id: 'string', termination_reason: 'string' },
});
