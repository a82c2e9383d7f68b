import { hireEvent } from '../event';

export const applicationDeleted = hireEvent({
	type: 'hire.application.deleted_v1',
	name: 'Application Deleted',
	zh: '删除投递',
	description: 'An application (投递) was deleted; only its ID is left',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/events/deleted',
	scopes: ['hire:application:readonly'],
	fields: { application_ids: ['string'] },
});
