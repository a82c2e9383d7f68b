/** The pages of the nodes that start workflows. */
import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import type { HireEvent, Kind } from '../../nodes/events/event';
import { FILTERS } from '../../nodes/events/filters';
import { EVENTS } from '../../nodes/events/wanted';
import { FeishuHireConnectionTrigger } from '../../nodes/FeishuHireConnectionTrigger/FeishuHireConnectionTrigger.node';
import { FeishuHireTrigger } from '../../nodes/FeishuHireTrigger/FeishuHireTrigger.node';
import { FeishuHireUpdatesTrigger } from '../../nodes/FeishuHireUpdatesTrigger/FeishuHireUpdatesTrigger.node';
import { watches } from '../../nodes/FeishuHireUpdatesTrigger/watches';
import { anchor, cell, code, page, sentence, table } from './markdown';
import { columns, pictureOf, scopeWords, written } from './pageParts';
import { PARAMETER_HEAD, parameterRow, placeRow } from './parameters';

export const webhook: INodeTypeDescription = new FeishuHireTrigger().description;
export const connection: INodeTypeDescription = new FeishuHireConnectionTrigger().description;
export const updates: INodeTypeDescription = new FeishuHireUpdatesTrigger().description;

/** When a parameter of a trigger is shown. What depends on the events stands with each event. */
function condition({ required, displayOptions }: INodeProperties, panel: readonly INodeProperties[]): string {
	const parts = Object.entries(displayOptions?.show ?? {}).flatMap(([path, values = []]) => {
		const other = panel.find(({ name }) => name === path.replace('/', ''));
		if (!other || other.name === 'events') return [];
		const names = values.map((value) => {
			const found = (other.options as INodePropertyOptions[] | undefined)?.find(
				(each) => each.value === value,
			);
			return typeof value === 'boolean' ? 'on' : (found?.name ?? String(value));
		});
		return `${other.displayName} is ${names.join(' or ')}`;
	});
	const when = parts.length > 0 ? `when ${parts.join(' and ')}` : '';
	return [required ? 'required' : '', when].filter(Boolean).join(' ');
}

function parameters({ properties }: INodeTypeDescription): string {
	const rows = properties.flatMap((property) => {
		if (property.type === 'notice') return [];
		const when = condition(property, properties);
		if (property.type !== 'collection') return [parameterRow(property, when)];
		const held = property.options as INodeProperties[];
		return [
			placeRow(when === '' ? property.displayName : `${property.displayName} ${when}`),
			...held.map((each) => parameterRow(each, condition(each, properties))),
		];
	});
	return table([PARAMETER_HEAD, ...rows]);
}

const notice = ({ properties }: INodeTypeDescription) =>
	properties.filter(({ type }) => type === 'notice').map(({ displayName }) => `> ${cell(displayName)}`)[0];

const KINDS: Readonly<Record<string, string>> = { string: 'text', int: 'number', float: 'number' };

/** The fields of an event that have no fields of their own, with the path to each. */
function fieldsOf(kind: Kind, path = ''): string[] {
	if (typeof kind === 'string') return [`${code(path)} (${KINDS[kind]})`];
	if (Array.isArray(kind)) return fieldsOf(kind[0] as Kind, `${path}[]`);
	return Object.entries(kind).flatMap(([key, inner]) =>
		fieldsOf(inner as Kind, path === '' ? key : `${path}.${key}`),
	);
}

const events = [...EVENTS.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));

function eventSection({ name, zh, description, docs, scopes, fields, filters }: HireEvent): string {
	const filterNames = Object.keys(filters).map(
		(key) => FILTERS[key as keyof typeof FILTERS].look.displayName,
	);
	return page(
		`## ${name}`,
		`${cell(sentence(description))} In the developer console: ${zh}.`,
		`[Feishu’s page](${docs}) · scope ${scopeWords(scopes)}`,
		`**Fields:** ${fieldsOf(fields).join(', ')}.`,
		filterNames.length > 0 ? `**Filters:** ${filterNames.join(', ')}.` : undefined,
	).trimEnd();
}

export const webhookPage = (): string =>
	page(
		`# ${webhook.displayName}`,
		written,
		sentence(webhook.description),
		pictureOf(webhook),
		notice(webhook),
		'How to set it up, step by step, and what it promises: [Triggers](../triggers.md#by-webhook). An example: [one trigger for several workflows](../../examples/events-to-several-workflows.json).',
		parameters(webhook),
		table([
			['Event', 'When it comes'],
			...events.map(({ name, description }) => [`[${name}](${anchor(name)})`, cell(sentence(description))]),
		]),
		`Each event is one item: the fields below, with ${['event_id', 'event_type', 'create_time', 'tenant_key'].map(code).join(', ')}. With *Include Details* it has ${code('details')} too: the application, candidate, job, stage and offer by their IDs and names.`,
		...events.map(eventSection),
	);

export const connectionPage = (): string =>
	page(
		`# ${connection.displayName}`,
		written,
		sentence(connection.description),
		pictureOf(connection),
		notice(connection),
		`How to set it up, and what it promises: [Without a public address](../triggers.md#without-a-public-address). The events, their fields and their filters are those of [${webhook.displayName}](${webhook.name}.md).`,
		parameters(connection),
	);

const watchChoices = updates.properties.find(({ name }) => name === 'watch')
	?.options as INodePropertyOptions[];

export const updatesPage = (): string =>
	page(
		`# ${updates.displayName}`,
		written,
		sentence(updates.description),
		pictureOf(updates),
		'When it looks, which scopes it needs and what it promises: [Updates Trigger](../triggers.md#updates-trigger). An example: [whoever applies is announced](../../examples/new-applications.json).',
		parameters(updates),
		...watchChoices.map(({ name, value, description = '' }) => {
			const { list, row, details } = watches[value as keyof typeof watches];
			return page(
				`## ${name}`,
				cell(sentence(description)),
				`[Feishu’s page of the list](${list.docs})`,
				columns('<b>Output</b>, with <i>Simplify</i>', Object.keys(row)),
				details && columns('<b>Output</b>, with <i>Fetch Details</i>', Object.keys(details.row)),
			).trimEnd();
		}),
	);
