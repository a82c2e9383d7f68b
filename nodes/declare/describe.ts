import type {
	IDisplayOptions,
	INodeProperties,
	INodePropertyOptions,
	NodeParameterValue,
} from 'n8n-workflow';
import { byText, inOrder } from './alphabet';
import { once } from './once';
import type { Operation } from './operation';
import type { Look, Param } from './params';
import { runOptionProperties } from './runOptions';
import { toolWords } from './toolWords';

export const COLLECTIONS = {
	additionalFields: { displayName: 'Additional Fields', placeholder: 'Add Field' },
	updateFields: { displayName: 'Update Fields', placeholder: 'Add Field' },
	filters: { displayName: 'Filters', placeholder: 'Add Filter' },
	options: { displayName: 'Options', placeholder: 'Add Option' },
} as const;

/** A kind of thing that a node works on. */
export interface Resource {
	readonly name: string;
	readonly value: string;
	/** The operation chosen at first. n8n does not save what equals the default, so it can never change. */
	readonly default: string;
}

/**
 * The panel of a node: its resources, their operations, the parameters of each operation, and the options of a run.
 * `resources` gives the order and the names shown.
 */
export function describe(resources: Resource[], operations: Operation[]): INodeProperties[] {
	return [
		choiceOf(
			'Resource',
			'resource',
			resources.map(({ name, value }) => ({ name, value })),
			resources[0]?.value,
		),
		...resources.map((resource) => operationChoice(resource, operations)),
		...operations.map(toolDescription),
		...operations.flatMap(parametersOf),
		collection('options', COLLECTIONS.options, once(operations, optionsOf), {
			resource: [...new Set(operations.map(({ resource }) => resource))],
			operation: [...new Set(operations.map(({ value }) => value))],
		}),
	];
}

/**
 * What a model is told, where the node is a tool. n8n adds a parameter of this name itself where a node has none, and
 * puts no more than the action into it.
 */
const toolDescription = (operation: Operation): INodeProperties => ({
	displayName: 'Tool Description',
	name: 'toolDescription',
	type: 'string',
	typeOptions: { rows: 5 },
	default: toolWords(operation),
	description: 'What the model is told of this tool: when to call it, and what to give',
	displayOptions: {
		show: { '@tool': [true], resource: [operation.resource], operation: [operation.value] },
	},
});

/** What stands in the options: parameters of the operation, and how a run behaves. */
const optionsOf = (operation: Operation): INodeProperties[] => [
	...Object.entries(operation.params)
		.filter(([, { section }]) => section === 'options')
		.map(([name, param]) => property(name, param, {})),
	...runOptionProperties(operation),
];

const noticeOf = (notice: string | undefined, show: IDisplayOptions['show']): INodeProperties[] =>
	notice === undefined
		? []
		: [{ displayName: notice, name: 'notice', type: 'notice', default: '', displayOptions: { show } }];

const collection = (
	name: string,
	{ displayName, placeholder }: { displayName: string; placeholder: string },
	options: INodeProperties[],
	show: IDisplayOptions['show'],
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder,
	default: {},
	displayOptions: { show },
	options,
});

const choiceOf = (
	displayName: string,
	name: string,
	options: INodePropertyOptions[],
	preset = '',
	type = 'options' as const,
): INodeProperties => ({
	displayName,
	name,
	type,
	noDataExpression: true,
	options,
	default: preset,
});

function operationChoice(
	{ value: resource, default: preset }: Resource,
	operations: Operation[],
): INodeProperties {
	const options = operations
		.filter((operation) => operation.resource === resource)
		.map(({ name, value, action, description }) => ({ name, value, action, description }))
		.sort(byText((option) => option.name));
	return {
		...choiceOf('Operation', 'operation', options, preset),
		displayOptions: { show: { resource: [resource] } },
	};
}

