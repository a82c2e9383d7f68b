import { applicationId } from '../../fields/ids';
import { refusedReasons } from '../../fields/refusedReasons';
import { terminationReasonList } from '../../fields/terminationReasons';
import { terminationType } from '../../fields/terminationType';
import { operation } from '../../declare/operation';
import { text } from '../../declare/params';
import { body } from '../../declare/place';
import { terminated } from '../proofs';

export const terminateApplication = operation({
	resource: 'application',
	value: 'terminate',
	name: 'Terminate',
	action: 'End an application until recovered',
	description: 'End an application (投递) with the reason why',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/terminate',
	route: 'POST /open-apis/hire/v1/applications/:application_id/terminate',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:application'],
	effect: 'idempotent',
	orderedBy: 'applicationId',
	params: {
		applicationId: applicationId(),
		terminationType: terminationType(),
		terminationReasonList: terminationReasonList({
			to: body('termination_reason_list'),
			dependsOn: 'terminationType',
		}),
		terminationReasonNote: text({
			name: 'Termination Note',
			to: body('termination_reason_note'),
			description: 'Remark (终止备注) on why the application ended',
			rows: 2,
		}),
	},
	proof: terminated,
	explain: refusedReasons({
		given: 'terminationReasonList',
		type: ({ terminationType: type }) => Number(type),
	}),
	suspects:
		'Check that the application exists and that the termination reasons exist, are in use and belong to the termination type.',
	errors: {
		1002221: {
			what: 'The application is already terminated',
			mend: 'Nothing is left to do for it. Leave it out, or recover it (Recover) to end it for another reason.',
		},
	},
});
