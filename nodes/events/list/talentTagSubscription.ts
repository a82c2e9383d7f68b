import { hireEvent } from '../event';

export const talentTagSubscription = hireEvent({
	type: 'hire.talent.tag_subscription_v1',
	name: 'Talent Progress Changed',
	zh: '人才进展变更',
	description: 'A candidate (人才) with a tag came into another stage, or was locked or unlocked',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/events/tag_subscription',
	scopes: ['hire:talent:readonly', 'hire:talent'],
	fields: {
		talent_id: 'string',
		application_id: 'string',
		type: 'int',
		tag: {
			id: 'string',
			name: { zh_cn: 'string', en_us: 'string' },
			description: { zh_cn: 'string', en_us: 'string' },
		},
		lock_status: 'int',
		application_stage: { id: 'string', zh_name: 'string', en_name: 'string', type: 'int' },
	},
	filters: { stageId: 'application_stage.id', changeType: 'type', lockStatus: 'lock_status' },
});
