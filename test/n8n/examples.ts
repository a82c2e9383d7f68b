import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packName } from './pack';

const folder = join(__dirname, '..', '..', 'examples');

export interface WorkflowNode {
	name: string;
	type: string;
	position: number[];
	parameters: Record<string, unknown>;
	webhookId?: string;
	credentials?: Record<string, { id: string; name: string }>;
}

export interface Workflow {
	id: string;
	/** Of what is stored: what is activated is one version. */
	versionId: string;
	name: string;
	nodes: WorkflowNode[];
}

export interface Example {
	file: string;
	/** As it stands in the file: without an id, and without credentials, which no two n8n share. */
	workflow: Omit<Workflow, 'id' | 'versionId'>;
}

/** The spreadsheet that the form of an example is given: the sample that its note names. */
export function spreadsheetOf({ name, nodes }: Pick<Workflow, 'name' | 'nodes'>): string {
	const [file] = /[\w-]+\.csv(?=` beside)/.exec(JSON.stringify(nodes)) ?? [];
	if (!file) throw new Error(`No note of ${name} names a sample of its spreadsheet.`);
	return join(folder, file);
}

export const isOurs = ({ type }: WorkflowNode) => type.startsWith(`${packName}.`);

export function loadExamples(): Example[] {
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	return files.sort().map((file) => ({
		file,
		workflow: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Example['workflow'],
	}));
}

/**
 * The example as a user leaves it after importing it: the credential chosen in each of our nodes, and the host of
 * each request put in that is not of Feishu Hire.
 */
export function setUp(
	{ workflow }: Example,
	credential: { id: string; name: string },
	host: string,
): Example['workflow'] {
	const nodes = workflow.nodes.map((node) => {
		if (isOurs(node)) return { ...node, credentials: { feishuHireApi: credential } };
		const { url } = node.parameters;
		if (typeof url !== 'string') return node;
		return { ...node, parameters: { ...node.parameters, url: url.replace(/https:\/\/[^/]+/, host) } };
	});
	return { ...workflow, nodes };
}
