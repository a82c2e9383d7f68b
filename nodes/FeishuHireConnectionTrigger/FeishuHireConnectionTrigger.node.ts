import {
	NodeConnectionTypes,
	NodeOperationError,
	OperationalError,
	type ExecutionError,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';
import { systemClock } from '../engine/clock';
import { methodsOf } from '../engine/methods';
import { nodeError } from '../engine/nodeError';
import { CREDENTIAL } from '../engine/session';
import type { Envelope } from '../events/envelope';
import { FILTERS } from '../events/filters';
import { eventProperties } from '../events/panel';
import { itemFor, startOf } from '../events/start';
import { wantedBy, type Wanted } from '../events/wanted';
import { listen } from './connections';
import { handOver, Places } from './handover';
import { builtInSocket, type SocketClass } from './socket';

const places = new Places(systemClock);

export class FeishuHireConnectionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Feishu Hire Connection Trigger',
		name: 'feishuHireConnectionTrigger',
		icon: {
			light: 'file:feishuHireConnectionTrigger.svg',
			dark: 'file:feishuHireConnectionTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].length + " events" }}',
		description:
			'Starts the workflow when something happens in Feishu Hire (飞书招聘), over a connection that n8n opens',
		defaults: { name: 'Feishu Hire Connection Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuHireApi', required: true }],
		properties: [
			{
				displayName:
					'While this listens, choose the long connection (使用长连接接收事件) in the developer console, under Events & Callbacks › Event Configuration (事件与回调 › 事件配置). Needs Node.js 22. Feishu gives each event to one connection of the app, picked at random: let no other program have one.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			...eventProperties,
		],
	};

	methods = methodsOf([{ params: FILTERS, collection: 'filters' }]);

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const socketClass = builtInSocket();
		if (!socketClass) {
			throw new NodeOperationError(
				this.getNode(),
				'The long connection needs Node.js 22 or newer, and this n8n runs on an older one',
				{
					description:
						'Run n8n on a newer Node.js, or use the Feishu Hire Trigger, which takes events by webhook.',
				},
			);
		}
		try {
			// Read now: n8n resolves expressions while it switches the workflow on.
			const leave = await joined(this, socketClass, wantedBy(this));
			return { closeFunction: async () => leave() };
		} catch (error) {
			throw nodeError(this.getNode(), error);
		}
	}
}

async function joined(
	context: ITriggerFunctions,
	socketClass: SocketClass,
	wanted: Wanted,
): Promise<() => void> {
	const { logger, helpers } = context;
	const means = {
		credential: await context.getCredentials(CREDENTIAL),
		request: helpers.httpRequest.bind(helpers),
		socketClass,
		clock: systemClock,
		logger,
	};
	let on = true;
	const leave = await listen(means, {
		event: async (envelope) => await take(context, envelope, wanted, () => on),
		missed: (error) => tellsOf(context, nodeError(context.getNode(), error)),
		failed: (error) => context.emitError(nodeError(context.getNode(), error)),
	});
	return () => {
		on = false;
		leave();
	};
}

/**
 * Shows that events are missed as an execution that failed, and goes on. n8n 2.0 cannot show that; after `emitError` it
 * tries again and again to switch the workflow on, which newer ones give up after 15 seconds.
 */
function tellsOf(context: ITriggerFunctions, error: ExecutionError): boolean {
	const { saveFailedExecution }: Partial<Pick<ITriggerFunctions, 'saveFailedExecution'>> = context;
	saveFailedExecution?.call(context, error);
	return saveFailedExecution !== undefined;
}

/**
 * Starts the workflow with an event, if it is still switched on. Only reading details, which takes its time, comes after
 * the acknowledgement.
 */
async function take(
	context: ITriggerFunctions,
	envelope: Envelope,
	wanted: Wanted,
	isOn: () => boolean,
): Promise<void> {
	const leave = await places.take();
	if (!isOn()) {
		leave();
		// Where it was saved, its new listener has not seen the event: it has to come again.
		throw new OperationalError('The workflow was switched off');
	}
	// Not before: an event that is turned away has not come yet.
	const start = startOf(context, envelope, wanted);
	if (!start) return leave();
	const handedOver = itemFor(context, start).then((json) =>
		json ? handOver(context, json, leave) : leave(),
	);
	if (!wanted.includeDetails) await handedOver;
}
