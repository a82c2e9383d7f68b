import type {
	INodeProperties,
	INodePropertyMode,
	INodePropertyOptions,
	NodeParameterValue,
} from 'n8n-workflow';
import { inOrder } from './alphabet';
import { isBlank, isCellError, plain } from './cell';
import { isEmpty } from './empty';
import { InvalidValue, quoted } from './invalid';
import type { ColumnLookup, Lookup, Told } from './lookup';
import { put, type Place } from './place';
import { calendarDay, epochMilliseconds } from './time';

/** A value as it stands in the request. */
export type Wire = string | number | boolean | Wire[] | { [key: string]: Wire };

export type WireObject = { [key: string]: Wire };

/** What an encoder may know besides the value. */
export interface EncodeContext {
	/** IANA name of the workflow's time zone. */
	readonly timezone: string;
	/** Whether a model fills in the parameters: all that are left to it, and it does not see which form was chosen. */
	readonly asTool?: boolean;
}

/**
 * Belongs to another parameter of the operation having one of these (encoded) values: required then, and neither
 * shown nor sent else.
 */
export interface When {
	readonly param: string;
	readonly is: readonly Wire[];
	/** The condition in words: 'the status is Sent'. */
	readonly says: string;
}

export type Look = Omit<INodeProperties, 'name' | 'displayOptions' | 'required'>;

/** One parameter: how it looks, where it goes, how it is encoded, what makes it invalid. */
export interface Param<To extends Place | undefined = Place | undefined> {
	readonly look: Look;
	readonly to: To;
	readonly required: boolean | When;
	/** Stands in the open panel although it is not required. */
	readonly open: boolean;
	/** Stands in the open panel, and is sent, only while other parameters have these values. */
	readonly shown?: Readonly<Record<string, NodeParameterValue[]>>;
	/**
	 * What Feishu Hire does where it is not given, if that is more than to leave it empty. Who adds the parameter and
	 * gives nothing is refused.
	 */
	readonly absence?: string;
	/** The section of the panel that it stands in, in place of the operation's collection. */
	readonly section?: string;
	/** The fields of a group, with their places inside of it. */
	readonly fields?: Readonly<Record<string, Param>>;
	/** Whether the group may be given several times. */
	readonly isList?: boolean;
	/** The list that the panel's picker loads. */
	readonly lookup?: Lookup;
	/** How else a run is told of it. */
	readonly told?: Told;
	/** Whether its ID may look like a word. */
	readonly isForeign?: boolean;
	/** Whether a list of IDs takes names among them. */
	readonly takesNames?: boolean;
	/** The fields of the tenant's own making that the panel's mapper loads. */
	readonly columns?: ColumnLookup;
	/** The value on the wire. @throws InvalidValue */
	readonly encode: (value: unknown, context: EncodeContext) => Wire;
}

interface Common<To extends Place | undefined> {
	readonly name: string;
	readonly description: string;
	readonly to: To;
	readonly required?: boolean | When;
	readonly placeholder?: string;
	readonly hint?: string;
	readonly open?: boolean;
	readonly shown?: Param['shown'];
	readonly absence?: string;
	readonly section?: string;
}

function param<To extends Place | undefined>(
	{ name, description, to, required = false, placeholder, hint, open, shown, absence, section }: Common<To>,
	look: Pick<Look, 'type' | 'default'> & Partial<Look>,
	encode: Param['encode'],
	more: Partial<Pick<Param, 'lookup' | 'told' | 'isForeign' | 'takesNames' | 'fields' | 'isList'>> = {},
): Param<To> {
	return {
		look: {
			displayName: name,
			description: absence === undefined ? description : `${description}. Without it, ${absence}.`,
			...(placeholder === undefined ? {} : { placeholder }),
			...(hint === undefined ? {} : { hint }),
			...look,
		},
		to,
		required,
		open: open ?? (required !== false || shown !== undefined),
		...(shown === undefined ? {} : { shown }),
		...(absence === undefined ? {} : { absence }),
		...(section === undefined ? {} : { section }),
		encode,
		...more,
	};
}

