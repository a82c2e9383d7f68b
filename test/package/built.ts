import { basename, join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

import { packageRoot } from './manifest';

/** `dist/nodes/X/X.node.js` holds the class X, which is how n8n finds it. */
export const classNameOf = (compiled: string): string => basename(compiled).replace(/\..*$/, '');

function instantiate<T>(compiled: string): T {
	const held = jest.requireActual<Record<string, new () => T>>(join(packageRoot, compiled));
	const Class = held[classNameOf(compiled)];
	if (!Class) throw new Error(`${compiled} exports no class ${classNameOf(compiled)}`);
	return new Class();
}

/** An instance of the node as n8n gets it: from the built file that package.json names. */
export const builtNode = (compiled: string): INodeType => instantiate<INodeType>(compiled);

export const builtCredential = (compiled: string): ICredentialType => instantiate<ICredentialType>(compiled);
