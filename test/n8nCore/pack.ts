/** The built pack, loaded as n8n loads an installed one. */
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType } from 'n8n-workflow';

export type NodeName =
	| 'feishuHireOffer'
	| 'feishuHireExternalOffer'
	| 'feishuHireApplication'
	| 'feishuHireAttachment'
	| 'feishuHireTrigger'
	| 'feishuHireConnectionTrigger'
	| 'feishuHireUpdatesTrigger';

let loading: Promise<PackageDirectoryLoader> | undefined;

async function loaded(): Promise<PackageDirectoryLoader> {
	loading ??= (async () => {
		const loader = new PackageDirectoryLoader(join(__dirname, '../..'));
		await loader.loadAll();
		return loader;
	})();
	return await loading;
}

export const builtNode = async (name: NodeName): Promise<INodeType> =>
	(await loaded()).getNode(name).type as INodeType;

export const builtCredential = async (): Promise<ICredentialType> =>
	(await loaded()).getCredential('feishuHireApi').type;
