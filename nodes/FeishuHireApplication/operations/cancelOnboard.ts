import { applicationId } from '../../fields/ids';
import { refusedReasons } from '../../fields/refusedReasons';
import { terminationReasonList, terminationType } from '../../fields/terminationReasons';
import { operation } from '../../declare/operation';
import { text } from '../../declare/params';
import { body } from '../../declare/place';
import { terminated } from '../proofs';

export const cancelOnboard = operation({
	resource: 'onboarding',
	value: 'cancelOnboard',
	name: 'Cancel Onboarding',
	action: 'Cancel onboarding and end application',
	description: 'End the application of a candidate who is Pending Onboarding (待入职) and will not come',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/cancel_onboard',
	route: 'POST /open-apis/hire/v1/applications/:application_id/cancel_onboard',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:application'],
	effect: 'idempotent',
	orderedBy: 'applicationId',
	params: {
		applicationId: applicationId(),
		terminationType: terminationType(),
		terminationReasonIdList: terminationReasonList({
			to: body('termination_reason_id_list'),
			dependsOn: 'terminationType',
		}),
		terminationReasonNotes: text({
			name: 'Termination Note',
			to: body('termination_reason_notes'),
			description: 'Remark (终止备注) on why the candidate will not come',
			rows: 2,
		}),
	},
	proof: terminated,
	explain: refusedReasons({
		given: 'terminationReasonIdList',
		type: ({ terminationType: type }) => Number(type),
	}),
	suspects:
		'Check that the application is in the stage Pending Onboarding (待入职) and that the termination reasons belong to the termination type. For someone already Onboarded (已入职), use Update Employee.',
	errors: {
		1002221: {
			what: 'The application is already terminated',
			mend: 'Nothing is left to do for it. Leave it out, or recover it to end it for another reason.',
		},
		1002910: {
			what: 'The candidate is already Pending Onboarding in Feishu People',
			mend: 'Cancel the onboarding in Feishu People (飞书人事); Feishu Hire follows.',
		},
	},
});
