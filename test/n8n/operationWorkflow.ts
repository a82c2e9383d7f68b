/** The smallest workflow that runs an operation: a start, a file where it takes one, and the node. */
import type { Row } from '../parity/rows';
import { packName } from './pack';

const NODES: Readonly<Record<string, string>> = {
	offer: 'feishuHireOffer',
	internshipOffer: 'feishuHireOffer',
	offerForm: 'feishuHireOffer',
	externalOffer: 'feishuHireExternalOffer',
	externalApplication: 'feishuHireExternalOffer',
	application: 'feishuHireApplication',
	onboarding: 'feishuHireApplication',
	attachment: 'feishuHireAttachment',
};

/** What gives an item with a file in this field. */
const fileIn = (field: string) => [
	{
		name: 'Text',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: '{ "text": "A letter" }', options: {} },
	},
	{
		name: 'File',
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		parameters: {
			operation: 'toText',
			sourceProperty: 'text',
			binaryPropertyName: field,
			options: { fileName: 'letter.txt' },
		},
	},
];

/** @param name what the node of the operation is called */
export function operationWorkflow(
	{ title, items, parameters }: Pick<Row, 'title' | 'items' | 'parameters'>,
	name: string,
) {
	const [resource = '', operation = ''] = title.split('.');
	const field = Object.keys(items?.[0]?.binary ?? {})[0];
	const nodes = [
		{ name: 'Run by Hand', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		...(field === undefined ? [] : fileIn(field)),
		{
			name,
			type: `${packName}.${NODES[resource]}`,
			typeVersion: 1,
			parameters: { resource, operation, ...parameters },
		},
	].map((node, index) => ({ ...node, id: node.name, position: [200 * index, 0] }));
	const links = nodes
		.slice(1)
		.map((node, index) => [nodes[index]?.name, { main: [[{ node: node.name, type: 'main', index: 0 }]] }]);
	return { nodes, connections: Object.fromEntries(links) as Record<string, unknown> };
}
