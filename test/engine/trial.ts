/** One run of operations of every effect in n8n's engine, under a clock that makes their waits short. */
import { join } from 'node:path';
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';
import type { Clock } from '../../nodes/engine/clock';
import type { execute } from '../../nodes/engine/execute';
import { createExternalOffer } from '../../nodes/FeishuHireExternalOffer/operations/createExternalOffer';
import { transferStage } from '../../nodes/FeishuHireApplication/operations/transferStage';
import { describe } from '../../nodes/declare/describe';
import { operation, type Operation } from '../../nodes/declare/operation';
import { byId, runNode, type NodeRun, type RunOptions } from '../n8nCore/run';
import type { Simulator } from '../simulator';

const DIST = join(__dirname, '../../dist/nodes/engine');

/** An operation that only reads: which offers of other systems are there. */
const readOffers = operation({
	resource: 'externalOffer',
	value: 'read',
	name: 'Read',
	action: 'Read external offers',
	description: 'Reads the external offers',
	docs: 'https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-offer-info/batch_query',
	route: 'POST /open-apis/hire/v1/external_offers/batch_query',
	limits: [],
	scopes: ['hire:external_offer'],
	effect: 'read',
	params: {},
	errors: {},
});

export const TRANSFER = transferStage.route;
export const CREATE = createExternalOffer.route;
export const READ = readOffers.route;

export type Limits = Operation['limits'];

/** A node of these three operations, by the built engine. */
export async function nodeUnder(clock: Clock, limits: Limits = []): Promise<INodeType> {
	const engine = (await import(join(DIST, 'execute.js'))) as { execute: typeof execute };
	const operations = [transferStage, createExternalOffer, readOffers].map((declared) => ({
		...declared,
		limits,
	}));
	return {
		description: {
			displayName: 'Trial',
			name: 'trial',
			group: ['output'],
			version: 1,
			description: 'Runs operations of every effect',
			defaults: { name: 'Trial' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'feishuHireApi', required: true }],
			properties: describe(
				[
					{ name: 'Application', value: 'application', default: 'transferStage' },
					{ name: 'External Offer', value: 'externalOffer', default: 'create' },
				],
				operations,
			),
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			return await engine.execute(this, operations, clock);
		},
	};
}

export type Kind = 'read' | 'idempotent' | 'create' | 'create with key';

/** Parameters of each kind. Items bring `application`, `external` and `owner`. */
export const parametersOf = (
	kind: Kind,
	simulator: Simulator,
	options: INodeParameters = {},
	fields: INodeParameters = {},
): INodeParameters => {
	switch (kind) {
		case 'read':
			return { resource: 'externalOffer', operation: 'read', options };
		case 'idempotent':
			return {
				resource: 'application',
				operation: 'transferStage',
				applicationId: byId('={{ $json.application }}'),
				stageId: byId(simulator.ids.stages.social.exam),
				options,
			};
		default:
			return {
				resource: 'externalOffer',
				operation: 'create',
				externalApplicationId: byId('={{ $json.external }}'),
				additionalFields: { owner: '={{ $json.owner }}', ...fields },
				options: { ...options, makeKey: kind === 'create with key' },
			};
	}
};

export interface Input extends IDataObject {
	readonly application: string;
	readonly external: string;
	readonly owner: string;
}

/** Items that each concern records of their own. */
export function inputs(simulator: Simulator, count: number): Input[] {
	return simulator.addApplications(count).map((application, index) => ({
		application,
		external: simulator.company.addExternalApplication('Data Analyst').id,
		owner: `Owner of item ${index}`,
	}));
}

/** How often the simulator changed something for this item. */
export const appliedFor = ({ applied }: Simulator, { application, owner }: Input): number =>
	applied.filter(
		({ id: record, body: sent, changed }) =>
			changed && (record === application || (sent as { owner?: string } | undefined)?.owner === owner),
	).length;

export interface Trial extends Omit<RunOptions, 'node' | 'parameters'> {
	readonly kind: Kind;
	readonly options?: INodeParameters;
	/** Further fields of a create. */
	readonly fields?: INodeParameters;
}

export async function tryOut(
	simulator: Simulator,
	{ kind, options, fields, ...rest }: Trial,
): Promise<NodeRun> {
	return await runNode(simulator, {
		node: kind === 'idempotent' ? 'feishuHireApplication' : 'feishuHireExternalOffer',
		parameters: parametersOf(kind, simulator, options, fields),
		...rest,
	});
}
