/** The parameters of a panel as rows of a table: what each is for, how it is given, and when. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { cell, code, sentence } from './markdown';

export type Field = Omit<INodeProperties, 'displayOptions' | 'required'>;

export const PARAMETER_HEAD = ['Parameter', 'What it is for', 'How it is given'] as const;

const choicesOf = ({ options = [] }: Field) =>
	(options as INodePropertyOptions[]).filter(({ value }) => value !== '');

/** A choice by its name, with its value and its Chinese name, which the panel has at the end of its description. */
function choice({ name, value, description = '' }: INodePropertyOptions): string {
	const last = description.split(' · ').at(-1) ?? '';
	const chinese = /^\p{Script=Han}/u.test(last) ? [last] : [];
	const known = [String(value) === name ? '' : code(String(value)), ...chinese].filter(Boolean);
	return known.length > 0 ? `${name} (${known.join(', ')})` : name;
}

const bounds = ({ minValue, maxValue }: NonNullable<Field['typeOptions']>) =>
	[
		minValue === undefined ? '' : ` from ${minValue}`,
		maxValue === undefined ? '' : ` up to ${maxValue}`,
	].join('');

const MODES: Readonly<Record<string, string>> = {
	list: 'from a list',
	name: 'by name',
	candidate: 'by e-mail, mobile number or full name of the candidate',
	contact: 'by e-mail or mobile number',
	id: 'by ID',
};

const either = (ways: readonly string[]) =>
	ways.length > 1 ? `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}` : (ways[0] ?? '');

function form(field: Field): string {
	const { type, modes = [], typeOptions = {}, options = [] } = field;
	switch (type) {
		case 'resourceLocator':
			return either(modes.map(({ name }) => MODES[name] ?? name));
		case 'options':
			return `one of: ${choicesOf(field).map(choice).join(', ')}`;
		case 'multiOptions':
			return options.length > 0
				? `some of: ${choicesOf(field).map(choice).join(', ')}`
				: 'from a list, or IDs or names with commas between them';
		case 'dateTime':
			return 'a date';
		case 'number':
			return `a number${bounds(typeOptions)}`;
		case 'boolean':
			return 'on or off';
		case 'fixedCollection':
			return typeOptions.multipleValues ? 'several, each with' : 'its parts';
		case 'resourceMapper':
			return 'the fields of your form, by name';
		default:
			return 'text';
	}
}

function preset(field: Field): string {
	const { type, default: value } = field;
	if (type === 'boolean') return value === true ? ', at first on' : '';
	if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return '';
	const name = choicesOf(field).find((each) => each.value === value)?.name;
	return `, at first ${name ?? code(String(value))}`;
}

/** The panel tells a model the choices in words too; here they stand beside it. */
const purpose = ({ description = '', type }: Field) =>
	cell(sentence(type === 'options' ? description.replace(/\.? One of: .*$/, '') : description));

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How it is given, and what it holds at first. */
const given = (field: Field) => cell(capitalized(`${form(field)}${preset(field)}`));

/** @param when in which case it is asked for, in words */
export const parameterRow = (field: Field, when = '', depth = 0): string[] => [
	`${depth > 0 ? '↳ ' : ''}${depth > 0 ? field.displayName : `**${field.displayName}**`}${when === '' ? '' : ` (${when})`}`,
	purpose(field),
	given(field),
];

/** A row that says where the ones below it stand in the panel. */
export const placeRow = (title: string): string[] => [`*${title}*`, '', ''];
