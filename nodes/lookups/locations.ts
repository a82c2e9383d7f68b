import type { IDataObject } from 'n8n-workflow';
import type { Entry, Listed, LookupReads } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { within } from './names';

const LOCATIONS: PagedEndpoint = {
	route: 'GET /open-apis/hire/v1/locations',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/location/list',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:location:readonly'],
	effect: 'read',
	pages: { size: 100 },
};

const IN_USE = 1;

const read = ({ all }: LookupReads): AsyncIterable<IDataObject> =>
	all(LOCATIONS, { query: { usage: 'position_location' } });

const nameIn = (location: IDataObject, part: string) =>
	within((location[part] as IDataObject | undefined)?.name);

/** The addresses of the company (地址), each with its city and country. */
export const locations: Listed = {
	name: 'searchLocations',
	async *entries(reads) {
		for await (const location of read(reads)) {
			yield {
				id: String(location.id),
				names: within(location.name),
				also: [nameIn(location, 'city'), nameIn(location, 'country')],
				retired: location.active_status !== IN_USE,
			};
		}
	},
};

/** The cities in which the company has addresses, by the codes of Feishu Hire. */
export const cities: Listed = {
	name: 'searchCities',
	async *entries(reads) {
		const seen = new Set<string>();
		for await (const location of read(reads)) {
			const { code } = (location.city ?? {}) as IDataObject;
			if (!code || seen.has(String(code)) || location.active_status !== IN_USE) continue;
			seen.add(String(code));
			const entry: Entry = {
				id: String(code),
				names: nameIn(location, 'city'),
				also: [nameIn(location, 'state'), nameIn(location, 'country')],
			};
			yield entry;
		}
	},
};
