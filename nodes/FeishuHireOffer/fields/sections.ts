import { ID_TYPES } from '../../fields/idTypes';

/** The sections of the panel for writing an offer. */
export const OFFER_SECTIONS = {
	basicInfo: { title: 'Position and Contract' },
	attachments: { title: 'Attachments' },
	...ID_TYPES,
} as const;
