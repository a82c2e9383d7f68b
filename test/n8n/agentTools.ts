/** Operations as tools of a model: those of the example, as a person sets them up in the editor. */
import { isOurs, loadExamples, type WorkflowNode } from './examples';
import type { Version } from './runtimes';
import type { Stage } from './stage';

/** The example that an agent plays. */
export const ASSISTANT = 'assistant-for-recruiters.json';

const assistant = loadExamples().find(({ file }) => file === ASSISTANT);

/** Its nodes, those that are no tools too. */
export const assistantNodes: readonly WorkflowNode[] = assistant?.workflow.nodes ?? [];

export const tools = assistantNodes.filter(isOurs);

function toolFor(operation: string): WorkflowNode {
	const found = tools.find(({ parameters }) => parameters.operation === operation);
	if (!found) throw new Error(`${ASSISTANT} has no tool for ${operation}`);
	return found;
}

export const move = toolFor('transferStage');
export const end = toolFor('terminate');
export const list = toolFor('getAll');
export const importOffer = toolFor('create');

/** Its name as a model sees it. */
export const calledAs = ({ name }: WorkflowNode) => name.replace(/\W+/g, '_');

/** Older n8n ends the run of an agent at the first error of a tool, unless the tool continues. */
const onError = (version: Version) => (version === '2.41.1' ? {} : { onError: 'continueRegularOutput' });

/** The tools for whoever calls them, with the credential chosen; the one that makes records tries again. */
export const toolNodes = ({ credential: { id, name }, runtime }: Stage, caller: string) => ({
	nodes: tools.map((tool) => ({
		...tool,
		credentials: { feishuHireApi: { id, name } },
		...onError(runtime.version),
		...(tool === importOffer ? { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 } : {}),
	})),
	connections: Object.fromEntries(
		tools.map((tool) => [tool.name, { ai_tool: [[{ node: caller, type: 'ai_tool', index: 0 }]] }]),
	),
});