/** An ID of Feishu Hire: digits only, larger than a JavaScript number can hold. */
export function encodeId(value: unknown): string {
	if (typeof value === 'number' && value > Number.MAX_SAFE_INTEGER && Number.isFinite(value)) {
		throw new InvalidValue(
			`is the number ${value}, which has lost its last digits`,
			'Feishu Hire IDs are longer than a number can hold. Keep the ID as text all the way: in a spreadsheet format the column as text; in JSON put it in quotation marks.',
		);
	}
	if (typeof value === 'number' || typeof value === 'bigint') return encodeId(String(value));
	if (typeof value !== 'string') {
		throw new InvalidValue(
			`is not an ID: ${quoted(value)}`,
			'Give the ID as text, for example 6960663240925956401.',
		);
	}
	// With an apostrophe before it, a spreadsheet keeps a number as text.
	const id = plain(value).replace(/^'/, '');
	if (/^\d+$/.test(id)) return id;
	if (/^\d+([.,]\d+)?e\+?\d+$/i.test(id)) {
		throw new InvalidValue(
			`is ${quoted(id)}, a number that has lost its last digits`,
			'A spreadsheet has turned the ID into a number. Format the column as text and copy the ID again from Feishu Hire.',
		);
	}
	throw new InvalidValue(
		`is not an ID: ${quoted(id)}`,
		'An ID of Feishu Hire has digits only, for example 6960663240925956401. Copy it from the address bar of the record or from the output of another node.',
	);
}

const mode = (
	displayName: string,
	name: string,
	type: INodePropertyMode['type'],
	more: Partial<INodePropertyMode>,
): INodePropertyMode => ({ displayName, name, type, ...more });

const DIGITS_ONLY: INodePropertyMode['validation'] = [
	{
		type: 'regex',
		properties: { regex: '^\\s*[0-9]*\\s*$', errorMessage: 'An ID of Feishu Hire has digits only' },
	},
];

/**
 * The ID of a thing, chosen in the panel: picked where a list can be had, or typed in.
 * `foreign`: not Feishu Hire has given it, so that it may hold more than digits, as those of people and departments do.
 */
export function id<const To extends Place | undefined>(
	options: Common<To> & { readonly lookup?: Lookup; readonly told?: Told; readonly foreign?: boolean },
): Param<To> {
	const {
		placeholder = 'e.g. 6960663240925956401',
		lookup,
		told = lookup?.told,
		foreign = false,
		...common
	} = options;
	const byId = mode('By ID', 'id', 'string', {
		placeholder,
		...(foreign ? {} : { validation: DIGITS_ONLY }),
	});
	const fromList = (searchListMethod: string) =>
		mode('From List', 'list', 'list', { typeOptions: { searchListMethod, searchable: true } });
	const modes = [
		...(lookup ? [fromList(lookup.name)] : []),
		...(lookup && 'entries' in lookup
			? [mode('By Name', 'name', 'string', { placeholder: 'e.g. as it is called in Feishu Hire' })]
			: []),
		...(told ? [mode(told.displayName, told.mode, 'string', { placeholder: told.placeholder })] : []),
		byId,
	];
	return param(
		common,
		{ type: 'resourceLocator', default: { mode: lookup ? 'list' : 'id', value: '' }, modes },
		foreign ? (value) => plain(encodeText(value)) : encodeId,
		{ lookup, told, ...(foreign ? { isForeign: true } : {}) },
	);
}

/** Free text. */
export function text<const To extends Place | undefined>(
	options: Common<To> & { readonly rows?: number; readonly default?: string },
): Param<To> {
	const { rows, default: preset = '', ...common } = options;
	return param(
		common,
		{ type: 'string', default: preset, ...(rows === undefined ? {} : { typeOptions: { rows } }) },
		encodeText,
	);
}

function checkedText(value: string): string {
	if (isCellError(value)) {
		throw new InvalidValue(
			`is ${quoted(value)}, the error of a spreadsheet`,
			'Mend the formula or the width of the column there, or leave the cell empty.',
		);
	}
	if (value.trim() === '[object Object]') {
		throw new InvalidValue(
			'is "[object Object]", which an expression has made of an object',
			'Let the expression name the field in it, for example {{ $json.owner.name }} in place of {{ $json.owner }}.',
		);
	}
	return value;
}

function encodeText(value: unknown): string {
	if (typeof value === 'string') return checkedText(value);
	if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
		throw new InvalidValue(
			`is the number ${value}, which has lost its last digits`,
			'The value is longer than a number can hold. Keep it as text all the way: in a spreadsheet format the column as text; in JSON put it in quotation marks.',
		);
	}
	if (Number.isFinite(value) || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	throw new InvalidValue(
		`is not text: ${typeof value === 'number' ? String(value) : quoted(value)}`,
		'Give text, or an expression that yields text.',
	);
}

/** A value to choose, with its name in both languages. */
export interface Choice {
	readonly name: string;
	readonly value: string | number;
	/** The Chinese name, as Feishu's pages have it; several stand with ' / ' between them. */
	readonly zh?: string;
	readonly description?: string;
}

const TO_CHOOSE: INodePropertyOptions = { name: '- Choose -', value: '' };

const shownChoice = ({ name, value, zh, description }: Choice): INodePropertyOptions => {
	const words = [description, zh].filter((text) => text !== undefined);
	return { name, value, ...(words.length === 0 ? {} : { description: words.join(' · ') }) };
};

/** A model does not see the list. */
const withNames = (description: string, choices: readonly Choice[]) =>
	`${description.replace(/\.$/, '')}. One of: ${choices.map(({ name }) => name).join(', ')}.`;

const choiceText = (value: unknown) => plain(String(value)).toLowerCase().replaceAll(' ', '');

/** The choice that a value means: by value, or by name in either language. @throws InvalidValue */
function chosen(value: unknown, choices: readonly Choice[]): string | number {
	// What was a number of a data sheet ends with .0 there; Feishu's own pages write 'HR 寻访' and 'HR寻访'.
	const given = choiceText(value).replace(/^(\d+)\.0+$/, '$1');
	const found = choices.find(({ value: code, name, zh = name }) =>
		[code, name, ...zh.split(' / ')].some((known) => choiceText(known) === given),
	);
	// A list of one would pass as the value in it.
	if (found && typeof value !== 'object') return found.value;
	throw new InvalidValue(
		`cannot be ${quoted(value)}`,
		`Use one of: ${choices.map(({ name, value: code, zh }) => `${code} (${[name, zh].filter(Boolean).join(', ')})`).join(', ')}.`,
	);
}

/**
 * One of several named values. An expression may give the value, or its name in either language.
 * Nothing is chosen at first, unless there is a `default`.
 */
export function choice<const To extends Place | undefined>(
	options: Common<To> & { readonly options: readonly Choice[]; readonly default?: string | number },
): Param<To> {
	const { options: choices, default: preset = '', ...common } = options;
	const offered = choices.map(shownChoice);
	return param(
		common.required === true ? { ...common, description: withNames(common.description, choices) } : common,
		{ type: 'options', options: preset === '' ? [TO_CHOOSE, ...offered] : offered, default: preset },
		(value) => chosen(value, choices),
	);
}

/** Several of some named values. An expression may give an array or comma-separated text. */
export function choices<const To extends Place | undefined>(
	options: Common<To> & { readonly options: readonly Choice[] },
): Param<To> {
	const { options: choices, ...common } = options;
	return param(common, { type: 'multiOptions', options: choices.map(shownChoice), default: [] }, (value) =>
		listOf(value, BETWEEN_NAMES).map((part) => chosen(part, choices)),
	);
}

/** Who fills it in by an expression, or as a model, is told the form. */
const inForm = (description: string, example: string) =>
	description.endsWith('.')
		? `${description} For example ${example}.`
		: `${description}, for example ${example}`;

/** A calendar day: `YYYY-MM-DD` on the wire, or with `json` the text `{"date":"YYYY-MM-DD"}`. */
export function date<const To extends Place>({
	json = false,
	...options
}: Common<To> & { readonly json?: boolean }): Param<To> {
	const described = { ...options, description: inForm(options.description, '2026-03-31') };
	return param(described, { type: 'dateTime', default: '' }, (value, { timezone }) => {
		const day = calendarDay(value, timezone);
		return json ? JSON.stringify({ date: day }) : day;
	});
}

/**
 * An instant in milliseconds: `wire: 'string'` or `'integer'`, as the page of the route says.
 */
export function timestamp<const To extends Place>(
	options: Common<To> & { readonly wire: 'string' | 'integer' },
): Param<To> {
	const { wire, ...common } = options;
	const described = { ...common, description: inForm(common.description, '2026-03-31 09:00') };
	return param(described, { type: 'dateTime', default: '' }, (value, { timezone }) => {
		const milliseconds = epochMilliseconds(value, timezone);
		return wire === 'string' ? String(milliseconds) : milliseconds;
	});
}

/** Several IDs: picked where a list can be had; an expression may give an array or comma-separated text. */
export function idList<const To extends Place | undefined>(
	options: Common<To> & {
		readonly max?: number;
		readonly things: string;
		readonly lookup?: Lookup;
		/** The parameter on whose change the panel loads the list again. */
		readonly dependsOn?: string;
	},
): Param<To> {
	const { max, things, lookup, dependsOn, ...common } = options;
	const look: Pick<Look, 'type' | 'default'> & Partial<Look> = lookup
		? {
				type: 'multiOptions',
				default: [],
				typeOptions: {
					loadOptionsMethod: lookup.name,
					...(dependsOn === undefined ? {} : { loadOptionsDependsOn: [dependsOn] }),
				},
			}
		: { type: 'string', default: '' };
	return param(
		common,
		look,
		(value) => {
			const list = listOf(value, BETWEEN_IDS).map(encodeId);
			if (max !== undefined && list.length > max) {
				throw new InvalidValue(
					`has ${list.length} ${things}; Feishu Hire takes at most ${max}`,
					`Leave at most ${max} ${things} in the list.`,
				);
			}
			return list;
		},
		{ lookup, takesNames: lookup !== undefined && 'entries' in lookup },
	);
}

/** The pieces of a list that may hold names among its IDs. */
export const partsOfList = (value: unknown): unknown[] => listOf(value, BETWEEN_NAMES);

// JSON.parse would take the last digits of an unquoted ID, so the text of an array is taken apart instead.
const BETWEEN_IDS = /[\s,，、;；"'[\]]+/;
const BETWEEN_NAMES = /[\r\n,，、;；"'[\]]+/;

const separated = (value: unknown, between: RegExp): unknown[] =>
	typeof value === 'string' ? value.split(between) : [value];

const listOf = (value: unknown, between: RegExp): unknown[] =>
	(Array.isArray(value) ? (value as unknown[]) : separated(value, between)).filter((part) => !isEmpty(part));

/** Several names, as text with commas or as an array: of the binary fields of an item, for example. */
export function nameList<const To extends Place | undefined>(options: Common<To>): Param<To> {
	return param(options, { type: 'string', default: '' }, (value) =>
		listOf(value, /[\n,，、;；]/).map((name) => String(name).trim()),
	);
}

/** A whole number within bounds. The panel's field is empty at first, unless there is a `default`. */
export function integer<const To extends Place | undefined>(
	options: Common<To> & { readonly min?: number; readonly max?: number; readonly default?: number },
): Param<To> {
	const { min, max, default: preset = '', ...common } = options;
	const bounds = {
		...(min === undefined ? {} : { minValue: min }),
		...(max === undefined ? {} : { maxValue: max }),
	};
	return param(common, { type: 'number', typeOptions: bounds, default: preset }, (value) => {
		const number = typeof value === 'string' && !isBlank(value) ? Number(plain(value)) : value;
		if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
			throw new InvalidValue(`is no whole number: ${quoted(value)}`, 'Give a whole number, for example 3.');
		}
		if (number < (min ?? -Infinity) || number > (max ?? Infinity)) {
			throw new InvalidValue(
				`is ${number}`,
				`Give a number ${[min === undefined ? '' : `from ${min}`, max === undefined ? '' : `up to ${max}`].filter(Boolean).join(' ')}.`,
			);
		}
		return number;
	});
}

/** An amount of money, a share or a percentage: a number that goes out as text, digit by digit as it was given. */
export function amount<const To extends Place>(options: Common<To>): Param<To> {
	return param(options, { type: 'string', default: '' }, (value) => {
		const given = typeof value === 'string' ? plain(value) : typeof value === 'number' ? String(value) : '';
		if (/^-?\d+(\.\d+)?$/.test(given)) return given;
		throw new InvalidValue(
			`is no amount: ${quoted(value)}`,
			'Give digits with a point before the decimals and without a currency or separators, for example 12500.50.',
		);
	});
}

const YES = ['true', 'yes', '是'];
const NO = ['false', 'no', '否'];

/** Yes or no. */
export function flag<const To extends Place | undefined>(
	options: Common<To> & { readonly default?: boolean },
): Param<To> {
	const { default: preset = false, ...common } = options;
	return param(common, { type: 'boolean', default: preset }, (value) => {
		if (typeof value === 'boolean') return value;
		const given = typeof value === 'string' ? plain(value).toLowerCase() : '';
		if (YES.includes(given)) return true;
		if (NO.includes(given)) return false;
		throw new InvalidValue(
			`is neither true nor false: ${quoted(value)}`,
			'Switch it on or off, or give true or false (是 or 否).',
		);
	});
}

type Fields = Readonly<Record<string, Param<Place<'body'>>>>;

/**
 * An object of several fields, shown together. A field that is left empty is not sent.
 * The places of `fields` are keys of the object; dots descend into objects in it.
 */
export function group<const To extends Place>(options: Common<To> & { readonly fields: Fields }): Param<To> {
	const { fields, ...common } = options;
	return param(
		common,
		{
			type: 'fixedCollection',
			default: {},
			options: [{ displayName: common.name, name: 'values', values: looksOf(fields) }],
		},
		(value, context) => {
			return encodeFields(fields, groupValues(value), context);
		},
		{ fields },
	);
}

/** A list of such objects. */
export function groupList<const To extends Place>(
	options: Common<To> & { readonly fields: Fields; readonly button: string },
): Param<To> {
	const { fields, button, ...common } = options;
	return param(
		common,
		{
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: button },
			default: {},
			options: [{ displayName: common.name, name: 'values', values: looksOf(fields) }],
		},
		(value, context) => {
			const entries = groupValues(value) ?? [];
			return (Array.isArray(entries) ? entries : [entries])
				.map((entry) => encodeFields(fields, entry, context))
				.filter((entry) => !isEmpty(entry));
		},
		{ fields, isList: true },
	);
}

/** n8n saves a group under the name of its only set of values; an expression gives the values themselves. */
const groupValues = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && 'values' in value
		? (value as { values: unknown }).values
		: value;

const looksOf = (fields: Fields): INodeProperties[] =>
	inOrder(
		Object.entries(fields).map(([name, { look, required }]) => ({
			...look,
			name,
			...(required === true ? { required } : {}),
		})),
		({ displayName }) => displayName,
	);

function encodeFields(fields: Fields, given: unknown, context: EncodeContext): WireObject {
	const values = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
	const object: WireObject = {};
	if (Object.keys(fields).every((name) => isEmpty(values[name]))) return object;
	for (const [name, { look, to, required, encode }] of Object.entries(fields)) {
		const value = values[name];
		if (isEmpty(value)) {
			if (required !== true) continue;
			throw new InvalidValue(
				`has no '${look.displayName}'`,
				`Fill in '${look.displayName}', or remove the whole group.`,
			);
		}
		put(
			object,
			to.key,
			within(look.displayName, () => encode(value, context)),
		);
	}
	return object;
}

/** Names the field of a group in what is wrong with it. */
export function within(field: string, encode: () => Wire): Wire {
	let problem: unknown;
	try {
		return encode();
	} catch (error) {
		problem = error;
	}
	throw problem instanceof InvalidValue ? inField(field, problem) : problem;
}

const inField = (field: string, { problem, mend }: InvalidValue) =>
	new InvalidValue(`cannot be sent: its '${field}' ${problem}`, mend);
