import type { Wire, WireObject } from './params';

/** Where a parameter goes in the request. In `body`, dots in the key descend into objects. */
export interface Place<
	In extends 'path' | 'query' | 'body' = 'path' | 'query' | 'body',
	Key extends string = string,
> {
	readonly in: In;
	readonly key: Key;
}

/** Puts a value at a key of the body. */
export function put(target: WireObject, key: string, value: Wire): void {
	const [head = '', ...rest] = key.split('.');
	if (rest.length === 0) target[head] = value;
	else put((target[head] ??= {}) as WireObject, rest.join('.'), value);
}

/** The `:key` of the route. */
export const path = <const Key extends string>(key: Key): Place<'path', Key> => ({ in: 'path', key });

/** A key of the query string. */
export const query = <const Key extends string>(key: Key): Place<'query', Key> => ({ in: 'query', key });

/** A key of the JSON body. */
export const body = <const Key extends string>(key: Key): Place<'body', Key> => ({ in: 'body', key });
