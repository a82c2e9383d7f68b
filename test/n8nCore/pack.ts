import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType } from 'n8n-workflow';

let loading: Promise<PackageDirectoryLoader> | undefined;

async function loaded(): Promise<PackageDirectoryLoader> {
	loading ??= (async () => {
		const loader = new PackageDirectoryLoader(join(__dirname, '../..'));
		await loader.loadAll();
		return loader;
	})();
	return await loading;
}

/** A node of the built pack, as n8n loads it. */
export const builtNode = async (name: string): Promise<INodeType> => (await loaded()).getNode(name).type as INodeType;

/** The built credential type. */
export const builtCredential = async (): Promise<ICredentialType> => (await loaded()).getCredential('feishuHireApi').type;
