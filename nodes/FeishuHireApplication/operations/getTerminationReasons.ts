import { terminationReasonRow } from '../outputs';
import { operation } from '../../declare/operation';

export const getTerminationReasons = operation({
	resource: 'application',
	value: 'getTerminationReasons',
	name: 'Get Termination Reasons',
	action: 'Get the termination reasons',
	description: 'List the reasons (终止原因) with which an application can be ended, in use or not',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/termination_reason/list',
	route: 'GET /open-apis/hire/v1/termination_reasons',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:application:readonly', 'hire:application'],
	effect: 'read',
	params: {},
	pages: { size: 200 },
	row: terminationReasonRow,
});
