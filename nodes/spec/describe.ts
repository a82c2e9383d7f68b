import type { IDisplayOptions, INodeProperties, INodePropertyOptions, NodeParameterValue } from 'n8n-workflow';
import type { Operation } from './operation';
import type { Param, When } from './params';

const EXPRESSION = { _cnd: { startsWith: '=' } } as const;

const COLLECTIONS = {
	additionalFields: { displayName: 'Additional Fields', placeholder: 'Add Field' },
	updateFields: { displayName: 'Update Fields', placeholder: 'Add Field' },
	filters: { displayName: 'Filters', placeholder: 'Add Filter' },
	options: { displayName: 'Options', placeholder: 'Add Option' },
} as const;

/**
 * The panel of a node: its resources, their operations, and the parameters of each operation.
 * `resources` gives the order and the names shown.
 */
export function describe(resources: INodePropertyOptions[], operations: Operation[]): INodeProperties[] {
	const [first] = resources;
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources,
			default: first?.value ?? '',
		},
		...resources.map(({ value }) => operationChoice(String(value), operations)),
		...operations.flatMap(parametersOf),
	];
}

function operationChoice(resource: string, operations: Operation[]): INodeProperties {
	const options = operations
		.filter((operation) => operation.resource === resource)
		.map(({ name, value, action, description }) => ({ name, value, action, description }))
		.sort(byText((option) => option.name));
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options,
		default: options[0]?.value ?? '',
	};
}

const byText =
	<T>(textOf: (thing: T) => string) =>
	(a: T, b: T) =>
		textOf(a).localeCompare(textOf(b), 'en');

function parametersOf(operation: Operation): INodeProperties[] {
	const show = { resource: [operation.resource], operation: [operation.value] };
	const entries = Object.entries(operation.params);
	const open = entries
		.filter(([, param]) => param.open)
		.flatMap(([name, param]) => openVariants(operation, name, param).map((options) => ({ ...options, displayOptions: { ...options.displayOptions, show } })));
	const optional = entries
		.filter(([, param]) => param.required !== true && !(param.open && param.required === false))
		.map(([name, param]) => collected(name, param))
		.sort(byText((property) => property.displayName));
	if (optional.length === 0) return open;
	return [
		...open,
		{
			...COLLECTIONS[operation.collection],
			name: operation.collection,
			type: 'collection',
			default: {},
			displayOptions: { show },
			options: optional,
		},
	];
}

/**
 * A parameter that is required under a condition stands twice in the open panel: required while the condition
 * holds, and optional while an expression decides (n8n refuses to run with an empty required parameter,
 * although the expression may give a value that does not need it).
 */
function openVariants(operation: Operation, name: string, param: Param): Array<INodeProperties & { displayOptions?: IDisplayOptions }> {
	if (typeof param.required !== 'object') return [property(name, param, param.required ? { required: true } : {})];
	const { required } = param;
	const others = literals(operation, required).filter((value) => !required.is.includes(value as never));
	return [
		property(name, param, {
			required: true,
			displayOptions: { hide: { [required.param]: [...others, EXPRESSION] } },
		}),
		property(name, param, { displayOptions: { hide: { [required.param]: literals(operation, required) } } }),
	];
}

function collected(name: string, param: Param): INodeProperties {
	if (typeof param.required !== 'object') return property(name, param, {});
	const { required } = param;
	return property(name, param, {
		displayOptions: { hide: { [`/${required.param}`]: [...(required.is as NodeParameterValue[]), EXPRESSION] } },
	});
}

/** The values that the controlling parameter's list offers. */
function literals(operation: Operation, { param }: When): NodeParameterValue[] {
	const options = (operation.params[param]?.look.options ?? []) as INodePropertyOptions[];
	return options.map(({ value }) => value as NodeParameterValue);
}

const property = (name: string, { look }: Param, more: Partial<INodeProperties>): INodeProperties => {
	const { displayName, type, default: preset, options, ...rest } = look;
	return {
		displayName,
		name,
		type,
		...(options ? { options: [...options].sort(byText((option) => ('displayName' in option ? option.displayName : option.name))) } : {}),
		default: preset,
		...more,
		...rest,
	} as INodeProperties;
};
