import { hireEvent } from '../event';

export const ecoExamCreated = hireEvent({
	type: 'hire.eco_exam.created_v1',
	name: 'Written Test Requested',
	zh: '创建笔试',
	description: 'A written test (笔试) was arranged, told to the vendor who is to hold it',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/eco_exam/events/created',
	scopes: ['hire:exam', 'hire:exam:readonly'],
	fields: {
		exam_id: 'string',
		account_id: 'string',
		paper_id: 'string',
		candidate_info: { name: 'string', mobile: { code: 'string', number: 'string' }, email: 'string' },
	},
	filters: { accountId: 'account_id' },
});
