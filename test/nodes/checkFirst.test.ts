/** Everything is checked before the first request: files, and rules between fields, of every item. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { byId, runNode } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const file = (bytes = 4, size?: number) => ({
	data: Buffer.alloc(bytes, 'x').toString('base64'),
	mimeType: 'application/pdf',
	fileName: 'offer.pdf',
	...(size === undefined ? {} : { bytes: size }),
});

const rows = (count: number, odd: number, binary: INodeExecutionData['binary']): INodeExecutionData[] =>
	Array.from({ length: count }, (_, index) => ({
		json: { index },
		binary: index === odd ? binary : { data: file() },
	}));

const createOffers = async (items: INodeExecutionData[], more: INodeParameters = {}, settings = {}) =>
	await runNode(simulator, {
		node: 'feishuHireExternalOffer',
		parameters: {
			resource: 'externalOffer',
			operation: 'create',
			externalApplicationId: byId(simulator.ids.externalApplications[0] ?? ''),
			additionalFields: { attachmentBinaryFields: 'data', ...more },
		},
		items,
		settings,
	});

test.each([
	['has no file', { other: file() }, /no file in its field 'data' \[item 4\]/],
	['has an empty file', { data: file(0, 0) }, /'offer\.pdf' is empty \[item 4\]/],
	['has too large a file', { data: file(4, 301 * 1024 * 1024) }, /301 MB large.*at most 300 MB \[item 4\]/],
])('row 5 of 6 %s: nothing is uploaded and nothing made', async (_, binary, words) => {
	const { error, json } = await createOffers(rows(6, 4, binary));
	expect(json).toEqual([]);
	expect(error?.message).toMatch(words);
	expect(error?.description).toMatch(/Nothing was sent/);
	expect(simulator.requestCount).toBe(0);
});

test('under Continue On Fail that row fails, and the others are made', async () => {
	const { json } = await createOffers(rows(6, 4, {}), {}, { onError: 'continueRegularOutput' });
	expect(json.map(({ error }) => error !== undefined)).toEqual([false, false, false, false, true, false]);
	expect(simulator.countOf('POST /open-apis/hire/v1/external_offers')).toBe(5);
});

test('too many attachments and files together are refused before anything is sent', async () => {
	const ids = Array.from({ length: 20 }, (_, index) => `74046752648880970${10 + index}`);
	const { error } = await createOffers(rows(2, -1, {}), {
		attachmentIdList: `={{ $json.index === 1 ? ${JSON.stringify(ids)} : [] }}`,
	});
	expect(error?.message).toMatch(/would have 21 attachments.*\[item 1\]/);
	expect(simulator.requestCount).toBe(0);
});

test('which interviews to list is asked before anything is sent', async () => {
	const { error } = await runNode(simulator, {
		node: 'feishuHireApplication',
		parameters: {
			resource: 'application',
			operation: 'getInterviews',
			applicationId: byId('={{ $json.id }}'),
		},
		items: [{ id: simulator.ids.applications.interview }, { id: '' }],
	});
	expect(error?.message).toMatch(/which interviews to list \[item 1\]/);
	expect(simulator.requestCount).toBe(0);
});

test('another file makes another record, and the same one none', async () => {
	const before = simulator.company.externalOffers.size;
	const one = (bytes: number) => [{ json: {}, binary: { data: file(bytes, bytes) } }];
	for (const bytes of [4, 4, 5]) expect((await createOffers(one(bytes))).error).toBeUndefined();
	expect(simulator.company.externalOffers.size).toBe(before + 2);
});

test('an error that is not of Feishu names its item too, once, and tells what was applied', async () => {
	const items = rows(3, -1, {});
	const broken = items[1]?.binary?.data;
	if (broken) broken.id = 'filesystem-v2:gone';
	const { error } = await createOffers(items, { attachmentIdList: [] });
	expect(error?.message).toMatch(/\[item 1\]$/);
	expect(error?.message.match(/\[item/g)).toHaveLength(1);
	expect(error?.description).toMatch(/Of the 3 items, 1 were applied, 1 failed, and 1 were never sent/);
});
