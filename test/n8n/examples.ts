import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packName } from './pack';

const folder = join(__dirname, '..', '..', 'examples');

export interface WorkflowNode {
	name: string;
	type: string;
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

/** The spreadsheet that the form of an example is given. */
export const spreadsheet = join(folder, 'external-offers.csv');

export const isOurs = ({ type }: WorkflowNode) => type.startsWith(`${packName}.`);

export function loadExamples(): Example[] {
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	return files.sort().map((file) => ({
		file,
		workflow: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Example['workflow'],
	}));
}

/** The example with the credential chosen in each of our nodes, as a user does after importing it. */
export function withCredential(
	{ workflow }: Example,
	credential: { id: string; name: string },
): Example['workflow'] {
	const nodes = workflow.nodes.map((node) =>
		isOurs(node) ? { ...node, credentials: { feishuHireApi: credential } } : node,
	);
	return { ...workflow, nodes };
}
