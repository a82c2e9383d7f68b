import { hireEvent } from '../event';

export const talentDeleted = hireEvent({
	type: 'hire.talent.deleted_v1',
	name: 'Talent Deleted',
	zh: '删除人才',
	description: 'A candidate (人才) was deleted; only the ID is left',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/events/deleted',
	scopes: ['hire:talent:readonly'],
	fields: { talent_id: 'string' },
});
