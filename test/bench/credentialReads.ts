/** How often n8n reads and decrypts the stored credential. */
import { runNode } from '../n8nCore/run';
import { bareNode, transferParameters, withCredential } from './bareNode';
import { withSimulator } from './simulatorProcess';

const ITEMS = 200;

export interface CredentialReads {
	readonly items: number;
	readonly node: number;
	readonly bare: number;
}

export const credentialReads = async (): Promise<CredentialReads> =>
	await withSimulator({ limits: false, log: false }, async (simulator) => {
		const items = await simulator.transferItems(ITEMS);
		const place = {
			node: 'feishuHireApplication' as const,
			parameters: transferParameters(items[0]?.stage ?? ''),
			items,
		};
		const readsOf = async (options: Parameters<typeof runNode>[1]) => {
			const { error, credential } = await runNode(simulator, options);
			if (error) throw error;
			return credential.reads;
		};
		const bare = await bareNode({ send: withCredential, reads: true });
		return { items: ITEMS, node: await readsOf(place), bare: await readsOf({ ...place, type: bare }) };
	});
