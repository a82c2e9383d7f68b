import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';

/** The class of a built node, with a memory of its own: that of a new process. */
export function freshNode(name: string): INodeType {
	let type: INodeType | undefined;
	jest.isolateModules(() => {
		const built = jest.requireActual<Record<string, new () => INodeType>>(
			join(__dirname, '../../dist/nodes', name, `${name}.node.js`),
		);
		const Class = built[name];
		if (Class) type = new Class();
	});
	if (!type) throw new Error(`${name} did not load`);
	return type;
}
