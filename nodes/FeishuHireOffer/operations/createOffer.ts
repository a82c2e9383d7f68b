import { checkAttachments, offerAttachments, withAttachments } from '../fields/attachments';
import { jobGradeErrors, offerContentErrors } from '../contentErrors';
import { OFFER_SECTIONS } from '../fields/sections';
import { offerFormFields } from '../fields/form';
import { offerIdTypes } from '../fields/idTypes';
import { offerPeople } from '../fields/people';
import { positionAndContract } from '../fields/position';
import { salaryInfo } from '../fields/salary';
import { createdOfferRow } from '../outputs';
import { OFFER_TYPES } from '../../rows/offers';
import { operation } from '../../declare/operation';
import { choice, id } from '../../declare/params';
import { body } from '../../declare/place';
import { applications } from '../../lookups/applications';

export const createOffer = operation({
	resource: 'offer',
	value: 'create',
	name: 'Create',
	action: 'Create the offer of an application',
	description: 'Create the offer of an application (投递) that has none yet',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/create',
	route: 'POST /open-apis/hire/v1/offers',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:offer'],
	// An application has one offer at most: a second sending makes none, but is refused, as it is where an older
	// offer is there.
	effect: 'idempotent',
	orderedBy: 'applicationId',
	sections: OFFER_SECTIONS,
	params: {
		applicationId: id({
			lookup: applications,
			name: 'Application',
			to: body('application_id'),
			required: true,
			description: 'The application (投递) to make the offer for; it has to be in a stage for offers',
		}),
		...offerPeople(),
		...offerFormFields({
			withoutSchema: 'Feishu Hire takes the newest',
		}),
		...positionAndContract(),
		...offerAttachments(),
		offerType: choice({
			name: 'Offer Type',
			to: body('offer_type'),
			description: 'Whether the candidate is hired as a regular employee or as an intern',
			absence: 'Feishu Hire decides which it is',
			options: OFFER_TYPES,
		}),
		salaryInfo: salaryInfo(),
		...offerIdTypes({ peopleAdmin: true }),
	},
	check: checkAttachments,
	async steps(item, tools) {
		return await tools.send(await withAttachments(item, tools));
	},
	row: createdOfferRow,
	suspects:
		'Check the IDs of the department and the people with their ID types, that all fields are filled in which the offer form requires, and that the custom fields belong to the form of this job.',
	errors: {
		1002001: {
			what: 'Feishu Hire had an internal error while creating the offer',
			mend: 'Look in Feishu Hire whether the application has the offer now, or with Get Many of the candidate; then run the item again if not. If it stays, give the log ID to Feishu support (飞书客服).',
		},
		1002053: {
			what: 'The application already has an offer',
			mend: 'Change it with Replace. Get Many of the candidate tells its ID.',
		},
		1002054: {
			what: 'The application does not exist',
			mend: 'Give the ID of the application (投递), not of the candidate or the job.',
		},
		1002055: {
			what: 'The application is terminated, so there can be no offer',
			mend: 'Recover the application first, if the candidate is to be hired after all.',
		},
		1002056: {
			what: 'The application is in a stage that allows no new offer',
			mend: 'Look up the stage (阶段) of the application in Feishu Hire, and move it to the stage for offers.',
		},
		1002062: {
			what: 'The stage of the application is not one in which offers are made',
			mend: 'Move the application to a stage for offers (Offer 沟通) with Transfer Stage first.',
		},
		...offerContentErrors,
		...jobGradeErrors,
	},
});
