/** What a page says of one operation. */
import type { INodePropertyCollection } from 'n8n-workflow';
import { inOrder } from '../../nodes/declare/alphabet';
import { COLLECTIONS } from '../../nodes/declare/describe';
import type { Limit, Operation } from '../../nodes/declare/operation';
import type { Param } from '../../nodes/declare/params';
import { INVALID_PARAMETER_CODE, refusal } from '../../nodes/engine/errors';
import { exampleOf } from './exampleOf';
import { cell, code, folded, json, page, sentence, table } from './markdown';
import { columns, scopeWords } from './pageParts';
import { PARAMETER_HEAD, parameterRow, placeRow } from './parameters';

const limitWords = ({ requests, perSeconds }: Limit) =>
	`${requests} requests in ${perSeconds === 1 ? 'a second' : perSeconds === 60 ? 'a minute' : `${perSeconds} seconds`}`;

/** What every operation has alike; the page of the shared parts says it. */
const SHARED = ['returnAll', 'limit', 'simplify', 'includeCandidateNames', 'dryRun'];

function condition({ params }: Operation, { required, shown = {} }: Param): string {
	if (required === true) return 'required';
	if (typeof required === 'object') return `required when ${required.says}`;
	const parts = Object.entries(shown).map(([name, values]) => {
		const { displayName = name, options = [] } = params[name]?.look ?? {};
		const names = values.map((value) => {
			const found = options.find((option) => 'value' in option && option.value === value);
			return typeof value === 'boolean' ? (value ? 'on' : 'off') : (found?.name ?? String(value));
		});
		return `${displayName} is ${names.join(' or ')}`;
	});
	return parts.length > 0 ? `when ${parts.join(' and ')}` : '';
}

function rowsOf(operation: Operation, name: string, param: Param): string[][] {
	const [group] = (param.look.options ?? []) as INodePropertyCollection[];
	const parts = param.fields ? (group?.values ?? []) : [];
	return [
		parameterRow({ ...param.look, name }, condition(operation, param)),
		...parts.map((part) => parameterRow(part, part.required ? 'required' : '', 1)),
	];
}

/** In the order of the panel: what stands open, then the collections. */
function parameters(operation: Operation): string | undefined {
	const entries = Object.entries(operation.params).filter(([name]) => !SHARED.includes(name));
	const rows = (chosen: ReadonlyArray<readonly [string, Param]>) =>
		chosen.flatMap(([name, param]) => rowsOf(operation, name, param));
	const closed = (section?: string) =>
		inOrder(
			entries.filter(([, param]) => !param.open && param.section === section),
			([, { look }]) => look.displayName,
		);
	const under = (title: string, section?: string) => {
		const found = rows(closed(section));
		return found.length > 0 ? [placeRow(title), ...found] : [];
	};
	const sections = Object.entries(operation.sections ?? {}).filter(([, { last = false }]) => !last);
	const all = [
		...rows(entries.filter(([, { open }]) => open)),
		...sections.flatMap(([name, { title }]) => under(title, name)),
		...under(COLLECTIONS[operation.collection].displayName),
	];
	return all.length > 0 ? table([PARAMETER_HEAD, ...all]) : undefined;
}

/** Those of the last section, which the page of the shared parts explains. */
function idTypes({ params }: Operation): string | undefined {
	const names = Object.entries(params)
		.filter(([, { section }]) => section === 'idTypes')
		.map(([, { look }]) => {
			const preset = look.options?.find((each) => 'value' in each && each.value === look.default)?.name;
			return `${look.displayName} (at first ${preset})`;
		});
	return names.length > 0 ? `*[ID Types](README.md#id-types)*: ${names.join(', ')}.` : undefined;
}

function output({ row, effect, params, record, pages }: Operation): string {
	if (row) {
		const each = pages ? 'one item for each record' : 'the record';
		return columns(`<b>Output:</b> ${each}, with <i>Simplify</i> as a row`, Object.keys(row));
	}
	if (effect === 'read') {
		const file = 'binaryPropertyName' in params ? ', and the file' : '';
		return `**Output:** ${record === undefined ? 'what Feishu Hire returns' : `the ${record} as Feishu Hire returns it`}${file}.`;
	}
	const said = Object.values(params).flatMap(({ to, required }) => (to && required === true ? [to.key] : []));
	return `**Output:** ${['success', ...said].map(code).join(', ')}.`;
}

function errors(operation: Operation): string | undefined {
	const codes = Object.keys(operation.errors ?? {}).map(Number);
	if (operation.suspects) codes.unshift(INVALID_PARAMETER_CODE);
	if (codes.length === 0) return undefined;
	const rows = codes.map((each) => {
		const { message, mend } = refusal({ code: each, httpStatus: 200 }, operation);
		return [String(each), cell(message), cell(mend)];
	});
	return table([['Code', 'What happened', 'What to do'], ...rows]);
}

export const headingOf = (resource: string, { name }: Operation) => `${resource}: ${name}`;

export const operationSection = (resource: string, operation: Operation): string =>
	page(
		`## ${headingOf(resource, operation)}`,
		cell(sentence(operation.description)),
		operation.notice === undefined ? undefined : `> ${cell(operation.notice)}`,
		[
			`[Feishu’s page](${operation.docs})`,
			`at most ${operation.limits.map(limitWords).join(' and ')}`,
			`scope ${scopeWords(operation.scopes)}`,
		].join(' · '),
		parameters(operation),
		idTypes(operation),
		output(operation),
		errors(operation),
		folded('Example: copy it and paste it onto the canvas', json(exampleOf(operation))),
	).trimEnd();
