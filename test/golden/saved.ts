/** What n8n saves of the pack in users' workflows and credentials, as a flat list of facts. */
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { builtCredential, builtNode } from '../package/built';
import { readManifest } from '../package/manifest';

/** What a saved workflow names → what it relies on there. */
export type Saved = Record<string, string>;

const isCollection = (option: unknown): option is INodePropertyCollection =>
	Object.hasOwn(option as object, 'values');
const isProperty = (option: unknown): option is INodeProperties => Object.hasOwn(option as object, 'type');

/** Where a parameter stands: the resource and the operation chosen in the panel, as far as they are. */
interface Place {
	readonly resource?: string;
	readonly operation?: string;
}

const whereIs = ({ resource, operation }: Place) =>
	resource === undefined ? '' : `${resource}${operation === undefined ? '' : `.${operation}`} `;

/** `root` is what leads from a collection to the resource and the operation. */
function isShown({ displayOptions }: INodeProperties, { resource, operation }: Place, root = ''): boolean {
	const show = displayOptions?.show ?? {};
	const allows = (name: string, value?: string) =>
		value === undefined || (show[`${root}${name}`]?.includes(value) ?? true);
	return allows('resource', resource) && allows('operation', operation);
}

function addParameter(
	saved: Saved,
	where: string,
	property: INodeProperties,
	inCollection: boolean,
	place: Place = {},
): void {
	const { name, type, default: preset, options = [], modes = [] } = property;
	const at = `${where}${name}`;
	const list = type === 'options' || type === 'multiOptions';
	// A value that equals the default is not saved, so that the default is part of what was saved. What a model is
	// told of a tool is meant to follow the pack.
	saved[at] =
		inCollection || type === 'collection' || property.displayOptions?.show?.['@tool']
			? type
			: `${type}, ${JSON.stringify(preset)} unless saved`;
	for (const mode of modes) saved[`${at} by ${mode.name}`] = 'mode';
	for (const option of options) {
		if (isCollection(option)) {
			for (const inner of option.values) addParameter(saved, `${at}.${option.name}.`, inner, false);
		} else if (isProperty(option)) {
			if (isShown(option, place, '/')) addParameter(saved, `${at}.`, option, true);
		} else if (list) saved[`${at} = ${JSON.stringify((option as INodePropertyOptions).value)}`] = 'value';
	}
}

function addNode(
	saved: Saved,
	{ name, version, credentials = [], properties }: ReturnType<typeof builtNode>['description'],
) {
	for (const each of [version].flat()) saved[`${name} version ${each}`] = 'node';
	for (const credential of credentials) saved[`${name} with ${credential.name}`] = 'credential';
	const operations = properties
		.filter((property) => property.name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) =>
				(options as INodePropertyOptions[]).map(
					({ value }): Place => ({ resource: String(resource), operation: String(value) }),
				),
			),
		);
	for (const property of properties) {
		for (const place of placesOf(property, operations))
			addParameter(saved, `${name} ${whereIs(place)}`, property, false, place);
	}
}

function placesOf(property: INodeProperties, operations: Place[]): Place[] {
	const { resource = [], operation } = property.displayOptions?.show ?? {};
	if (operation) return operations.filter((place) => isShown(property, place));
	return resource.length > 0 ? resource.map((each) => ({ resource: String(each) })) : [{}];
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
