import { applicationId } from '../../fields/ids';
import { endedByCandidate } from '../../lookups/applications';
import { operation } from '../../declare/operation';
import { underWay } from '../proofs';

export const recoverApplication = operation({
	resource: 'application',
	value: 'recover',
	name: 'Recover',
	action: 'Recover a terminated application',
	description: 'Bring a terminated application (已终止的投递) back into its hiring process',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/recover',
	route: 'POST /open-apis/hire/v1/applications/:application_id/recover',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:application'],
	effect: 'idempotent',
	orderedBy: 'applicationId',
	params: { applicationId: applicationId({ told: endedByCandidate }) },
	proof: underWay,
	errors: {
		1002201: {
			what: 'The application does not exist',
			mend: 'Give the ID of the application (投递), not of the candidate (人才) or the offer.',
		},
		1002206: {
			what: 'The candidate has a similar application that is under way',
			mend: 'Go on with that one, or terminate it first. Get Many with the Candidate finds it.',
		},
		1002209: {
			what: 'The candidate is onboarded already',
			mend: 'The application of someone who works for your company cannot be recovered. Create a new one if the person changes jobs.',
		},
		1002210: {
			what: 'The candidate is locked in another application',
			mend: 'Release the lock in Feishu Hire, or wait until that application ends.',
		},
		1002225: {
			what: 'The application is not terminated',
			mend: 'Nothing is left to do for it: it is under way. Leave it out.',
		},
	},
});
