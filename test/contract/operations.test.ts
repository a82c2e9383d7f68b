/** Every operation against the vendor's own descriptors. A new operation needs no new test here. */
import Ajv from 'ajv/dist/2020';
import { declared } from './declared';
import { differences, withoutDescriptor } from './differences';
import { nodeFields, vendorFields, type NodeField, type VendorField } from './fields';
import { encodedSamples, optionValues } from './samples';
import { allowedValues, vendorRoutes } from './vendor';

const ajv = new Ajv({ strict: false });
const PLACES = ['path', 'query', 'body'] as const;
/** What the engine fills in when it reads page after page. */
const PAGING = ['page_token', 'page_size'];

const camelCase = (key: string) =>
	key.replace(/[._]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const lastKey = (key: string) => key.slice(key.lastIndexOf('.') + 1);

interface Pair {
	readonly key: string;
	readonly place: string;
	readonly vendor: VendorField | undefined;
	readonly node: NodeField | undefined;
}

describe.each(declared)('$title', ({ title, operation }) => {
	const vendor = vendorRoutes.get(operation.route);
	const isMeant = (key: string) => `${title} ${key}` in differences;
	const pairs = PLACES.flatMap((place): Pair[] => {
		const theirs = vendor ? vendorFields(vendor[place]) : new Map<string, VendorField>();
		const ours = nodeFields(operation.params, place);
		return [...new Set([...theirs.keys(), ...ours.keys()])]
			.filter((key) => !(place === 'query' && PAGING.includes(key)) && !isMeant(key))
			.map((key) => ({ key, place, vendor: theirs.get(key), node: ours.get(key) }));
	});
	const both = pairs.flatMap(({ key, place, vendor: theirs, node: ours }) =>
		theirs && ours ? [{ key, place, ...theirs, ...ours }] : [],
	);

	it('has a route that the vendor has', () => {
		if (operation.route in withoutDescriptor) expect(vendor).toBeUndefined();
		else expect([...vendorRoutes.keys()]).toContain(operation.route);
	});

	it('has every field of it, and no other', () => {
		const named = (side: 'vendor' | 'node') =>
			pairs.filter((pair) => pair[side]).map(({ place, key }) => `${place} ${key}`);
		expect(named('node').sort()).toEqual(named('vendor').sort());
		const others = Object.keys(differences).filter((name) => name.startsWith(`${title} `));
		const isBare = !vendor || (operation.pages !== undefined && pairs.length === 0);
		expect(both.length + others.length).toBeGreaterThan(isBare ? -1 : 0);
	});

	it('sends no field twice', () => {
		const places = Object.values(operation.params).flatMap(({ to }) => (to ? [`${to.in} ${to.key}`] : []));
		expect(new Set(places).size).toBe(places.length);
	});

	it('names its parameters after the fields', () => {
		for (const { key, name } of both) expect([camelCase(key), camelCase(lastKey(key))]).toContain(name);
	});

	it('requires what the vendor requires', () => {
		for (const { key, place, required, requiredInObject, inGroup, param } of both) {
			// Some descriptors call a key of the path optional, without which there is no path.
			expect([key, param.required === true]).toEqual([
				key,
				place === 'path' || (inGroup ? requiredInObject : required),
			]);
		}
	});

	it('requires under a condition what the vendor does', () => {
		for (const { key, required, conditional, param } of both) {
			if (required) continue;
			expect([key, typeof param.required === 'object']).toEqual([key, conditional]);
		}
	});

	it('looks at its conditions after the parameter that decides', () => {
		const names = Object.keys(operation.params);
		for (const [name, { required }] of Object.entries(operation.params)) {
			if (typeof required !== 'object') continue;
			const deciding = operation.params[required.param];
			expect(names.slice(0, names.indexOf(name))).toContain(required.param);
			expect(deciding?.required).toBe(true);
			for (const value of required.is) expect(deciding && encodedSamples(deciding)).toContainEqual(value);
		}
	});

	it('offers the values that the vendor allows', () => {
		for (const { key, schema, param } of both) {
			const ours = optionValues(param);
			expect([key, ours.length === 0 ? undefined : ours.sort()]).toEqual([
				key,
				allowedValues(schema)?.sort(),
			]);
		}
	});

	it('sends each field with the type that the vendor reads', () => {
		for (const { key, schema, param } of both) {
			const samples = encodedSamples(param);
			const mistyped = samples.filter((sample) => !ajv.validate(schema, sample));
			expect([key, mistyped]).toEqual([key, []]);
			expect([key, samples.length > 0]).toEqual([key, true]);
		}
	});
});

describe('the differences', () => {
	it('are those of fields that there are', () => {
		const known = declared.flatMap(({ title, operation }) => {
			const vendor = vendorRoutes.get(operation.route);
			return PLACES.flatMap((place) => [
				...(vendor ? vendorFields(vendor[place]).keys() : []),
				...nodeFields(operation.params, place).keys(),
			]).map((key) => `${title} ${key}`);
		});
		expect(known).toEqual(expect.arrayContaining(Object.keys(differences)));
	});
});
