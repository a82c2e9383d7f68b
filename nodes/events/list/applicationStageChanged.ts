import { hireEvent } from '../event';

export const applicationStageChanged = hireEvent({
	type: 'hire.application.stage_changed_v1',
	name: 'Application Stage Changed',
	zh: '投递阶段变更',
	description: 'An application (投递) came into another stage of its hiring process',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/events/stage_changed',
	scopes: ['hire:application:readonly'],
	fields: {
		application_id: 'string',
		origin_stage_id: 'string',
		target_stage_id: 'string',
		update_time: 'int',
	},
	filters: { stageId: 'target_stage_id', originStageId: 'origin_stage_id' },
});
