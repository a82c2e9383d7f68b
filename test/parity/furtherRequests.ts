/**
 * What operations with steps of their own send besides their own route, as the rows show it. An operation that gets
 * steps is entered here, with a row that takes them.
 */
import type { Route } from '../../nodes/declare/operation';

const UPLOAD = 'POST /open-apis/hire/v1/attachments';

export const furtherRequests: Readonly<Record<string, readonly Route[]>> = {
	'application.getAll': ['GET /open-apis/hire/v1/applications/:application_id'],
	'attachment.download': [],
	'attachment.getPdfPreview': [],
	'attachment.upload': [],
	'externalApplication.update': ['GET /open-apis/hire/v1/external_applications'],
	'externalOffer.create': [UPLOAD],
	'externalOffer.get': [],
	'externalOffer.getAll': [],
	'externalOffer.update': [UPLOAD, 'POST /open-apis/hire/v1/external_offers/batch_query'],
	'offer.create': [UPLOAD],
	'offer.update': [
		'GET /open-apis/hire/v1/offer_application_forms/:offer_application_form_id',
		'GET /open-apis/hire/v1/offers/:offer_id',
		UPLOAD,
	],
};
