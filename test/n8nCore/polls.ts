/** A polling node in an active workflow: polled as n8n does, with static data that is stored in between. */
import { PollContext } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { surround, type Access, type Placement } from './surroundings';
import type { ShownError } from './run';

type Place = Omit<Placement, 'staticData'>;

export class PolledNode {
	/** What the database of n8n holds. */
	private stored = '{}';

	constructor(
		private readonly simulator: Access,
		private readonly place: Place,
	) {}

	/** How large the static data is, in characters. */
	get size(): number {
		return this.stored.length;
	}

	/** Other parameters from now on, as after a change in the editor. */
	set parameters(parameters: INodeParameters) {
		Object.assign(this.place, { parameters });
	}

	/**
	 * One poll, in a workflow that is loaded from the database. n8n stores the static data when something is given,
	 * and when the workflow is activated.
	 */
	async poll({ store = true } = {}): Promise<IDataObject[]> {
		const staticData = JSON.parse(this.stored) as IDataObject;
		const { type, workflow, node, additionalData } = await surround(this.simulator, {
			...this.place,
			staticData,
		});
		const context = new PollContext(workflow, node, additionalData, 'trigger', 'activate');
		const kept = () => JSON.stringify(workflow.getStaticData('node', node));
		const before = kept();
		const output = await type.poll?.call(context).catch((error: unknown) => {
			// n8n may go on with the static data that it has in its memory.
			expect(kept()).toBe(before);
			throw error;
		});
		const items = output?.[0] ?? [];
		if (output === null && !store) return [];
		this.stored = JSON.stringify(workflow.staticData);
		return items.map(({ json }) => json);
	}

	/** 'Fetch Test Event'; its static data is thrown away. */
	async fetchTestEvent(): Promise<IDataObject[]> {
		const { type, workflow, node, additionalData } = await surround(this.simulator, this.place);
		const context = new PollContext(workflow, node, additionalData, 'manual', 'manual');
		const output = await type.poll?.call(context);
		return (output?.[0] ?? []).map(({ json }) => json);
	}

	/** A poll that fails. */
	async failure(): Promise<ShownError> {
		return await this.poll().then(
			() => {
				throw new Error('The poll did not fail');
			},
			(error: unknown) => error as ShownError,
		);
	}
}
