import type { INodeProperties } from 'n8n-workflow';
import { byText, inOrder } from '../declare/alphabet';
import { property } from '../declare/describe';
import type { Param } from '../declare/params';
import { FILTERS, type FilterName } from './filters';
import { EVENTS } from './wanted';

const events = [...EVENTS.values()];

const typesWith = (has: (event: (typeof events)[number]) => boolean) =>
	events.filter(has).map(({ type }) => type);

const isDetail = (name: FilterName) =>
	events.some(({ filters }) => filters[name]?.startsWith('details.') === true);

const filters = Object.entries(FILTERS as Record<FilterName, Param>).map(([key, param]) => {
	const name = key as FilterName;
	return property(name, param, {
		displayOptions: {
			show: {
				'/events': typesWith((event) => event.filters[name] !== undefined),
				...(isDetail(name) ? { '/includeDetails': [true] } : {}),
			},
		},
	});
});

/** What a trigger's panel has, however the events come. */
export const eventProperties: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		noDataExpression: true,
		options: events
			.map(({ type, name, zh, description }) => ({
				name,
				value: type,
				description: `${description} · ${zh}`,
			}))
			.sort(byText(({ name }) => name)),
		default: [],
		description:
			'What starts the workflow. Each event must also be added in the developer console, under Events & Callbacks › Event Configuration (事件与回调 › 事件配置).',
	},
	{
		displayName: 'Include Details',
		name: 'includeDetails',
		type: 'boolean',
		default: false,
		displayOptions: { show: { events: typesWith((event) => event.filters.jobId !== undefined) } },
		description:
			'Whether to read the application, candidate, job, stage and offer that the event names by their IDs only. Feishu is answered before.',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: { events: typesWith((event) => Object.keys(event.filters).length > 0) } },
		description: 'An event that carries none of what is filtered by starts the workflow all the same',
		options: inOrder(filters, ({ displayName }) => displayName),
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Company (Tenant Key)',
				name: 'tenantKey',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2ca1d211f64f6438',
				description:
					'The company (租户) whose events start the workflow. Without it, that of the first event. It matters only for an app that several companies share.',
			},
		],
	},
];
