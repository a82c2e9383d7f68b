import type { FieldType, INodePropertyOptions, ResourceMapperField } from 'n8n-workflow';
import { isEmpty } from './empty';
import { InvalidValue, quoted } from './invalid';
import { folded } from './lines';
import type { ColumnLookup } from './lookup';
import {
	amount,
	encodeId,
	flag,
	idList,
	text,
	within,
	type EncodeContext,
	type Param,
	type Wire,
} from './params';
import { body, type Place } from './place';
import { isId } from './reference';
import { calendarDay } from './time';

/** A field of the tenant's own making. `type` is Feishu's word for what it holds. */
export interface CustomField {
	readonly id: string;
	readonly type: string;
	readonly name: string;
	readonly required: boolean;
	readonly options: INodePropertyOptions[];
}

/** How the panel asks for a type of field, and how its values are written: always as text. */
interface Kind {
	readonly says: string;
	readonly input: FieldType;
	/** Whether it holds several. */
	readonly isList?: boolean;
	readonly encode: (value: unknown, context: EncodeContext, options: INodePropertyOptions[]) => Wire;
}

const unnamed = { name: '', description: '', to: body('value') };
const plain = text(unnamed).encode;
const decimal = amount(unnamed).encode;
const yesOrNo = flag(unnamed).encode;
const ids = idList({ ...unnamed, things: '' }).encode;

const parts = (value: unknown): unknown[] => {
	if (Array.isArray(value)) return value;
	const bare = String(value).replace(/^\s*\[|\]\s*$/g, '');
	return bare.split(/[,，;；\n]/).map((part) => part.trim().replace(/^"|"$/g, ''));
};

function optionOf(value: unknown, context: EncodeContext, options: INodePropertyOptions[]): string {
	const given = String(plain(value, context)).trim();
	const wanted = folded(given);
	const told = [
		options.filter((option) => String(option.value) === given),
		options.filter(({ name }) => folded(name) === wanted),
		// In one of the two languages.
		options.filter(({ name }) => name.split(' / ').some((each) => folded(each) === wanted)),
	];
	const found = told.find((those) => those.length > 0) ?? [];
	if (found.length === 1) return String(found[0]?.value);
	// An option that is newer than the list in the panel; some types of field come without a list.
	if (options.length === 0 || isId(given)) return given;
	const offered = (those: INodePropertyOptions[]) =>
		those.map(({ name, value: id }) => `${name} (${id})`).join(', ');
	throw found.length > 1
		? new InvalidValue(
				`means several options: ${quoted(given)}`,
				`Give the whole name or the ID of one of these: ${offered(found)}.`,
			)
		: new InvalidValue(
				`has no option ${quoted(given)}`,
				`Use one of: ${offered(options)}. If the form has changed, refresh the list of fields.`,
			);
}

const several = (value: unknown): unknown[] => parts(value).filter((part) => !isEmpty(part));

function year(value: unknown, { timezone }: EncodeContext): string {
	const [, named] = /^((?:19|20)\d{2}) ?年?$/.exec(String(value).trim()) ?? [];
	return named ?? calendarDay(value, timezone).slice(0, 4);
}

function month(value: unknown, { timezone }: EncodeContext): string {
	// As a number 2026.10 has become 2026.1.
	const written = typeof value === 'string' ? value.trim() : '';
	const [, named, number = ''] = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?月?$/.exec(written) ?? [];
	if (named === undefined) return calendarDay(value, timezone).slice(0, 7);
	if (Number(number) >= 1 && Number(number) <= 12) return `${named}-${number.padStart(2, '0')}`;
	throw new InvalidValue(`is no month: ${quoted(value)}`, 'Give a month such as 2026-03.');
}

const dated = (date: string) => JSON.stringify({ date });

