import { ID_TYPES } from '../../fields/idTypes';

/** The sections of the panel for writing an offer. */
export const OFFER_SECTIONS = {
	basicInfo: 'Position and Contract',
	attachments: 'Attachments',
	...ID_TYPES,
} as const;
