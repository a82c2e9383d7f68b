/** The routes that several nodes use, against the vendor's descriptors and what its pages publish besides. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../../nodes/declare/operation';
import { watches } from '../../nodes/FeishuHireUpdatesTrigger/watches';
import { vendorRoutes } from './vendor';

const FOLDER = join(__dirname, '../../nodes/routes');

const routes = readdirSync(FOLDER).flatMap((file) =>
	Object.values(jest.requireActual<Record<string, Endpoint>>(join(FOLDER, file))),
);

const APPLICATIONS = ['hire:application', 'hire:application:readonly'];
const TALENTS = ['hire:talent:readonly', 'hire:talent'];
const OFTEN = [
	[1000, 60],
	[50, 1],
];

/** Limits as [requests, seconds], scopes, and the largest page, typed by hand from the pages. */
const published: Readonly<Record<string, readonly [number[][], string[], number?]>> = {
	'GET /open-apis/hire/v1/applications': [OFTEN, ['hire:application:readonly', 'hire:application'], 200],
	'GET /open-apis/hire/v1/applications/:application_id': [OFTEN, APPLICATIONS],
	'GET /open-apis/hire/v1/applications/:application_id/get_detail': [[[10, 1]], APPLICATIONS],
	'GET /open-apis/hire/v1/applications/:application_id/offer': [[[20, 1]], APPLICATIONS],
	'GET /open-apis/hire/v1/interviews': [[[50, 1]], ['hire:interview:readonly', 'hire:interview'], 100],
	'GET /open-apis/hire/v1/jobs': [[[50, 1]], ['hire:job:readonly'], 20],
	'GET /open-apis/hire/v1/offers/:offer_id': [
		[[20, 1]],
		['hire:offer:low_sensitive_info:readonly', 'hire:offer:readonly', 'hire:offer'],
	],
	'GET /open-apis/hire/v1/talents': [[[20, 1]], TALENTS, 20],
	'GET /open-apis/hire/v2/talents/:talent_id': [[[20, 1]], TALENTS],
};

it('are these, each once', () => {
	expect(routes.map(({ route }) => route).sort()).toEqual(Object.keys(published).sort());
});

it.each(routes)('$route keeps to its page', ({ route, limits, scopes, pages, effect }) => {
	const [often, needs, largest] = published[route] ?? [];
	expect(vendorRoutes.has(route)).toBe(true);
	expect(limits.map(({ requests, perSeconds }) => [requests, perSeconds])).toEqual(often);
	expect([scopes, pages?.size, effect]).toEqual([needs, largest, 'read']);
});

it.each(Object.entries(watches))('what is asked to watch %s is in the query of its list', (_, watch) => {
	const known = Object.keys(vendorRoutes.get(watch.list.route)?.query?.properties ?? {});
	const filters = Object.values(watch.params).flatMap(({ to }) => to?.key ?? []);
	expect(known).toEqual(
		expect.arrayContaining([...watch.period, ...Object.keys(watch.query ?? {}), ...filters]),
	);
});
