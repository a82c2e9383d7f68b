/** Nothing that decides about a person is chosen before someone chooses it, and no added field sends a value of its own. */
import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { builtNode } from '../package/built';
import { readManifest } from '../package/manifest';
import { declared } from './declared';

interface Place {
	readonly path: string;
	readonly property: INodeProperties;
}

type Held = INodeProperties | INodePropertyCollection | INodePropertyOptions;

function below(property: INodeProperties, path: string): Place[] {
	const here = `${path}${property.name}`;
	const held = ((property.options ?? []) as Held[]).flatMap((one) => {
		if ('values' in one) return one.values.flatMap((each) => below(each, `${here}.`));
		return 'type' in one ? below(one, `${here}.`) : [];
	});
	return [{ path: here, property }, ...held];
}

const panels = readManifest().n8n.nodes.map((file) => builtNode(file).description);

/** All that a panel asks for, without how a run goes and what kind of IDs the others are. */
const places = panels.flatMap(({ name: node, properties }) =>
	properties
		.filter(({ name }) => !['resource', 'operation', 'options', 'idTypes'].includes(name))
		.flatMap((property) =>
			below(
				property,
				[node, property.displayOptions?.show?.operation?.join(), '']
					.filter((word) => word !== undefined)
					.join(' '),
			),
		),
);

/** Choices that concern no person: where to look, what to list, and what to leave as it is. */
const HARMLESS: Record<string, unknown> = {
	'feishuHireApplication getAll activeStatus': '1',
	'feishuHireAttachment download type': 3,
	'feishuHireAttachment get type': 3,
	'feishuHireExternalOffer update fieldsLeftOut': 'keep',
	'feishuHireOffer update fieldsLeftOut': 'refuse',
	'feishuHireUpdatesTrigger on': 'created',
	'feishuHireUpdatesTrigger startFrom': 'now',
	'feishuHireUpdatesTrigger watch': 'applications',
};

const presetOf = (types: string[]) =>
	Object.fromEntries(
		places
			.filter(({ property }) => types.includes(property.type))
			.filter(
				({ property: { default: preset } }) =>
					JSON.stringify(preset) !== '""' && JSON.stringify(preset) !== '[]',
			)
			.map(({ path, property }) => [path, property.default]),
	);

test('no choice has a default, but for those that concern no person', () => {
	expect(presetOf(['options', 'multiOptions'])).toEqual(HARMLESS);
});

test('no number and no date has a default, but for how many to list', () => {
	const presets = presetOf(['number', 'dateTime']);
	expect(Object.keys(presets).filter((path) => !path.endsWith(' limit'))).toEqual([]);
	expect(new Set(Object.values(presets))).toEqual(new Set([50]));
});

test('no text has a default, but for the name of a field with a file and what a model is told', () => {
	const presets = presetOf(['string']);
	expect(Object.keys(presets).filter((path) => !/ (binaryPropertyName|toolDescription)$/.test(path))).toEqual(
		[],
	);
});

test('where nothing is chosen yet, the list says so first', () => {
	const choices = places.filter(({ property }) => property.type === 'options' && property.default === '');
	expect(choices.length).toBeGreaterThan(5);
	for (const { path, property } of choices)
		expect([path, property.options?.[0]]).toEqual([path, { name: '- Choose -', value: '' }]);
});

const descriptionOf = (node: string) => panels.find(({ name }) => name === node) as INodeTypeDescription;

/** What n8n says of a new node in which all is filled in but the choices. */
function issuesOf(node: string, parameters: INodeParameters): string[] {
	const description = descriptionOf(node);
	const { properties } = description;
	const nodeOf = (saved: INodeParameters): INode => ({
		id: '1',
		name: node,
		type: node,
		typeVersion: 1,
		position: [0, 0],
		parameters: saved,
	});
	const all = NodeHelpers.getNodeParameters(
		properties,
		parameters,
		true,
		false,
		nodeOf(parameters),
		description,
	);
	const found = NodeHelpers.getNodeParametersIssues(properties, nodeOf(all ?? {}), description);
	return Object.keys(found?.parameters ?? {});
}

const required = declared.flatMap(({ title, node, operation }) =>
	Object.entries(operation.params)
		.filter(
			([, { look, required: needed }]) => look.type === 'options' && look.default === '' && needed === true,
		)
		.map(([name]) => ({ title, node, name, operation })),
);

test('there are operations that require a choice', () => {
	expect(required.map(({ title }) => title).sort()).toEqual([
		'application.terminate',
		'internshipOffer.updateStatus',
		'offer.updateStatus',
		'onboarding.cancelOnboard',
		'onboarding.updateEmployee',
	]);
});

test.each(required)('$title does not run in n8n before $name is chosen', ({ node, name, operation }) => {
	const chosen = { resource: operation.resource, operation: operation.value };
	expect(issuesOf(node, chosen)).toContain(name);
	expect(issuesOf(node, { ...chosen, [name]: '' })).toContain(name);
	expect(issuesOf(node, { ...chosen, [name]: '={{ $json.choice }}' })).not.toContain(name);
});
