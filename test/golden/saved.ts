/** What n8n saves of the pack in users' workflows and credentials, as a flat list of facts. */
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { builtCredential, builtNode } from '../package/built';
import { readManifest } from '../package/manifest';

/** What a saved workflow names → what it relies on there. */
export type Saved = Record<string, string>;

const isCollection = (option: unknown): option is INodePropertyCollection =>
	Object.hasOwn(option as object, 'values');
const isProperty = (option: unknown): option is INodeProperties => Object.hasOwn(option as object, 'type');

function addParameter(saved: Saved, where: string, property: INodeProperties, inCollection: boolean): void {
	const { name, type, default: preset, options = [], modes = [] } = property;
	const at = `${where}${name}`;
	const list = type === 'options' || type === 'multiOptions';
	// A value that equals the default is not saved, so that the default is part of what was saved.
	saved[at] =
		inCollection || type === 'collection' ? type : `${type}, ${JSON.stringify(preset)} unless saved`;
	for (const mode of modes) saved[`${at} by ${mode.name}`] = 'mode';
	for (const option of options) {
		if (isCollection(option)) {
			for (const inner of option.values) addParameter(saved, `${at}.${option.name}.`, inner, false);
		} else if (isProperty(option)) addParameter(saved, `${at}.`, option, true);
		else if (list) saved[`${at} = ${JSON.stringify((option as INodePropertyOptions).value)}`] = 'value';
	}
}

function addNode(
	saved: Saved,
	{ name, version, credentials = [], properties }: ReturnType<typeof builtNode>['description'],
) {
	for (const each of [version].flat()) saved[`${name} version ${each}`] = 'node';
	for (const credential of credentials) saved[`${name} with ${credential.name}`] = 'credential';
	for (const property of properties) {
		const { resource = [], operation = [] } = property.displayOptions?.show ?? {};
		const places = resource.flatMap((each) =>
			operation.length === 0
				? [`${String(each)} `]
				: operation.map((value) => `${String(each)}.${String(value)} `),
		);
		for (const place of places.length === 0 ? [''] : places)
			addParameter(saved, `${name} ${place}`, property, false);
	}
}

export function savedNames(): Saved {
	const { name, version, n8n } = readManifest();
	const saved: Saved = { [name]: `package, major version ${Number.parseInt(version, 10)}` };
	for (const file of n8n.credentials) {
		const credential = builtCredential(file);
		saved[credential.name] = 'credential';
		for (const property of credential.properties) addParameter(saved, `${credential.name} `, property, false);
	}
	for (const file of n8n.nodes) addNode(saved, builtNode(file).description);
	return Object.fromEntries(Object.entries(saved).sort(([a], [b]) => (a < b ? -1 : 1)));
}
