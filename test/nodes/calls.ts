/** The five operations as a workflow saves them, with all that is required filled in, and Simplify off. */
import type { INodeParameters } from 'n8n-workflow';
import { byId, type RunOptions } from '../n8nCore/run';
import type { Simulator } from '../simulator';

type Call = Pick<RunOptions, 'node' | 'parameters'>;
type Values = INodeParameters;

export const updateStatus = (offerId: string, offerStatus: number | string, more: Values = {}): Call => ({
	node: 'feishuHireOffer',
	parameters: { resource: 'offer', operation: 'updateStatus', offerId: byId(offerId), offerStatus, ...more },
});

export const createExternalOffer = (externalApplicationId: string, more: Values = {}): Call => ({
	node: 'feishuHireExternalOffer',
	parameters: {
		resource: 'externalOffer',
		operation: 'create',
		simplify: false,
		externalApplicationId: byId(externalApplicationId),
		...more,
	},
});

export const updateExternalOffer = (
	externalOfferId: string,
	externalApplicationId: string,
	more: Values = {},
): Call => ({
	node: 'feishuHireExternalOffer',
	parameters: {
		resource: 'externalOffer',
		operation: 'update',
		simplify: false,
		externalOfferId: byId(externalOfferId),
		externalApplicationId: byId(externalApplicationId),
		...more,
	},
});

export const transferStage = (applicationId: string, stageId: string, more: Values = {}): Call => ({
	node: 'feishuHireApplication',
	parameters: {
		resource: 'application',
		operation: 'transferStage',
		applicationId: byId(applicationId),
		stageId: byId(stageId),
		...more,
	},
});

export const terminate = (
	applicationId: string,
	terminationType: number | string = 1,
	more: Values = {},
): Call => ({
	node: 'feishuHireApplication',
	parameters: {
		resource: 'application',
		operation: 'terminate',
		applicationId: byId(applicationId),
		terminationType,
		...more,
	},
});

/** The requests that a simulator got, without those for tokens. */
export const hireRequests = ({ requests }: Simulator) =>
	requests.filter(({ path }) => path.startsWith('/open-apis/hire/'));
