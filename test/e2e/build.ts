import { buildPack } from '../n8n/pack';
import { step } from '../n8n/progress';

/** Once for all files of tests. */
export default async (): Promise<void> => {
	await step('Building the pack', buildPack);
};
