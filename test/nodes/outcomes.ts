/** What a run of one item comes to, for tests that look at nothing but its items or its error. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../n8nCore/run';

type Run = (operation: string, parameters: INodeParameters) => Promise<NodeRun>;

export const outcomesOf = (run: Run) => ({
	/** The items of a run that succeeds. */
	async itemsOf(operation: string, parameters: INodeParameters): Promise<IDataObject[]> {
		const { json, error } = await run(operation, parameters);
		expect(error).toBeUndefined();
		return json;
	},

	/** What the user reads of a run that fails: what happened, and the mend. */
	async refusalOf(operation: string, parameters: INodeParameters) {
		const { json, error } = await run(operation, parameters);
		expect(json).toEqual([]);
		return [error?.message, error?.description ?? ''];
	},
});

export const words = (what: RegExp, mend: RegExp) => [
	expect.stringMatching(what) as string,
	expect.stringMatching(mend) as string,
];
