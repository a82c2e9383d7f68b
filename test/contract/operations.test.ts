/** Every operation against the vendor's own descriptors. A new operation needs no new test here. */
import { checks, type Check, type Pair } from './checks';
import { declared } from './declared';
import { differences } from './differences';
import { nodeFields, vendorFields, type VendorField } from './fields';
import { pages } from './pages';
import { encodedSamples } from './samples';
import { vendorRoutes } from './vendor';
import { words } from './words';

const PLACES = ['path', 'query', 'body'] as const;
/** What the engine fills in when it reads page after page. */
const PAGING = ['page_token', 'page_size'];

describe.each(declared)('$title', ({ title, operation }) => {
	const vendor = vendorRoutes.get(operation.route);
	const page = pages[title];
	const pairs = PLACES.flatMap((place): Pair[] => {
		const theirs = new Map<string, VendorField>([
			...(vendor ? vendorFields(vendor[place]) : []),
			...vendorFields({ properties: page?.beyondDescriptor?.[place] ?? {} }),
		]);
		const ours = nodeFields(operation.params, place);
		return [...new Set([...theirs.keys(), ...ours.keys()])]
			.filter((key) => !(place === 'query' && PAGING.includes(key)))
			.map((key) => ({ key, place, vendor: theirs.get(key), node: ours.get(key) }));
	});

	it('has a route that the vendor has', () => {
		if (page?.beyondDescriptor) return;
		expect([...vendorRoutes.keys()]).toContain(operation.route);
	});

	it.each(Object.keys(checks) as Check[])('agrees with the vendor in the %s of its fields', (check) => {
		const found = pairs.flatMap((pair) => {
			const finding = checks[check](pair);
			return finding === undefined ? [] : [[pair.key, finding] as const];
		});
		const isMeant = (key: string) => differences[`${title} ${key}`]?.[check] !== undefined;
		expect(found.filter(([key]) => !isMeant(key))).toEqual([]);
		// A difference that is none any more says something that is not so.
		const stale = pairs.filter(({ key }) => isMeant(key) && !found.some(([other]) => other === key));
		expect(stale.map(({ key }) => key)).toEqual([]);
	});

	it('sends no field twice', () => {
		const places = Object.values(operation.params).flatMap(({ to }) => (to ? [`${to.in} ${to.key}`] : []));
		expect(new Set(places).size).toBe(places.length);
	});

	it('sends the changes of one record in input order', () => {
		const inPath = Object.entries(operation.params).filter(([, { to }]) => to?.in === 'path');
		if (operation.effect === 'read' || inPath.length === 0) return;
		expect(inPath.map(([name]) => name)).toContain(operation.orderedBy);
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
});

it('the differences are those of fields that there are', () => {
	const known = declared.flatMap(({ title, operation }) => {
		const vendor = vendorRoutes.get(operation.route);
		return PLACES.flatMap((place) => (vendor ? [...vendorFields(vendor[place]).keys()] : [])).map(
			(key) => `${title} ${key}`,
		);
	});
	expect(known).toEqual(expect.arrayContaining(Object.keys(differences)));
});

it('each word of Feishu has English names of its own', () => {
	const names = Object.values(words).map(([english]) => english);
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
