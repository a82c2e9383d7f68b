import { id } from '../../declare/params';
import { path } from '../../declare/place';
import { offers } from '../../lookups/offers';

/** The offer that the route names. */
export const offerId = () =>
	id({
		lookup: offers,
		name: 'Offer',
		to: path('offer_id'),
		required: true,
		description: 'The offer to work on. It is not the application: each application has its own offer.',
		placeholder: 'e.g. 6930815272790114324',
	});
