import { compare, refused, type Meant } from './renew';
import type { Saved } from './saved';

const pack = (major: number): Saved => ({ pack: `package, major version ${major}` });
const before: Saved = { ...pack(0), kept: 'value', preset: 'string, "a" unless saved', gone: 'mode' };
const after: Saved = { ...pack(0), kept: 'value', preset: 'string, "b" unless saved' };
const CHANGES = {
	preset: ['string, "a" unless saved', 'string, "b" unless saved'],
	gone: ['mode', null],
} as const;

const meant = (
	changes: Meant['changes'],
	why = 'Nothing that decides about a person is preselected.',
): Meant[] => [{ why, changes }];

test('additions are renewed as they are', () => {
	const more = { ...before, added: 'value' };
	expect(compare(before, more)).toEqual({ added: ['added'], broken: {} });
	expect(refused(before, more, [])).toEqual({});
});

test('a removal and another preset stand in the way, and say what they were and became', () => {
	expect(refused(before, after, [])).toEqual(CHANGES);
});

test('unless they are meant, each as it is, with a reason', () => {
	expect(refused(before, after, meant(CHANGES))).toEqual({});
	expect(refused(before, after, meant({ gone: CHANGES.gone }))).toEqual({ preset: CHANGES.preset });
	expect(refused(before, after, meant(CHANGES, ' '))).toEqual(CHANGES);
	const other = { ...CHANGES, preset: ['string, "a" unless saved', 'string, "c" unless saved'] } as const;
	expect(refused(before, after, meant(other))).toEqual({ preset: CHANGES.preset });
});

test('a new major version may break what it likes, a lower one nothing', () => {
	expect(refused(before, { ...after, ...pack(1) }, [])).toEqual({});
	expect(refused({ ...before, ...pack(2) }, { ...after, ...pack(2) }, [])).toEqual(CHANGES);
	expect(refused({ ...before, ...pack(2) }, after, [])).toMatchObject(CHANGES);
});
