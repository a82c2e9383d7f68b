import { refusedReasons } from '../../fields/refusedReasons';
import { OFFER_STATUSES } from '../../fields/offerStatuses';
import { offerId } from '../fields/offerId';
import { terminationReasonList } from '../../fields/terminationReasons';
import { operation } from '../../declare/operation';
import { choice, date, text } from '../../declare/params';
import { body } from '../../declare/place';

const SENT = 6;
const DECLINED = 8;
const EXPIRED = 9;

/** Feishu Hire sets these by itself. */
const READ_ONLY = [1, 11, 12, 13];

export const updateOfferStatus = operation({
	resource: 'offer',
	value: 'updateStatus',
	name: 'Update Status',
	action: 'Record the status of an offer',
	description: 'Set where an offer stands in approval (审批), sending (发送) and acceptance (接受)',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/offer_status',
	route: 'PATCH /open-apis/hire/v1/offers/:offer_id/offer_status',
	limits: [{ requests: 100, perSeconds: 60 }],
	scopes: ['hire:offer'],
	effect: 'idempotent',
	orderedBy: 'offerId',
	params: {
		offerId: offerId(),
		offerStatus: choice({
			name: 'Offer Status',
			to: body('offer_status'),
			required: true,
			description:
				'The state to set. Approval and sending each need their switch in Feishu Hire: Settings › Offer Settings › Offer Rules (设置 › Offer 设置 › Offer 规则设置).',
			options: OFFER_STATUSES.filter(({ value }) => !READ_ONLY.includes(Number(value))),
		}),
		expirationDate: date({
			name: 'Expiration Date',
			to: body('expiration_date'),
			required: { param: 'offerStatus', is: [SENT], says: 'the status is Sent' },
			description:
				"The last day on which the candidate can accept, in the workflow's time zone. Required for Sent.",
		}),
		terminationReasonIdList: terminationReasonList({
			to: body('termination_reason_id_list'),
			max: 50,
			required: { param: 'offerStatus', is: [DECLINED], says: 'the status is Declined by Candidate' },
		}),
		terminationReasonNote: text({
			name: 'Termination Note',
			to: body('termination_reason_note'),
			shown: { offerStatus: [DECLINED, EXPIRED] },
			description: 'Remark (终止备注) on why the offer ended',
			rows: 2,
		}),
	},
	explain: refusedReasons({ given: 'terminationReasonIdList' }),
	suspects:
		'Check that the termination reasons exist and are in use, and that the expiration date is today or later.',
	errors: {
		1002064: {
			what: 'The offer does not exist',
			mend: 'Give the ID of the offer, not of the application or the candidate. The offer may also have been deleted.',
		},
		1002069: {
			what: 'The approval of this offer cannot go to that status from where it stands',
			mend: 'Look up the current status in Feishu Hire. Approval goes from Created to Approval in Progress, and from there to Approved, Rejected or Withdrawn.',
		},
		1002070: {
			what: 'The approval of this offer was started in Feishu Hire, so only Feishu Hire can change it',
			mend: 'Finish or withdraw the approval in Feishu Hire. Offers whose approval runs in another system must be submitted there first.',
		},
		1002071: {
			what: 'The candidate is too far in the hiring process to change this offer',
			mend: 'The status can only be changed before the application reaches the stage Pending Onboarding (待入职). Move the application back first, if that is what you want.',
		},
		1002072: {
			what: 'This offer cannot be set to Expired',
			mend: 'Only an offer that is Sent or Accepted by Candidate can expire. Look up its current status in Feishu Hire.',
		},
		1002073: {
			what: 'This offer was sent to the candidate from Feishu Hire, so only Feishu Hire can change it',
			mend: 'Record the answer of the candidate in Feishu Hire. Only offers sent from another system can be updated here.',
		},
		1002074: {
			what: 'Feishu Hire does not accept offer changes from another system yet',
			mend: 'A Feishu Hire administrator turns on two switches under Settings › Offer Settings › Offer Rules (飞书招聘 › 设置 › Offer 设置 › Offer 规则设置): for approval states “Create and approve offers in the OA system” (通过 OA 系统创建和审批 Offer), for the others “Send offers from the OA system” (通过 OA 系统发送 Offer).',
		},
	},
});
