/** Answers from which no list and no record can be read: never half of it as if it were all, never a success. */
import type { INodeParameters } from 'n8n-workflow';
import { pages } from '../../nodes/engine/pages';
import type { PagedEndpoint } from '../../nodes/declare/operation';
import { byId, runNode } from '../n8nCore/run';
import { searchList } from '../n8nCore/panel';
import { startSimulator, type Simulator } from '../simulator';
import { hireRequests } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const LIST = 'GET /open-apis/hire/v1/external_applications';

const getMany = async (more: INodeParameters) =>
	await runNode(simulator, {
		node: 'feishuHireExternalOffer',
		parameters: {
			resource: 'externalApplication',
			operation: 'getAll',
			talentId: byId(simulator.company.addTalent('Jun Wang').id),
			...more,
		},
	});

/** Twenty records, as a page has them. */
const items = Array.from({ length: 20 }, (_, index) => ({ id: String(6_900_000_000 + index) }));
const answering = (data: object, times?: number) =>
	simulator.fail({ kind: 'code', code: 0, msg: 'success', route: LIST, data, times });

describe('a list', () => {
	it('that gives the same page again and again ends in an error', async () => {
		answering({ items, has_more: true, page_token: 'a' });
		const { error, json } = await getMany({ returnAll: true });
		expect(error?.message).toMatch(/\b40 records\b.*\[item 0\]/);
		expect(json).toEqual([]);
		expect(hireRequests(simulator).map(({ query }) => query.page_token)).toEqual([undefined, 'a']);
	});

	it('that goes round in a circle ends in an error', async () => {
		for (const page_token of ['a', 'b', 'c']) answering({ items, has_more: true, page_token }, 1);
		answering({ items, has_more: true, page_token: 'b' });
		const { error } = await getMany({ returnAll: true });
		expect(error?.message).toMatch(/\b80 records\b/);
	});

	it.each([
		['no mark', {}],
		['an empty mark', { page_token: '' }],
	])('that goes on, with %s for where, ends in an error', async (_, mark) => {
		answering({ items, has_more: true, page_token: 'a' }, 1);
		answering({ items, has_more: true, ...mark });
		const { error, json } = await getMany({ returnAll: true });
		expect(error?.message).toMatch(/\b40 records\b/);
		expect(error?.description).toMatch(/part of it/);
		expect(json).toEqual([]);
	});

	it('whose next page holds nothing at all ends in an error', async () => {
		answering({ items, has_more: true, page_token: 'a' }, 1);
		answering({});
		expect((await getMany({ returnAll: true })).error?.message).toMatch(/\b20 records\b/);
	});

	it('is read as far as the limit, whatever comes after', async () => {
		answering({ items, has_more: true });
		const { error, json } = await getMany({ limit: 20 });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(20);
	});

	it('without an end is no list for a picker either', async () => {
		simulator.fail({ kind: 'code', code: 0, data: { items: [{ id: '1', title: 'x' }], has_more: true } });
		const searching = searchList(simulator, {
			node: 'feishuHireApplication',
			method: 'searchJobs',
			parameter: 'jobId',
			parameters: { resource: 'application', operation: 'create' },
		});
		await expect(searching).rejects.toThrow(/\b1 record\b/);
	});

	it.each(['items', 'minutes', 'website_channel_list'])('is found under its key: %s', async (key) => {
		const endpoint: PagedEndpoint = {
			route: 'GET /open-apis/hire/v1/minutes',
			docs: '',
			limits: [],
			scopes: [],
			effect: 'read',
			errors: {},
			pages: { size: 2, ...(key === 'items' ? {} : { key }) },
		};
		const answers = [
			{ [key]: [{ id: 1 }, { id: 2 }], has_more: true, page_token: 'a' },
			{ [key]: [{ id: 3 }], has_more: false },
		];
		const asked: unknown[] = [];
		const read = [];
		const call = async (_: unknown, { query }: { query?: object }) => {
			asked.push(query);
			return answers[asked.length - 1] ?? {};
		};
		for await (const { id } of pages(call, endpoint, { query: { minute_id: '1' } })) read.push(id);
		expect(read).toEqual([1, 2, 3]);
		expect(asked).toEqual([
			{ minute_id: '1', page_size: 2 },
			{ minute_id: '1', page_size: 2, page_token: 'a' },
		]);
	});
});

describe('a read that is answered with nothing', () => {
	const reading = async (node: 'feishuHireOffer' | 'feishuHireAttachment', parameters: INodeParameters) =>
		await runNode(simulator, { node, parameters });
	const nothing = (data = {}) => simulator.fail({ kind: 'code', code: 0, msg: 'success', data });

	it.each([
		['no data', {}],
		['another key', { offers: [] }],
		['null', { offer: null }],
		['an empty record', { offer: {} }],
	])('is no success: %s', async (_, data) => {
		nothing(data);
		const { error, json } = await reading('feishuHireOffer', {
			resource: 'offer',
			operation: 'getByApplication',
			applicationId: byId(simulator.ids.applications.screening),
		});
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/without.*\[item 0\]/);
		expect(error?.description).toMatch(/an offer was made for it/);
	});

	it.each([
		['download', /Type/],
		['get', /Type/],
		['getPdfPreview', /resumes/],
	])('is found out before anything is made of it: %s', async (operation, mend) => {
		nothing();
		const { error } = await reading('feishuHireAttachment', {
			resource: 'attachment',
			operation,
			attachmentId: byId(simulator.ids.resumes.pdf),
			...(operation === 'getPdfPreview' ? { download: true } : {}),
		});
		expect(error?.message).toMatch(/without/);
		expect(error?.description).toMatch(mend);
		expect(hireRequests(simulator)).toHaveLength(1);
	});

	it('is no version of a form for an offer to be written with', async () => {
		nothing();
		const { error } = await reading('feishuHireOffer', {
			resource: 'offer',
			operation: 'update',
			offerId: byId(simulator.ids.offers.created),
			departmentId: 'od-1',
			leaderUserId: 'ou_1',
			ownerUserId: 'ou_1',
			operatorUserId: 'ou_1',
		});
		expect(error?.message).toMatch(/without/);
		expect(hireRequests(simulator).map(({ method }) => method)).toEqual(['GET']);
	});
});
