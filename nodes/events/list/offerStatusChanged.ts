import { hireEvent } from '../event';

export const offerStatusChanged = hireEvent({
	type: 'hire.offer.status_changed_v1',
	name: 'Offer Status Changed',
	zh: 'Offer 状态变更',
	description:
		'The status of a regular offer changed, by more than its creation; internship offers send no event',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/events/status_changed',
	scopes: ['hire:offer:low_sensitive_info:readonly', 'hire:offer:readonly'],
	fields: { offer_id: 'string' },
});
