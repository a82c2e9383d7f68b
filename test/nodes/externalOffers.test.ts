/** Reading and deleting external offers, and their attachments as files of the item. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { byId, runNode } from '../n8nCore/run';
import { createExternalOffer, hireRequests, updateExternalOffer } from './calls';
import { EMPTY } from './empty';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const SEARCH = 'POST /open-apis/hire/v1/external_offers/batch_query';
const UPLOAD = 'POST /open-apis/hire/v1/attachments';
const CREATE = 'POST /open-apis/hire/v1/external_offers';
const PUT = 'PUT /open-apis/hire/v1/external_offers/:external_offer_id';

const run = async (operation: string, parameters: INodeParameters, items?: INodeExecutionData[]) =>
	await runNode(simulator, {
		node: 'feishuHireExternalOffer',
		parameters: { resource: 'externalOffer', operation, simplify: false, ...parameters },
		items,
	});

const searches = () => simulator.requestsTo(SEARCH).map(({ query, body }) => ({ query, body }));
const firstApplication = () => simulator.ids.externalApplications[0] ?? '';

describe('Get', () => {
	it('gives the record', async () => {
		const { full } = simulator.ids.externalOffers;
		const { json, error } = await run('get', { externalOfferId: byId(full) });
		expect(error).toBeUndefined();
		expect(searches()).toEqual([{ query: {}, body: { external_offer_id_list: [full] } }]);
		expect(json).toEqual([
			{
				id: full,
				external_application_id: firstApplication(),
				biz_create_time: '1721899352428',
				owner: 'Lin Yan',
				offer_status: 'Sent',
				attachment_list: [{ id: simulator.ids.attachments[0], name: 'offer-letter-1.pdf', size: 40000 }],
			},
		]);
	});

	it('says that there is none', async () => {
		const { error } = await run('get', { externalOfferId: byId('6900000000000000001') });
		expect(error?.message).toMatch(/external offer does not exist.*\[item 0\]/);
		expect(error?.description).toMatch(/'External Offer'/);
	});
});

describe('Get Many', () => {
	it('with Limit 7 fetches one page, no larger', async () => {
		simulator.addExternalOffers(45);
		const { json } = await run('getAll', { limit: 7 });
		expect(json).toHaveLength(7);
		expect(searches().map(({ query }) => query)).toEqual([{ page_size: '7' }]);
	});

	it('with Return All fetches all pages, the largest that there are', async () => {
		const added = simulator.addExternalOffers(45);
		const { items } = await run('getAll', { returnAll: true });
		const ids = items.map(({ json }) => json.id);
		expect(ids).toHaveLength(48);
		expect(ids).toEqual(expect.arrayContaining(added));
		expect(new Set(ids).size).toBe(48);
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
		expect(searches().map(({ query }) => query.page_size)).toEqual(['20', '20', '20']);
	});

	it('of an application gives its own', async () => {
		simulator.addExternalOffers(3);
		const [, second = ''] = simulator.ids.externalApplications;
		const { json } = await run('getAll', { filters: { externalApplicationId: byId(second) } });
		expect(json.map(({ id }) => id)).toEqual([simulator.ids.externalOffers.twelveAttachments]);
		expect(searches().map(({ query }) => query)).toEqual([
			{ external_application_id: second, page_size: '20' },
		]);
	});

	it('of an application without offers gives no item and no error', async () => {
		const [, , third = ''] = simulator.ids.externalApplications;
		const { json, error } = await run('getAll', { filters: { externalApplicationId: byId(third) } });
		expect([json, error]).toEqual([[], undefined]);
	});

	it('of any number of IDs asks for 20 at a time', async () => {
		const ids = simulator.addExternalOffers(45);
		const { json } = await run('getAll', {
			returnAll: true,
			filters: { externalOfferIdList: ids.join(', ') },
		});
		expect(json.map(({ id }) => id)).toEqual(ids);
		expect(searches().map(({ body }) => body)).toEqual(
			[ids.slice(0, 20), ids.slice(20, 40), ids.slice(40)].map((group) => ({
				external_offer_id_list: group,
			})),
		);
	});

	it('of an ID that stands there twice gives the record once', async () => {
		const ids = simulator.addExternalOffers(21);
		const { json } = await run('getAll', {
			returnAll: true,
			filters: { externalOfferIdList: [...ids, ids[0]].join() },
		});
		expect(json.map(({ id }) => id)).toEqual(ids);
	});

	it('of many IDs stops at the limit', async () => {
		const ids = simulator.addExternalOffers(45);
		const { json } = await run('getAll', { limit: 25, filters: { externalOfferIdList: ids.join() } });
		expect(json.map(({ id }) => id)).toEqual(ids.slice(0, 25));
		expect(searches()).toHaveLength(2);
	});

	it.each([...EMPTY, ['a text without an ID', ' , ']])(
		'of %s for the IDs does not give every offer, but says what an empty list would mean',
		async (_, cell) => {
			const { error } = await run('getAll', { filters: { externalOfferIdList: '={{ $json.cell }}' } }, [
				{ json: { cell } },
			]);
			expect(error?.message).toBe("'External Offers' was added and gives nothing [item 0]");
			expect(error?.description).toMatch(
				/^Without it, all of them are listed.*remove the field.*Nothing was sent/,
			);
			expect(searches()).toEqual([]);
		},
	);
});

describe('Delete', () => {
	it('deletes the offer and says which', async () => {
		const { full } = simulator.ids.externalOffers;
		const { json, error } = await run('delete', { externalOfferId: byId(full) });
		expect(error).toBeUndefined();
		expect(hireRequests(simulator).map(({ method, path }) => [method, path])).toEqual([
			['DELETE', `/open-apis/hire/v1/external_offers/${full}`],
		]);
		expect(json).toEqual([{ success: true, external_offer_id: full }]);
		expect(simulator.company.externalOffers.has(full)).toBe(false);
	});

	it('has done it when only the answer was lost', async () => {
		const { full } = simulator.ids.externalOffers;
		simulator.fail({
			kind: 'dropAfter',
			route: 'DELETE /open-apis/hire/v1/external_offers/:external_offer_id',
			acted: true,
			times: 1,
		});
		const { json, error } = await run('delete', { externalOfferId: byId(full) });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ success: true, external_offer_id: full }]);
		expect(hireRequests(simulator).map(({ method }) => method)).toEqual(['DELETE', 'DELETE', 'POST']);
	});

	it('says what may be wrong when there is no such offer', async () => {
		const { error } = await run('delete', { externalOfferId: byId('6900000000000000001') });
		expect(error?.description).toMatch(/deleted already.*1002002/);
	});
});

const file = (name: string) => ({
	data: Buffer.from(`content of ${name}`).toString('base64'),
	fileName: name,
	mimeType: 'application/pdf',
});
const withFiles = (...names: string[]): INodeExecutionData => ({
	json: {},
	binary: Object.fromEntries(names.map((name, index) => [`file_${index}`, file(name)])),
});
const contents = (ids: readonly string[] = []) =>
	ids.map((id) => simulator.company.files.get(id)?.toString() ?? simulator.company.attachments.get(id)?.name);

const create = async (additionalFields: INodeParameters, item: INodeExecutionData) =>
	await runNode(simulator, {
		...createExternalOffer(firstApplication(), { additionalFields }),
		items: [item],
	});
const update = async (offer: string, more: INodeParameters, item: INodeExecutionData) =>
	await runNode(simulator, { ...updateExternalOffer(offer, firstApplication(), more), items: [item] });

describe('files of the item', () => {
	it('are uploaded before the offer is created, after the attachments given by ID', async () => {
		const [known = ''] = simulator.ids.attachments;
		const { json, error } = await create(
			{ attachmentIdList: known, attachmentBinaryFields: 'file_1, file_0' },
			withFiles('offer.pdf', 'terms.pdf'),
		);
		expect(error).toBeUndefined();
		expect(hireRequests(simulator).map(({ route }) => route)).toEqual([UPLOAD, UPLOAD, CREATE]);
		const record = simulator.company.externalOffers.get(String(json[0]?.id));
		expect(contents(record?.attachmentIds)).toEqual([
			'offer-letter-1.pdf',
			'content of terms.pdf',
			'content of offer.pdf',
		]);
	});

	it('are added to those of a record whose fields are kept', async () => {
		const { full } = simulator.ids.externalOffers;
		const { error } = await update(
			full,
			{ updateFields: { attachmentBinaryFields: 'file_0' } },
			withFiles('terms.pdf'),
		);
		expect(error).toBeUndefined();
		expect(hireRequests(simulator).map(({ route }) => route)).toEqual([SEARCH, UPLOAD, PUT]);
		const record = simulator.company.externalOffers.get(full);
		expect(record?.owner).toBe('Lin Yan');
		expect(contents(record?.attachmentIds)).toEqual(['offer-letter-1.pdf', 'content of terms.pdf']);
	});

	it('are all that a record has whose other fields are cleared', async () => {
		const { full } = simulator.ids.externalOffers;
		await update(
			full,
			{ fieldsLeftOut: 'clear', updateFields: { attachmentBinaryFields: 'file_0' } },
			withFiles('terms.pdf'),
		);
		expect(contents(simulator.company.externalOffers.get(full)?.attachmentIds)).toEqual([
			'content of terms.pdf',
		]);
	});

	it('are not uploaded when a create would carry more than 20', async () => {
		const { error } = await create(
			{
				attachmentIdList: simulator.ids.attachments.slice(0, 20).join(),
				attachmentBinaryFields: 'file_0',
			},
			withFiles('offer.pdf'),
		);
		expect(error?.message).toMatch(/21 attachments.*at most 20.*\[item 0\]/);
		expect(error?.description).toMatch(/Input Fields With Files/);
		expect(hireRequests(simulator)).toHaveLength(0);
	});

	it('are not uploaded when an update would carry more than 10 with those kept', async () => {
		const [ten = ''] = simulator.addExternalOffers(1, {
			attachmentIds: simulator.ids.attachments.slice(0, 10),
		});
		const { error } = await update(
			ten,
			{ updateFields: { attachmentBinaryFields: 'file_0' } },
			withFiles('offer.pdf'),
		);
		expect(error?.message).toMatch(/11 attachments.*at most 10.*\[item 0\]/);
		expect(error?.description).toMatch(/Attachment IDs.*Clear/);
		expect(simulator.applied).toHaveLength(0);
	});

	it('stop the item before the offer is written when one fails', async () => {
		simulator.fail({ kind: 'code', route: UPLOAD, after: 1, http: 400, code: 1002002, msg: 'bad file' });
		const { error } = await create(
			{ attachmentBinaryFields: 'file_0, file_1' },
			withFiles('offer.pdf', 'terms.pdf'),
		);
		expect(error?.message).toMatch(/\[item 0\]/);
		expect(error?.description).toMatch(/300 MB.*1002002/);
		expect(simulator.countOf(UPLOAD)).toBe(2);
		expect(simulator.countOf(CREATE)).toBe(0);
	});

	it('stop the item when a field has no file', async () => {
		const { error } = await create({ attachmentBinaryFields: 'letter' }, withFiles('offer.pdf'));
		expect(`${error?.message} ${error?.description}`).toMatch(/letter/);
		expect(hireRequests(simulator)).toHaveLength(0);
	});

	it('are uploaded four at a time, however many the items are', async () => {
		simulator.settings.latency = { after: 40 };
		const { json, error } = await runNode(simulator, {
			...createExternalOffer('={{ $json.application }}', {
				additionalFields: { attachmentBinaryFields: 'file_0' },
			}),
			items: Array.from({ length: 9 }, (_, index) => ({
				...withFiles(`${index}.pdf`),
				json: { application: simulator.company.addExternalApplication(`Job ${index}`).id },
			})),
		});
		expect(error).toBeUndefined();
		const records = json.map(({ id }) => simulator.company.externalOffers.get(String(id)));
		expect(records.map((record) => contents(record?.attachmentIds))).toEqual(
			json.map((_, index) => [`content of ${index}.pdf`]),
		);
		const [first = 0, ...others] = simulator.requestsTo(UPLOAD).map(({ at }) => at);
		// Three rounds of 40 ms.
		expect((others.at(-1) ?? 0) - first).toBeGreaterThanOrEqual(75);
	});

	it('are sent again when the answer to an upload is lost', async () => {
		simulator.fail({ kind: 'dropAfter', route: UPLOAD, acted: true, times: 1 });
		const { json, error } = await create({ attachmentBinaryFields: 'file_0' }, withFiles('offer.pdf'));
		expect(error).toBeUndefined();
		const record = simulator.company.externalOffers.get(String(json[0]?.id));
		expect(contents(record?.attachmentIds)).toEqual(['content of offer.pdf']);
	});
});