const KINDS: Readonly<Record<string, Kind>> = {
	text: { says: 'text', input: 'string', encode: plain },
	long_text: { says: 'long text', input: 'string', encode: plain },
	select: { says: 'one of a list', input: 'options', encode: optionOf },
	multi_select: {
		says: 'names or IDs with commas',
		input: 'string',
		isList: true,
		encode: (value, context, options) => {
			const whole = options.find(({ name }) => name === value);
			const chosen = whole ? [whole.value] : several(value);
			return JSON.stringify(chosen.map((part) => optionOf(part, context, options)));
		},
	},
	date_select: {
		says: 'date',
		input: 'dateTime',
		encode: (value, { timezone }) => dated(calendarDay(value, timezone)),
	},
	month_select: {
		says: 'month',
		input: 'dateTime',
		encode: (value, context) => dated(month(value, context)),
	},
	year_select: { says: 'year', input: 'string', encode: (value, context) => dated(year(value, context)) },
	number: { says: 'number', input: 'number', encode: decimal },
	amount: { says: 'amount', input: 'number', encode: decimal },
	formula: { says: 'formula with [IDs] of salary fields', input: 'string', encode: plain },
	boolean: {
		says: 'yes or no',
		input: 'boolean',
		encode: (value, context) => String(yesOrNo(value, context)),
	},
	file: {
		says: 'IDs of attachments',
		input: 'string',
		isList: true,
		encode: (value, context) =>
			JSON.stringify((ids(value, context) as string[]).map((id) => ({ common_attachment_id: id }))),
	},
	personnel_select: { says: 'ID of a person', input: 'string', encode: plain },
	personnel_multi_select: {
		says: 'IDs of people',
		input: 'string',
		isList: true,
		encode: (value, context) => JSON.stringify(several(value).map((part) => plain(part, context))),
	},
	city_single_select: { says: 'code of a city', input: 'string', encode: plain },
};

/** Fields that are drawn from Feishu People (飞书人事) are written like their namesakes. */
const kindOf = (type: string): Kind | undefined => {
	const bare = type.replace(/^corehr_/, '');
	return KINDS[bare === 'attachment' ? 'file' : bare];
};

/** A field as the panel's mapper shows it. Its id carries the type, so that a value is encoded without a request. */
export function columnOf({ id, type, name, required, options }: CustomField): ResourceMapperField {
	const { says, input } = kindOf(type) ?? { says: type, input: 'string' as const };
	const listed = input !== 'options' && options.length > 0;
	return {
		id: `${id}:${type}`,
		displayName: `${name} (${listed ? `${says}: ${options.map((option) => option.name).join(', ')}` : says})`,
		type: input === 'options' && options.length === 0 ? 'string' : input,
		options,
		required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
	};
}

interface Mapped {
	readonly value?: Readonly<Record<string, unknown>> | null;
	readonly schema?: ReadonlyArray<Pick<ResourceMapperField, 'id' | 'displayName' | 'options' | 'required'>>;
}

const typeIn = (column: string) => column.split(':')[1] ?? '';

/** Text such as '[]' or ', ' is not empty, but the list in it is. */
const givesNothing = (column: string, value: unknown) =>
	isEmpty(value) || (kindOf(typeIn(column))?.isList === true && several(value).length === 0);

/**
 * The fields that the tenant has added to a form: the panel loads them, and each is filled in as its type asks.
 * On the wire a list of `{ id, value }`; what is left empty is not sent.
 */
export function customFields<const To extends Place>(options: {
	readonly name: string;
	readonly description: string;
	readonly to: To;
	readonly columns: ColumnLookup;
	/** The parameter on whose change the panel loads the fields again. */
	readonly dependsOn: string;
}): Param<To> {
	const { name, description, to, columns, dependsOn } = options;
	return {
		look: {
			displayName: name,
			description,
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			typeOptions: {
				loadOptionsDependsOn: [`${dependsOn}.value`],
				resourceMapper: {
					resourceMapperMethod: columns.name,
					// With 'add' n8n itself asks for what is required, and by a column's id.
					mode: 'map',
					valuesLabel: name,
					fieldWords: { singular: 'field', plural: 'fields' },
					addAllFields: false,
					multiKeyMatch: false,
					supportAutoMap: false,
					noFieldsError: columns.none,
				},
			},
		},
		to,
		required: false,
		open: true,
		columns,
		isList: true,
		fields: {
			id: { ...text({ ...unnamed, name: 'ID', to: body('id') }), encode: encodeId },
			value: text({ ...unnamed, name: 'Value' }),
		},
		encode: (value, context) => encodeMapped(value as Mapped, context),
	};
}

function encodeMapped({ value, schema = [] }: Mapped, context: EncodeContext): Wire[] {
	const given = value ?? {};
	// Where nothing was ever mapped, the panel has asked for nothing.
	const missing = value && schema.find(({ id, required }) => required && givesNothing(id, given[id]));
	if (missing) {
		throw new InvalidValue(
			`has no '${missing.displayName}'`,
			'The form requires this field: fill it in. If it is an expression, it gave nothing for this item.',
		);
	}
	return Object.entries(given)
		.filter(([column, each]) => !givesNothing(column, each))
		.map(([column, each]) => {
			const [id = ''] = column.split(':');
			const field = schema.find((known) => known.id === column);
			const encode = kindOf(typeIn(column))?.encode ?? plain;
			return {
				id: encodeId(id),
				value: within(field?.displayName ?? id, () => encode(each, context, field?.options ?? [])),
			};
		});
}
