import type {
	INodeProperties,
	INodePropertyMode,
	INodePropertyOptions,
	NodeParameterValue,
} from 'n8n-workflow';
import { byText } from './alphabet';
import { InvalidValue } from './invalid';
import type { ColumnLookup, Lookup } from './lookup';
import { put, type Place } from './place';
import { calendarDay, epochMilliseconds, quoted } from './time';

/** A value as it stands in the request. */
export type Wire = string | number | boolean | Wire[] | { [key: string]: Wire };

export type WireObject = { [key: string]: Wire };

/** What an encoder may know besides the value. */
export interface EncodeContext {
	/** IANA name of the workflow's time zone. */
	readonly timezone: string;
}

/** Required only while another parameter of the operation has one of these (encoded) values. */
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
	/** Stands in the open panel only while other parameters have these values. */
	readonly shown?: Readonly<Record<string, NodeParameterValue[]>>;
	/** The section of the panel that it stands in, in place of the operation's collection. */
	readonly section?: string;
	/** The fields of a group, with their places inside of it. */
	readonly fields?: Readonly<Record<string, Param>>;
	/** Whether the group may be given several times. */
	readonly isList?: boolean;
	/** The list that the panel's picker loads. */
	readonly lookup?: Lookup;
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
	readonly section?: string;
}