function parametersOf(operation: Operation): INodeProperties[] {
	const show = { resource: [operation.resource], operation: [operation.value] };
	const entries = Object.entries(operation.params);
	const open = entries
		.filter(([, param]) => param.open)
		.flatMap(([name, param]) =>
			openVariants(operation, name, param).map((options) => ({
				...options,
				displayOptions: { ...options.displayOptions, show: { ...show, ...options.displayOptions?.show } },
			})),
		);
	const optional = entries
		.filter(([, param]) => !param.open)
		.map(([name, param]) => ({ section: param.section, ...property(name, param, {}) }));
	const standingIn = (section?: string) =>
		inOrder(
			optional
				.filter((property) => property.section === section)
				.map(({ section: _, ...property }) => property),
			(property) => property.displayName,
		);
	const sections = (isLast: boolean) =>
		Object.entries(operation.sections ?? {})
			.filter(([, { last = false }]) => last === isLast)
			.map(([name, { title }]) =>
				collection(name, { displayName: title, placeholder: 'Add Field' }, standingIn(name), show),
			);
	const collections = [
		...sections(false),
		collection(operation.collection, COLLECTIONS[operation.collection], standingIn(), show),
		...sections(true),
	];
	return [
		...noticeOf(operation.notice, show),
		...open,
		...collections.filter(({ options = [] }) => options.length > 0),
	];
}

/**
 * A parameter that is required under a condition stands more than once in the open panel: required while the
 * condition holds, and optional while an expression decides (n8n refuses to run with an empty required parameter,
 * although the expression may give a value that does not need it). `hide` says all of it: where the controlling
 * value is an expression, n8n takes any `show` as fulfilled, and of the conditions on text the oldest n8n
 * fails on a number.
 */
function openVariants(
	operation: Operation,
	name: string,
	param: Param,
): Array<INodeProperties & { displayOptions?: IDisplayOptions }> {
	const { required, shown } = param;
	if (typeof required !== 'object') {
		const displayOptions = shownBy(operation, shown);
		return [
			property(name, param, { ...(required ? { required } : {}), ...(shown ? { displayOptions } : {}) }),
		];
	}
	return [
		...required.is.map((value) =>
			property(name, param, {
				required: true,
				displayOptions: { hide: { [required.param]: [{ _cnd: { not: value as NodeParameterValue } }] } },
			}),
		),
		property(name, param, {
			displayOptions: { hide: { [required.param]: literals(operation, required.param) } },
		}),
	];
}

/**
 * A value of a list hides what does not belong to it. With `show` the editor would hide it too from an expression
 * that gives nothing yet, or a name.
 */
function shownBy(operation: Operation, shown: Param['shown'] = {}): IDisplayOptions {
	const show: IDisplayOptions['show'] = {};
	const hide: IDisplayOptions['hide'] = {};
	for (const [name, allowed] of Object.entries(shown)) {
		const others = literals(operation, name).filter((value) => !allowed.includes(value));
		if (others.length > 0) hide[name] = others;
		else show[name] = allowed;
	}
	return { show, ...(Object.keys(hide).length > 0 ? { hide } : {}) };
}

/** The values that a parameter's list offers; none where it has no list. */
function literals(operation: Operation, name: string): NodeParameterValue[] {
	const options = (operation.params[name]?.look.options ?? []) as INodePropertyOptions[];
	return options.map(({ value }) => value as NodeParameterValue);
}

/** A parameter as the panel has it. */
export const property = (
	name: string,
	{ look }: Param,
	more: Partial<INodeProperties> = {},
): INodeProperties => {
	const { displayName, type, default: preset, options, ...rest } = look;
	return {
		displayName,
		name,
		type,
		...(options
			? {
					options: inOrder(options as NonNullable<Look['options']>, (option) =>
						'displayName' in option ? option.displayName : option.name,
					),
				}
			: {}),
		default: preset,
		...more,
		...rest,
	} as INodeProperties;
};
