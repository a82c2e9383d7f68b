import type { GenericValue, IDataObject } from 'n8n-workflow';
import { isEmpty } from './empty';
import type { NameSource } from './names';
import type { Choice } from './params';
import { isoTime } from './time';

/**
 * One column of the flat row that Simplify makes of a record: what it reads from the record, and how that looks in a
 * spreadsheet. Several values stand in one cell, with ', ' between them.
 */
export interface Column {
	readonly type: 'string' | 'number' | 'boolean';
	readonly format?: 'date' | 'date-time';
	/** @param timezone IANA name of the workflow's time zone */
	readonly read: (record: IDataObject, timezone: string) => GenericValue;
	/** Where the name comes from when Feishu Hire gives only the ID, which stands in the column `of`. */
	readonly lookUp?: { readonly of: string; readonly in: NameSource };
}

/** The columns of a record by their keys, in their order. */
export type Row = Readonly<Record<string, Column>>;

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Follows a path such as `basic_info.stage`. A list on the way gives what all its entries hold. */
function follow(record: unknown, path: string): unknown {
	let found: unknown = record;
	for (const key of path === '' ? [] : path.split('.')) {
		if (Array.isArray(found))
			found = found.flatMap((entry: unknown) => (isObject(entry) ? entry[key] : undefined));
		else found = isObject(found) ? found[key] : undefined;
	}
	return found;
}

const each = (found: unknown, shown: (value: unknown) => GenericValue): GenericValue => {
	if (!Array.isArray(found)) return shown(found);
	// The same thing twice is told once; two people of one name are two.
	const things = new Map(found.flat().map((value: unknown) => [JSON.stringify(value), value]));
	return [...things.values()]
		.map(shown)
		.filter((part) => !isEmpty(part))
		.join(', ');
};

const first = (record: IDataObject, paths: readonly string[]): unknown =>
	paths.map((path) => follow(record, path)).find((found) => !isEmpty(found));

const textOf = (value: unknown): GenericValue =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
		? String(value)
		: undefined;

/** Text or an ID, from the first of several places that holds one. */
export const text = (...paths: string[]): Column => ({
	type: 'string',
	read: (record) => each(first(record, paths), textOf),
});

/** A number. */
export const number = (path: string): Column => ({
	type: 'number',
	read: (record) => {
		const found = follow(record, path);
		return typeof found === 'number' ? found : undefined;
	},
});

/** Yes or no. */
export const flag = (path: string): Column => ({
	type: 'boolean',
	read: (record) => {
		const found = follow(record, path);
		return typeof found === 'boolean' ? found : undefined;
	},
});

/** A calendar day, as `YYYY-MM-DD`. */
export const day = (path: string): Column => ({ ...text(path), format: 'date' });

/**
 * An instant that Feishu Hire gives in milliseconds, as ISO 8601 in the workflow's time zone; 0 is never. Of several
 * it is the latest.
 */
export const time = (path: string): Column => ({
	type: 'string',
	format: 'date-time',
	read: (record, timezone) => {
		const found = [follow(record, path) ?? 0].flat().map(Number).filter(Number.isSafeInteger);
		const last = Math.max(0, ...found);
		return last > 0 ? isoTime(last, timezone) : undefined;
	},
});

/** The routes call the languages differently, and some hold both under `name`. */
const CHINESE = ['zh_cn', 'zh_name'];
const ENGLISH = ['en_us', 'en_name'];

function inLanguage(thing: IDataObject, keys: readonly string[]): GenericValue {
	const found = keys.map((key) => thing[key]).find((each) => !isEmpty(each));
	if (!isEmpty(found)) return textOf(found);
	return isObject(thing.name) ? inLanguage(thing.name, keys) : undefined;
}

const nameIn = (value: unknown): GenericValue =>
	isObject(value) ? (inLanguage(value, [...CHINESE, ...ENGLISH]) ?? textOf(value.name)) : textOf(value);

const englishIn = (value: unknown): GenericValue =>
	isObject(value) ? inLanguage(value, ENGLISH) : undefined;

/** The name of a thing: the Chinese one, or the English one where there is no other. */
export const name = (...paths: string[]): Column => ({
	type: 'string',
	read: (record) => each(first(record, paths), nameIn),
});

