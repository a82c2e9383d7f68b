/** One file, as an item of n8n holds it and as the vendor's SDK sends it. */
import { createReadStream, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';

const FILE = join(__dirname, '../../examples/external-offers.csv');

export const itemWithFile = (field: string): INodeExecutionData => ({
	json: {},
	binary: {
		[field]: { data: readFileSync(FILE).toString('base64'), fileName: basename(FILE), mimeType: 'text/csv' },
	},
});

/** The SDK's types leave the file out, which its page has. */
export const fileContent = () => ({ data: { content: createReadStream(FILE) } }) as object;
