import type { INodeProperties } from 'n8n-workflow';
import { inOrder } from '../declare/alphabet';
import { property } from '../declare/describe';
import { watches } from './watches';

type Watched = keyof typeof watches;

/** The filters of what is watched, and of others that have the same. */
const filters = (watch: Watched, ...others: readonly Watched[]): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	displayOptions: { show: { watch: [watch, ...others] } },
	options: inOrder(
		Object.entries(watches[watch].params).map(([name, param]) => property(name, param)),
		({ displayName }) => displayName,
	),
});

/** The panel; made anew each time, since n8n puts the poll times into the list that it is given. */
export const panel = (): INodeProperties[] => [
	{
		displayName: 'Watch',
		name: 'watch',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Applications',
				value: 'applications',
				description: '投递 · One request for each that changed',
			},
			{
				name: 'Candidates',
				value: 'talents',
				description: '人才 · On New, one request for each that changed',
			},
			{
				name: 'Interviews',
				value: 'interviews',
				description:
					'面试 · Feishu Hire does not list them by change: each poll lists all that begin from 30 days ago on (see Options), with one request for each 100',
			},
			{ name: 'Jobs', value: 'jobs', description: '职位' },
			{
				name: 'Offers',
				value: 'offers',
				description:
					'Feishu Hire does not list them by change: an offer counts as changed when its application (投递) has. Two requests for each such application. Internship offers (实习 Offer) do not come.',
			},
		],
		default: 'applications',
	},
	{
		displayName: 'On',
		name: 'on',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'New',
				value: 'created',
				description:
					'Each new record once. One that comes into a stage of the filters later is not new: for that take New or Changed.',
			},
			{
				name: 'New or Changed',
				value: 'updated',
				description: 'A record each time that it is new or has changed since the last poll',
			},
		],
		default: 'created',
	},
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		options: [
			{ name: 'Now', value: 'now', description: 'Nothing that is older than the activation' },
			{ name: 'A Date', value: 'date', description: 'First everything since that date' },
		],
		default: 'now',
	},
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		required: true,
		default: '',
		displayOptions: { show: { startFrom: ['date'] } },
		description: 'From when on records count: by their creation on New, else by their last change',
	},
	{
		displayName: 'Fetch Details',
		name: 'fetchDetails',
		type: 'boolean',
		default: false,
		displayOptions: { show: { watch: ['applications'] } },
		description:
			'Whether to read candidate, job, offer and employee too, with one more request for each application. Each of them needs its own scope in the app.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	filters('applications', 'offers'),
	filters('interviews'),
	filters('jobs'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Interview Days Back',
				name: 'interviewDays',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 30,
				displayOptions: { show: { '/watch': ['interviews'] } },
				description:
					'Interviews that began more than so many days ago are not looked at any more. Those of the future all are.',
			},
			{
				displayName: 'Records per Poll',
				name: 'recordsPerPoll',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 100,
				description: 'At most so many records start the workflow at a time; the rest comes at the next poll',
			},
		],
	},
];
