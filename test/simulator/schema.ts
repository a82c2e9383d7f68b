/** Checking of what a request carries. Every object is closed: a key that the page does not list is refused. */
import Ajv from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { invalidParameter } from './refusal';

export type Schema = Record<string, unknown>;

const ajv = new Ajv({ allErrors: false, strict: true, allowUnionTypes: false });

ajv.addFormat('calendar-date', (text: string) => {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!parts) return false;
	const date = new Date(`${text}T00:00:00.000Z`);
	// A day that does not exist, such as 30 February, rolls over or is no date at all.
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
});

// Query values arrive as text; this keeps '1e1', ' 10' and '' from passing as whole numbers.
ajv.addKeyword({
	keyword: 'integerBetween',
	type: 'string',
	schemaType: 'array',
	validate: ([least, most]: [number, number], text: string) =>
		/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
});

export const text: Schema = { type: 'string' };
export const id: Schema = { type: 'string', minLength: 1 };
export const date: Schema = { type: 'string', format: 'calendar-date' };
/** The page asks for milliseconds; twelve digits or more, or seconds would pass unseen. */
export const millisecondsText: Schema = { type: 'string', pattern: '^\\d{12,14}$' };

export function oneOf(...values: Array<string | number>): Schema {
	const type = typeof values[0] === 'number' ? 'integer' : 'string';
	return { type, enum: values };
}

export const integer: Schema = { type: 'integer' };
/** Milliseconds as a number; a smaller one would be seconds, taken for milliseconds by mistake. */
export const milliseconds: Schema = {
	type: 'integer',
	minimum: 100_000_000_000,
	maximum: 99_999_999_999_999,
};

export function between(least: number, most: number): Schema {
	return { type: 'integer', minimum: least, maximum: most };
}

/** A query key that may be repeated: one text, or a list of them. */
export function someOf(...values: string[]): Schema {
	const one = { type: 'string', enum: values };
	return { anyOf: [one, { type: 'array', items: one }] };
}

export function list(value: string | string[] | undefined): string[] {
	if (value === undefined) return [];
	return typeof value === 'string' ? [value] : value;
}

export function ids(most?: number): Schema {
	return { type: 'array', items: id, ...(most === undefined ? {} : { maxItems: most }) };
}

export function object(required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
	return {
		type: 'object',
		properties: { ...required, ...optional },
		required: Object.keys(required),
		additionalProperties: false,
	};
}

/** The two keys of every list, with the largest page that the route allows. */
export function paging(most: number): Record<string, Schema> {
	return { page_size: { type: 'string', integerBetween: [1, most] }, page_token: text };
}

function explain(place: string, error: ErrorObject | undefined): string {
	if (!error) return place;
	if (error.keyword === 'anyOf') return `${place} has a field of no allowed form`;
	const where = error.instancePath.replace(/^\//, '').replace(/\//g, '.');
	const { additionalProperty } = error.params;
	if (typeof additionalProperty === 'string') return `${place} has an unknown field ${additionalProperty}`;
	return [place, where, error.message ?? error.keyword].filter(Boolean).join(' ');
}

/** Returns a function that gives back the value, now known to be a `T`, or refuses it. */
export function checker<T>(place: string, schema: Schema): (value: unknown) => T {
	let isValid: ValidateFunction<T> | undefined;
	return (value) => {
		// When it is first needed: a test asks few routes.
		isValid ??= ajv.compile<T>(schema);
		if (isValid(value)) return value;
		throw invalidParameter(explain(place, isValid.errors?.[0]));
	};
}
