import { offerId } from '../fields/offerId';
import { CONFIRM, INTERNSHIP_CHANGES, OFFBOARD } from '../internshipChanges';
import { internshipRow } from '../outputs';
import { operation } from '../../declare/operation';
import { choice, date, text } from '../../declare/params';
import { body } from '../../declare/place';

export const updateInternshipStatus = operation({
	resource: 'internshipOffer',
	value: 'updateStatus',
	name: 'Update Status',
	action: 'Record an intern start or end for good',
	description: 'Record that an intern (实习生) has started, will not start, or has left',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/intern_offer_status',
	route: 'POST /open-apis/hire/v1/offers/:offer_id/intern_offer_status',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:offer'],
	effect: 'idempotent',
	orderedBy: 'offerId',
	params: {
		offerId: offerId(),
		// n8n itself calls what the panel does `operation`, which is the key on the wire.
		statusChange: choice({
			name: 'What Happened',
			to: body('operation'),
			required: true,
			description: 'What has happened',
			options: INTERNSHIP_CHANGES,
		}),
		actualOnboardingDate: date({
			name: 'Actual Onboarding Date',
			to: body('onboarding_info.actual_onboarding_date'),
			required: { param: 'statusChange', is: [CONFIRM], says: 'the intern has started' },
			description:
				"The first day of the internship (实际入职日期), in the workflow's time zone. Required for Has Started.",
		}),
		actualOffboardingDate: date({
			name: 'Actual Departure Date',
			to: body('offboarding_info.actual_offboarding_date'),
			required: { param: 'statusChange', is: [OFFBOARD], says: 'the intern has left' },
			description:
				"The last day of the internship (实际离职日期), in the workflow's time zone. It is later than the first day. Required for Has Left.",
		}),
		notes: text({
			name: 'Departure Note',
			to: body('offboarding_info.notes'),
			rows: 2,
			shown: { statusChange: [OFFBOARD] },
			description: 'Remark (备注) on why the intern left',
		}),
	},
	row: internshipRow,
	suspects:
		'Check that the offer exists and is one for an internship, and that the last day is later than the first.',
	errors: {
		1002067: {
			what: 'The intern is not waiting for onboarding',
			mend: 'Has Started and Will Not Start are for an internship offer that was accepted and has not begun (实习待入职). Look up its status in Feishu Hire.',
		},
		1002068: {
			what: 'The intern is not onboarded',
			mend: 'Has Left is for an internship that has begun and not ended (实习已入职). Look up its status in Feishu Hire.',
		},
	},
});
