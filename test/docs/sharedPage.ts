/** The first page of the nodes: which there are, and what all their operations have alike. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { runOptionProperties } from '../../nodes/declare/runOptions';
import { MISSING_SCOPE_CODE, PLATFORM, refusal } from '../../nodes/engine/errors';
import { described } from './described';
import { cell, page, sentence, table } from './markdown';
import { written } from './pageParts';
import { PARAMETER_HEAD, parameterRow } from './parameters';
import { connection, updates, webhook } from './triggerPages';

const operations = described.flatMap((node) => node.operations);

/** A parameter as the first operation has it that has it. */
function shared(name: string): string[] {
	const param = operations.map(({ params }) => params[name]).find(Boolean);
	if (!param) throw new Error(`No operation has ${name}`);
	return parameterRow({ ...param.look, name });
}

/** Each kind of ID with what any operation offers for it. */
function idTypes(): string[][] {
	const params = operations.flatMap((each) =>
		Object.entries(each.params).filter(([, { section }]) => section === 'idTypes'),
	);
	return [...new Set(params.map(([name]) => name))].map((name) => {
		const looks = params.filter(([each]) => each === name).map(([, { look }]) => look);
		const options = looks.flatMap((look) => (look.options ?? []) as INodePropertyOptions[]);
		const offered = new Map(options.map((option) => [option.value, option]));
		const words = [...offered.values()].map(
			(option) => `${option.name}${option.description ? ` (${option.description})` : ''}`,
		);
		return [`**${looks[0]?.displayName}**`, cell(words.join('; '))];
	});
}

const withKey = operations.find(({ idempotencyKey }) => idempotencyKey !== undefined) ?? operations[0];

/** In the words of the operation that has most of them. */
const runOptions = (withKey ? runOptionProperties(withKey) : []).map((property: INodeProperties) =>
	parameterRow(property),
);

const anyOperation = {
	route: 'GET /open-apis/hire/v1/…',
	docs: 'https://open.feishu.cn',
	limits: [],
	scopes: ['the scope of the operation'],
	effect: 'read',
} as const;

const errors = [MISSING_SCOPE_CODE, ...Object.keys(PLATFORM).map(Number)].map((each) => {
	const { message, mend } = refusal({ code: each, httpStatus: 400 }, anyOperation);
	return [String(each), cell(message), cell(mend)];
});

export const sharedPage = (): string =>
	page(
		'# Nodes',
		written,
		table([
			['Node', 'What it does'],
			...[...described.map(({ description }) => description), webhook, connection, updates].map(
				({ name, displayName, description }) => [`[${displayName}](${name}.md)`, cell(sentence(description))],
			),
		]),
		'## What operations have alike',
		'Those that write have *Dry Run*, those that list have *Return All* and *Limit*, those that give records *Simplify*.',
		table([
			PARAMETER_HEAD,
			...['dryRun', 'returnAll', 'limit', 'simplify', 'includeCandidateNames'].map(shared),
			...runOptions,
		]),
		'## ID types',
		'Feishu has several kinds of IDs for the same person, department, job level, job family or employee type. *ID Types* says which kind stands in the parameters and comes back; not every operation offers all of them.',
		table([['Parameter', 'Kinds'], ...idTypes()]),
		'## Errors of any operation',
		'Those of one operation stand on the page of its node. What an error shows, and the usual ones, are in [Errors](../errors.md).',
		table([['Code', 'What happened', 'What to do'], ...errors]),
	);
