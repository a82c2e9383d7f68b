/**
 * What the vendor's pages publish and the descriptors leave out, typed by hand from the pages:
 * limits as [requests, seconds], scopes, error codes, and how many things a list may hold.
 */
export interface Page {
	readonly limits: ReadonlyArray<readonly [requests: number, seconds: number]>;
	readonly scopes: readonly string[];
	readonly errors: readonly number[];
	readonly atMost?: Readonly<Record<string, number>>;
	/** What a field is required for: another field and its value. */
	readonly requiredFor?: Readonly<Record<string, readonly [field: string, value: number]>>;
}

export const pages: Readonly<Record<string, Page>> = {
	'offer.updateStatus': {
		limits: [[100, 60]],
		scopes: ['hire:offer'],
		errors: [1002001, 1002002, 1002064, 1002069, 1002070, 1002071, 1002072, 1002073, 1002074],
		atMost: { termination_reason_id_list: 50 },
		requiredFor: { expiration_date: ['offer_status', 6], termination_reason_id_list: ['offer_status', 8] },
	},
	'externalOffer.create': {
		limits: [[10, 1]],
		scopes: ['hire:external_offer'],
		errors: [1002001, 1002002],
		atMost: { attachment_id_list: 20 },
	},
	'externalOffer.update': {
		limits: [[10, 1]],
		scopes: ['hire:external_offer'],
		errors: [1002001, 1002002],
		atMost: { attachment_id_list: 10 },
	},
	'application.transferStage': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:application'],
		errors: [1002001, 1002002, 1002201, 1002204, 1002210, 1002211, 1002212, 1002220],
	},
	'application.terminate': {
		limits: [[20, 1]],
		scopes: ['hire:application'],
		errors: [1002001, 1002002, 1002221],
	},
};
