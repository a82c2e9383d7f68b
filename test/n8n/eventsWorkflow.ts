/** A workflow that one of the triggers starts, and that ends with it. */
import { eventTypes } from '../simulator/events/samples';
import type { Workflow } from './examples';
import { packName } from './pack';
import type { Credential, Stage } from './stage';

/** The node whose items are the events. */
export const END = 'End';

/** For all events; `trigger` is the type of the node, without the package. */
export const eventsWorkflow = async (
	{ editor }: Pick<Stage, 'editor'>,
	{
		name,
		trigger,
		credential: { id, name: called },
		webhookId,
	}: { name: string; trigger: string; credential: Credential; webhookId?: string },
): Promise<Workflow> =>
	await editor.post<Workflow>('/workflows', {
		name,
		nodes: [
			{
				id: 'trigger',
				name: 'Trigger',
				type: `${packName}.${trigger}`,
				typeVersion: 1,
				position: [0, 0],
				parameters: { events: eventTypes },
				credentials: { feishuHireApi: { id, name: called } },
				...(webhookId === undefined ? {} : { webhookId }),
			},
			{ id: END, name: END, type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
		],
		connections: { Trigger: { main: [[{ node: END, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
		active: false,
	});
