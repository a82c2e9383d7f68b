import { choices, idList, type Param } from '../declare/params';
import { jobs } from '../lookups/jobs';
import { stages } from '../lookups/stages';

const FROM_LIST =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.';

/** What events can be filtered by. The names are saved in workflows: they never change. */
export const FILTERS = {
	accountId: idList({
		name: 'Account IDs',
		to: undefined,
		description: "Only events of these vendor's accounts (账号)",
		things: 'accounts',
		placeholder: 'e.g. 6931286400470354183',
	}),
	accountType: choices({
		name: 'Account Types',
		to: undefined,
		description: 'Only accounts (账号) of these types',
		options: [
			{ name: 'Background Check', value: 1, zh: '背调账号' },
			{ name: 'Written Test', value: 2, zh: '笔试账号' },
		],
	}),
	changeType: choices({
		name: 'Changes',
		to: undefined,
		description: 'Only these changes of the candidate',
		options: [
			{ name: 'Locked', value: 2, zh: '锁定' },
			{ name: 'Stage Changed', value: 1, zh: '阶段变更' },
			{ name: 'Unlocked', value: 3, zh: '解锁' },
		],
	}),
	jobId: idList({
		name: 'Job Names or IDs',
		to: undefined,
		description: `Only applications for these jobs (职位). ${FROM_LIST}`,
		things: 'jobs',
		lookup: jobs,
	}),
	lockStatus: choices({
		name: 'Lock Status',
		to: undefined,
		description: 'Only candidates with these locks (锁定状态)',
		options: [
			{ name: 'Locked in Another Job', value: 2, zh: '锁定在其他职位' },
			{ name: 'Locked in This Job', value: 3, zh: '锁定在当前职位' },
			{ name: 'Not Locked', value: 1, zh: '未锁定' },
		],
	}),
	offerStatus: choices({
		name: 'Offer Status',
		to: undefined,
		description: 'Only offers that have one of these states when the event comes',
		options: [
			{ name: 'Accepted by Candidate', value: 7, zh: '候选人已接受 / 被候选人接受' },
			{ name: 'Approval in Progress', value: 2, zh: '审批中' },
			{ name: 'Approval Withdrawn', value: 3, zh: '审批已撤回' },
			{ name: 'Approved', value: 4, zh: '审批通过' },
			{ name: 'Created', value: 10, zh: '已创建' },
			{ name: 'Declined by Candidate', value: 8, zh: '候选人已拒绝 / 被候选人拒绝' },
			{ name: 'Expired', value: 9, zh: '已失效' },
			{ name: 'Rejected in Approval', value: 5, zh: '审批不通过' },
			{ name: 'Sent', value: 6, zh: '已发送' },
		],
	}),
	originStageId: idList({
		name: 'Old Stage Names or IDs',
		to: undefined,
		description: `Only applications that left these stages (阶段). ${FROM_LIST}`,
		things: 'stages',
		lookup: stages,
	}),
	stageId: idList({
		name: 'Stage Names or IDs',
		to: undefined,
		description: `Only applications that came into these stages (阶段). ${FROM_LIST}`,
		things: 'stages',
		lookup: stages,
	}),
} as const satisfies Record<string, Param>;

export type FilterName = keyof typeof FILTERS;
