import { hireEvent } from '../event';

export const ehrImportTaskForInternshipOfferImported = hireEvent({
	type: 'hire.ehr_import_task_for_internship_offer.imported_v1',
	name: 'Internship Import Started',
	zh: '导入 e-HR（实习 Offer）',
	description:
		'Somebody chose Import to e-HR (导入 e-HR) for an internship offer (实习 Offer), and Feishu Hire waits for the result. Report the result with the HTTP Request node: PATCH /open-apis/hire/v1/ehr_import_tasks/{task_id}, state 1 (done) or 2 (failed).',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/ehr_import_task_for_internship_offer/events/imported',
	scopes: ['hire:ehr_import'],
	fields: {
		task_id: 'string',
		application_id: 'string',
		offer_id: 'string',
		pre_onboard_id: 'string',
		ehr_department_id: 'string',
		operator_id: 'string',
		operator_user_id: { union_id: 'string', user_id: 'string', open_id: 'string' },
		ehr_department: { department_id: 'string', open_department_id: 'string' },
	},
});
