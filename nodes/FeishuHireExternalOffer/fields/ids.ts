import { id } from '../../declare/params';
import { body, path } from '../../declare/place';
import { externalApplications } from '../../lookups/externalApplications';
import { externalOffers } from '../../lookups/externalOffers';

/** The external offer that the route names. */
export const externalOfferId = () =>
	id({
		lookup: externalOffers,
		name: 'External Offer',
		to: path('external_offer_id'),
		required: true,
		description: 'The offer imported from another system (外部 Offer), by the ID that Feishu Hire gave it',
		placeholder: 'e.g. 6989202908470446380',
	});

/** The imported application (外部投递) that a record belongs to. */
export const externalApplicationId = () =>
	id({
		lookup: externalApplications,
		name: 'External Application',
		to: body('external_application_id'),
		required: true,
		description: 'The application imported from another system (外部投递) that the offer belongs to',
		placeholder: 'e.g. 7395015673275697419',
	});

/** The external application that the route names. */
export const externalApplication = () =>
	id({
		lookup: externalApplications,
		name: 'External Application',
		to: path('external_application_id'),
		required: true,
		description:
			'The application imported from another system (外部投递), by the ID that Feishu Hire gave it',
		placeholder: 'e.g. 6989202908470446380',
	});
