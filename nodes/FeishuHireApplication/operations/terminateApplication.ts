import { invalidParameter, systemError } from '../../fields/errors';
import { applicationId } from '../../fields/ids';
import { terminationReasonList } from '../../fields/terminationReasons';
import { operation } from '../../spec/operation';
import { choice, text } from '../../spec/params';
import { body } from '../../spec/place';

export const terminateApplication = operation({
	resource: 'application',
	value: 'terminate',
	name: 'Terminate',
	action: 'Terminate an application',
	description: 'End an application (投递) with the reason why',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/terminate',
	route: 'POST /open-apis/hire/v1/applications/:application_id/terminate',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:application'],
	effect: 'idempotent',
	orderedBy: 'applicationId',
	alreadyDone: [1002221],
	params: {
		applicationId: applicationId(),
		terminationType: choice({
			name: 'Termination Type',
			to: body('termination_type'),
			required: true,
			description: 'Who ended the application',
			options: [
				{ name: 'We Rejected the Candidate', value: 1, description: '我们拒绝了候选人' },
				{ name: 'The Candidate Declined', value: 22, description: '候选人拒绝了我们' },
				{ name: 'Other', value: 27, description: '其他' },
			],
			default: 1,
		}),
		terminationReasonList: terminationReasonList({ to: body('termination_reason_list') }),
		terminationReasonNote: text({
			name: 'Termination Note',
			to: body('termination_reason_note'),
			description: 'Remark (备注) on why the application ended',
			rows: 2,
		}),
	},
	errors: {
		1002001: systemError('terminating this application'),
		1002002: invalidParameter(
			'Check that the application exists and that the termination reasons exist, are in use and belong to the termination type.',
		),
		1002221: {
			what: 'The application is already terminated',
			mend: 'Nothing is left to do for it. Leave it out, or recover it in Feishu Hire to end it for another reason.',
		},
	},
});
