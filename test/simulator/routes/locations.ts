import { ADDRESSES } from '../company/workplaces';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { route } from '../route';
import { object, oneOf, paging } from '../schema';
import { nameOf } from './interviews';

interface ListQuery extends PageQuery {
	usage: string;
}

const CHINA = { code: 'CN_1', name: { zh_cn: '中国', en_us: 'China' } };

export const locationRoutes = [
	route<ListQuery>()({
		name: 'GET /open-apis/hire/v1/locations',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:location:readonly'],
		query: object({ usage: oneOf('position_location', 'interview_location', 'store_location') }, paging(100)),
		handle({ query }) {
			// All seeded addresses are for positions.
			const all = query.usage === 'position_location' ? ADDRESSES : [];
			const page = pageOf('locations', all, query);
			const items = page.items.map((address) => {
				const { code } = address.city;
				const city = { code, name: nameOf(address.city) };
				return {
					id: address.id,
					name: nameOf(address),
					city,
					state: { code: code.replace('CT', 'MDPS'), name: city.name },
					country: CHINA,
					active_status: address.active ? 1 : 2,
				};
			});
			return { ...page, items };
		},
	}),
];
