/** Every operation against the vendor's pages: limits, scopes, error codes, conditions, and lengths of lists. */
import { InvalidValue } from '../../nodes/declare/invalid';
import { refusal } from '../../nodes/engine/errors';
import { declared } from './declared';
import { nodeFields } from './fields';
import { pages, type Page } from './pages';
import { encoded, encodedSamples } from './samples';

const many = (count: number) => Array.from({ length: count }, (_, index) => String(1_000 + index));

/** Worded by the engine, from the name of the operation and its suspects. */
const OF_ANY_OPERATION = [1002001, 1002002];

it('has the facts of every operation, and of no other', () => {
	expect(declared.map(({ title }) => title).sort()).toEqual(Object.keys(pages).sort());
});

describe.each(declared)('$title', ({ title, operation }) => {
	const page = pages[title] as Page;
	const fields = nodeFields(operation.params, 'body');
	const paramAt = (key: string) => {
		const field = fields.get(key);
		if (!field) throw new Error(`${title} has no ${key}`);
		return field.param;
	};

	it('keeps to the published limits', () => {
		expect(operation.limits.map(({ requests, perSeconds }) => [requests, perSeconds])).toEqual(page.limits);
	});

	it('names the scopes of which one is needed', () => {
		expect(operation.scopes).toEqual(page.scopes);
	});

	it('has words for every error code, and none for another', () => {
		const { errors: own = {}, action, suspects } = operation;
		const words = page.errors.map((code) => {
			const { message: what, mend } = refusal({ httpStatus: 400, code }, operation);
			return { code, what, mend };
		});
		expect([...new Set([...Object.keys(own).map(Number), ...OF_ANY_OPERATION])].sort()).toEqual(
			[...page.errors].sort(),
		);
		for (const { code, what, mend } of words) {
			expect(what).toMatch(/^\S.{15,}[^.\s]$/);
			expect(mend).toMatch(/^\S.{15,}\.$/);
			if (code in own) expect({ what, mend }).toEqual(own[code]);
			else if (code === 1002001) expect(what.toLowerCase()).toContain(action.toLowerCase());
			else if (suspects !== undefined) expect(mend).toBe(suspects);
		}
		expect(new Set(words.map(({ what }) => what)).size).toBe(words.length);
	});

	it('leads to the page of its route', () => {
		expect(operation.docs).toMatch(/^https:\/\/open\.feishu\.cn\/document\/\S+[^/]$/);
	});

	it('refuses lists that are longer than published, and no other', () => {
		for (const [key, length] of Object.entries(page.atMost ?? {})) {
			expect(encoded(paramAt(key), many(length))).toHaveLength(length);
			expect(() => encoded(paramAt(key), many(length + 1))).toThrow(InvalidValue);
		}
		for (const { param } of [...fields.values()].filter(({ param: each }) =>
			encodedSamples(each).some(Array.isArray),
		)) {
			const bounded = Object.keys(page.atMost ?? {}).some((key) => paramAt(key) === param);
			if (!bounded) expect(encoded(param, many(1_000))).toHaveLength(1_000);
		}
	});

	it('presets the kind of ID that Feishu takes where none is named, and the like', () => {
		const query = nodeFields(operation.params, 'query');
		// What the panel requires is never left out.
		const leftOut = Object.entries(page.presets ?? {}).filter(
			([key]) => query.get(key)?.param.required !== true,
		);
		const presets = leftOut.map(([key]) => [key, query.get(key)?.param.look.default]);
		expect(Object.fromEntries(presets)).toEqual(Object.fromEntries(leftOut));
		const kinds = [...query.keys()].filter((key) => key.endsWith('_id_type'));
		expect(Object.keys(page.presets ?? {})).toEqual(expect.arrayContaining(kinds));
	});

	it('requires under the published conditions, and no other', () => {
		const conditions = [...fields].flatMap(
			([
				key,
				{
					param: { required },
				},
			]) => {
				if (typeof required !== 'object') return [];
				const field = operation.params[required.param]?.to?.key;
				return required.is.map((value) => [key, [field, value]]);
			},
		);
		expect(Object.fromEntries(conditions)).toEqual(page.requiredFor ?? {});
	});
});
