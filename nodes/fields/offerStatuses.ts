import type { Choice } from '../declare/params';

/** The states of an offer (Offer 状态). The pages of reading call number 10 not approved yet (未审批). */
export const OFFER_STATUSES: readonly Choice[] = [
	{ name: 'Accepted by Candidate', value: 7, zh: '候选人已接受 / 被候选人接受' },
	{ name: 'Approval in Progress', value: 2, zh: '审批中' },
	{ name: 'Approval Withdrawn', value: 3, zh: '审批已撤回' },
	{ name: 'Approved', value: 4, zh: '审批通过' },
	{ name: 'Created', value: 10, zh: '已创建' },
	{ name: 'Declined by Candidate', value: 8, zh: '候选人已拒绝 / 被候选人拒绝' },
	{ name: 'Expired', value: 9, zh: '已失效' },
	{ name: 'Internship Ended', value: 13, zh: '实习已离职' },
	{ name: 'Internship Not Started', value: 11, zh: '实习待入职' },
	{ name: 'Internship Started', value: 12, zh: '实习已入职' },
	{ name: 'Not Applied For', value: 1, zh: '未申请' },
	{ name: 'Rejected in Approval', value: 5, zh: '审批不通过' },
	{ name: 'Sent', value: 6, zh: '已发送' },
];
