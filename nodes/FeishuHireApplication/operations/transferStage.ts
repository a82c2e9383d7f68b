import { applicationId, stageId } from '../../fields/ids';
import { operation } from '../../declare/operation';
import { otherProcess } from '../otherProcess';

export const transferStage = operation({
	resource: 'application',
	value: 'transferStage',
	name: 'Transfer Stage',
	action: 'Move an application to a stage',
	description: 'Move an application (投递) to another stage (阶段) of its hiring process',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/transfer_stage',
	route: 'POST /open-apis/hire/v1/applications/:application_id/transfer_stage',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:application'],
	effect: 'idempotent',
	orderedBy: 'applicationId',
	params: { applicationId: applicationId(), stageId: stageId() },
	explain: otherProcess,
	suspects: 'Check that the application ID and the stage are IDs of Feishu Hire.',
	errors: {
		1002201: {
			what: 'The application does not exist',
			mend: 'Give the ID of the application (投递), not of the candidate (人才) or the offer.',
		},
		1002204: {
			what: 'The stage does not exist',
			mend: 'Pick a stage of the hiring process that this application runs through.',
		},
		1002210: {
			what: 'The candidate is locked in another application',
			mend: 'A candidate who is locked can be moved only in the application that holds the lock. Release the lock in Feishu Hire, or move that application.',
		},
		1002211: {
			what: 'The application cannot be moved to that stage',
			mend: 'If it stands in that stage already, there is nothing to do. No application can be moved to Onboarded (已入职) here. Pending Onboarding (待入职) may need an approved offer (Settings › Offer Settings › Offer Approval, Offer 审批设置). Rules of the hiring process may forbid the step (Settings › Candidate Process › Process Control Rules, 招聘流程管控规则设置).',
		},
		1002212: {
			what: 'Feishu Hire could not move the application',
			mend: 'Try to move it in Feishu Hire to see the reason. If that fails too, give the log ID to Feishu support (飞书客服).',
		},
		1002220: {
			what: 'The application cannot be moved from the stage it is in',
			mend: 'An application that is Onboarded (已入职) stays there. A terminated one must be recovered first.',
		},
	},
});