/** The English name of a thing that has one besides the Chinese. */
export const englishName = (...paths: string[]): Column => ({
	type: 'string',
	read: (record) => each(first(record, paths), englishIn),
});

/** What all of the places hold, one after the other. */
const together = (paths: readonly string[], shown: (value: unknown) => GenericValue): Column => ({
	type: 'string',
	read: (record) =>
		each(
			paths.flatMap((path) => [follow(record, path)].flat().map(shown)),
			textOf,
		),
});

/** The IDs of a thing and of what stands below it. */
export const texts = (...paths: string[]): Column => together(paths, textOf);

/** The names that all of the places hold, as `<key>` and `<key>_en`. */
export const names = <const Key extends string>(
	key: Key,
	...paths: string[]
): Record<Key | `${Key}_en`, Column> =>
	({
		[key]: together(paths, nameIn),
		[`${key}_en`]: together(paths, englishIn),
	}) as Record<Key | `${Key}_en`, Column>;

/** The name to an ID that stands in another column, looked up where Feishu Hire does not give it with the record. */
export const nameOf = (of: string, source: NameSource, ...paths: string[]): Column => ({
	...name(...paths),
	lookUp: { of, in: source },
});

/** What the panel calls a state. */
export const stateName = (path: string, states: readonly Choice[]): Column => ({
	type: 'string',
	read: (record) => {
		const found = follow(record, path);
		return states.find(({ value }) => String(value) === String(found))?.name;
	},
});

/** A state as its number, and beside it under `<key>_name` as the panel calls it. */
export const state = <const Key extends string>(
	key: Key,
	path: string,
	states: readonly Choice[],
): Record<Key | `${Key}_name`, Column> =>
	({
		[key]: number(path),
		[`${key}_name`]: stateName(path, states),
	}) as Record<Key | `${Key}_name`, Column>;

/** A thing with an ID and names in two languages, as `<key>_id`, `<key>_name` and `<key>_name_en`. */
export const thing = <const Key extends string>(
	key: Key,
	path: string,
): Record<`${Key}_id` | `${Key}_name` | `${Key}_name_en`, Column> =>
	({
		[`${key}_id`]: text(`${path}.id`),
		[`${key}_name`]: name(path),
		[`${key}_name_en`]: englishName(path),
	}) as Record<`${Key}_id` | `${Key}_name` | `${Key}_name_en`, Column>;

/** An address with what it lies in: country, state, city and district. */
export const address = (key: string, path: string): Row => ({
	...thing(key, path),
	...names(`${key}_area`, ...['country', 'state', 'city', 'district'].map((part) => `${path}.${part}`)),
});

/** Columns that read what is made of the record first: what stands in it as text, for example. */
export const within = (made: (record: IDataObject) => IDataObject, row: Row): Row =>
	Object.fromEntries(
		Object.entries(row).map(([key, column]) => [
			key,
			{ ...column, read: (record, timezone) => column.read(made(record), timezone) } satisfies Column,
		]),
	);

/** A name that is to be looked up. */
export interface Wanted {
	readonly source: NameSource;
	readonly id: string;
}

const idsIn = (cell: GenericValue): string[] => (isEmpty(cell) ? [] : String(cell).split(', '));

/** The names that a record does not hold. */
export function namesWanted(row: Row, record: IDataObject): Wanted[] {
	return Object.values(row).flatMap(({ lookUp, read }) => {
		if (!lookUp || !isEmpty(read(record, 'UTC'))) return [];
		const ids = idsIn(row[lookUp.of]?.read(record, 'UTC'));
		return ids.map((id) => ({ source: lookUp.in, id }));
	});
}

/**
 * The flat row of a record. What the record does not hold is left out.
 * @param named the names that were looked up
 * @param timezone IANA name of the workflow's time zone
 */
export function rowOf(
	row: Row,
	record: IDataObject,
	named: (wanted: Wanted) => string | undefined,
	timezone: string,
): IDataObject {
	const flat: IDataObject = {};
	for (const [key, { read, lookUp }] of Object.entries(row)) {
		let cell = read(record, timezone);
		if (isEmpty(cell) && lookUp) {
			const ids = idsIn(row[lookUp.of]?.read(record, timezone));
			cell = ids.flatMap((id) => named({ source: lookUp.in, id }) ?? []).join(', ');
		}
		if (!isEmpty(cell)) flat[key] = cell;
	}
	return flat;
}