function param<To extends Place | undefined>(
	{ name, description, to, required = false, placeholder, hint, open, shown, section }: Common<To>,
	look: Pick<Look, 'type' | 'default'> & Partial<Look>,
	encode: Param['encode'],
	more: Partial<Pick<Param, 'lookup' | 'fields' | 'isList'>> = {},
): Param<To> {
	return {
		look: {
			displayName: name,
			description,
			...(placeholder === undefined ? {} : { placeholder }),
			...(hint === undefined ? {} : { hint }),
			...look,
		},
		to,
		required,
		open: open ?? (required !== false || shown !== undefined),
		...(shown === undefined ? {} : { shown }),
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
	const id = value.trim();
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

/** The ID of a record, chosen in the panel: typed in, or picked where a list can be had. */
export function id<const To extends Place | undefined>(
	options: Common<To> & { readonly lookup?: Lookup },
): Param<To> {
	const { placeholder = 'e.g. 6960663240925956401', ...common } = options;
	const byId = mode('By ID', 'id', 'string', {
		placeholder,
		validation: [
			{
				type: 'regex',
				properties: { regex: '^\\s*[0-9]*\\s*$', errorMessage: 'An ID of Feishu Hire has digits only' },
			},
		],
	});
	const fromList = (searchListMethod: string) =>
		mode('From List', 'list', 'list', { typeOptions: { searchListMethod, searchable: true } });
	const modes = options.lookup ? [fromList(options.lookup.name), byId] : [byId];
	return param(
		common,
		{ type: 'resourceLocator', default: { mode: options.lookup ? 'list' : 'id', value: '' }, modes },
		encodeId,
		{ lookup: options.lookup },
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
		(value) => {
			if (typeof value === 'string') return value;
			if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
				throw new InvalidValue(
					`is the number ${value}, which has lost its last digits`,
					'The value is longer than a number can hold. Keep it as text all the way: in a spreadsheet format the column as text; in JSON put it in quotation marks.',
				);
			}
			if (Number.isFinite(value) || typeof value === 'boolean' || typeof value === 'bigint')
				return String(value);
			throw new InvalidValue(
				`is not text: ${typeof value === 'number' ? String(value) : quoted(value)}`,
				'Give text, or an expression that yields text.',
			);
		},
	);
}

/** One of several named values. An expression may give the value or its name. */
export function choice<const To extends Place | undefined>(
	options: Common<To> & {
		readonly options: INodePropertyOptions[];
		readonly default: string | number;
	},
): Param<To> {
	const { options: choices, default: preset, ...common } = options;
	return param(common, { type: 'options', options: choices, default: preset }, (value) => {
		const given = String(value).trim().toLowerCase();
		const found = choices.find(
			(option) => String(option.value).toLowerCase() === given || option.name.toLowerCase() === given,
		);
		// A list of one would pass as the value in it.
		if (!found || typeof value === 'object') {
			throw new InvalidValue(
				`cannot be ${quoted(value)}`,
				`Use one of: ${choices.map((option) => `${option.value} (${option.name})`).join(', ')}.`,
			);
		}
		return found.value;
	});
}

/** Several of some named values. An expression may give an array or comma-separated text. */
export function choices<const To extends Place>(
	options: Common<To> & { readonly options: INodePropertyOptions[] },
): Param<To> {
	const { options: offered, ...common } = options;
	const one = choice({ ...common, options: offered, default: '' });
	return param(common, { type: 'multiOptions', options: offered, default: [] }, (value, context) =>
		(Array.isArray(value) ? value : separated(value)).map((part) => one.encode(part, context)),
	);
}

/** A calendar day: `YYYY-MM-DD` on the wire, or with `json` the text `{"date":"YYYY-MM-DD"}`. */
export function date<const To extends Place>({
	json = false,
	...options
}: Common<To> & { readonly json?: boolean }): Param<To> {
	return param(options, { type: 'dateTime', default: '' }, (value, { timezone }) => {
		if (value === '') throw new InvalidValue('is empty', 'Pick a date, or remove the field.');
		const day = calendarDay(value, timezone);
		return json ? JSON.stringify({ date: day }) : day;
	});
}

/** An instant in milliseconds: `wire: 'string'` or `'integer'`, as the page of the route says. */
export function timestamp<const To extends Place>(
	options: Common<To> & { readonly wire: 'string' | 'integer' },
): Param<To> {
	const { wire, ...common } = options;
	return param(common, { type: 'dateTime', default: '' }, (value, { timezone }) => {
		if (value === '') throw new InvalidValue('is empty', 'Pick a date and time, or remove the field.');
		const milliseconds = epochMilliseconds(value, timezone);
		return wire === 'string' ? String(milliseconds) : milliseconds;
	});
}

/** Several IDs: picked where a list can be had; an expression may give an array or comma-separated text. */
export function idList<const To extends Place>(
	options: Common<To> & { readonly max?: number; readonly things: string; readonly lookup?: Lookup },
): Param<To> {
	const { max, things, lookup, ...common } = options;
	const look: Pick<Look, 'type' | 'default'> & Partial<Look> = lookup
		? { type: 'multiOptions', default: [], typeOptions: { loadOptionsMethod: lookup.name } }
		: { type: 'string', default: '' };
	return param(
		common,
		look,
		(value) => {
			const list = (Array.isArray(value) ? value : separated(value)).map(encodeId);
			if (max !== undefined && list.length > max) {
				throw new InvalidValue(
					`has ${list.length} ${things}; Feishu Hire takes at most ${max}`,
					`Leave at most ${max} ${things} in the list.`,
				);
			}
			return list;
		},
		{ lookup },
	);
}

// JSON.parse would take the last digits of an unquoted ID, so the text of an array is taken apart instead.
const separated = (value: unknown): unknown[] =>
	typeof value === 'string' ? value.split(/[\s,，、;；"'[\]]+/).filter((part) => part !== '') : [value];

/** Several names, as text with commas or as an array: of the binary fields of an item, for example. */
export function nameList<const To extends Place | undefined>(options: Common<To>): Param<To> {
	return param(options, { type: 'string', default: '' }, (value) => {
		const names = Array.isArray(value) ? value : String(value).split(/[,，\n]/);
		return names.map((name) => String(name).trim()).filter((name) => name !== '');
	});
}

/** A whole number within bounds. */
export function integer<const To extends Place | undefined>(
	options: Common<To> & { readonly min?: number; readonly max?: number; readonly default?: number },
): Param<To> {
	const { min, max, default: preset = min ?? 0, ...common } = options;
	const bounds = {
		...(min === undefined ? {} : { minValue: min }),
		...(max === undefined ? {} : { maxValue: max }),
	};
	return param(common, { type: 'number', typeOptions: bounds, default: preset }, (value) => {
		const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
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
		const given = typeof value === 'number' ? String(value) : value;
		if (typeof given === 'string' && /^-?\d+(\.\d+)?$/.test(given.trim())) return given.trim();
		throw new InvalidValue(
			`is no amount: ${quoted(value)}`,
			'Give digits with a point before the decimals and without a currency or separators, for example 12500.50.',
		);
	});
}

/** Yes or no. */
export function flag<const To extends Place | undefined>(
	options: Common<To> & { readonly default?: boolean },
): Param<To> {
	const { default: preset = false, ...common } = options;
	return param(common, { type: 'boolean', default: preset }, (value) => {
		if (typeof value === 'boolean') return value;
		if (value === 'true' || value === 'false') return value === 'true';
		throw new InvalidValue(`is neither true nor false: ${quoted(value)}`, 'Switch it on or off.');
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
			const object = encodeFields(fields, groupValues(value), context);
			if (Object.keys(object).length > 0) return object;
			throw new InvalidValue('has no field that is filled in', 'Fill in its fields, or remove it.');
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
			return (Array.isArray(entries) ? entries : [entries]).map((entry) =>
				encodeFields(fields, entry, context),
			);
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
	Object.entries(fields)
		.map(([name, { look, required }]) => ({ ...look, name, ...(required === true ? { required } : {}) }))
		.sort(byText(({ displayName }) => displayName));

function encodeFields(fields: Fields, given: unknown, context: EncodeContext): WireObject {
	const values = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
	const object: WireObject = {};
	for (const [name, { look, to, required, encode }] of Object.entries(fields)) {
		const value = values[name];
		if (value === undefined || value === null || value === '') {
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
