/** Updating an external offer, which Feishu Hire overwrites as a whole: what happens to the fields left out. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { runNode } from '../n8nCore/run';
import { hireRequests, updateExternalOffer } from './calls';
import { EMPTY } from './empty';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const PUT = 'PUT /open-apis/hire/v1/external_offers/:external_offer_id';

async function update(
	offer: string,
	updateFields: INodeParameters,
	fieldsLeftOut?: 'keep' | 'clear',
	items?: INodeExecutionData[],
	more: INodeParameters = {},
) {
	const application = simulator.company.externalOffers.get(offer)?.externalApplicationId;
	const result = await runNode(simulator, {
		...updateExternalOffer(offer, application ?? simulator.ids.externalApplications[0] ?? '', {
			updateFields,
			...(fieldsLeftOut ? { fieldsLeftOut } : {}),
			...more,
		}),
		items,
	});
	return {
		...result,
		body: simulator.requestsTo(PUT)[0]?.body,
		record: simulator.company.externalOffers.get(offer),
	};
}

/** As seeded: created 1721899352428, owner Lin Yan, Sent, one attachment. */
const full = () => simulator.ids.externalOffers.full;
const [bizCreateTime, owner, offerStatus] = ['1721899352428', 'Lin Yan', 'Sent'];

test.each([
	['bizCreateTime', '1730000000000', { bizCreateTime: '1730000000000', owner, offerStatus }],
	['owner', 'Sato Aiko', { bizCreateTime, owner: 'Sato Aiko', offerStatus }],
	['offerStatus', 'Accepted', { bizCreateTime, owner, offerStatus: 'Accepted' }],
])('Keep is the default: only %s changes', async (field, value, expected) => {
	const { record, error, json } = await update(full(), { [field]: value });
	expect(error).toBeUndefined();
	const [attachment = ''] = simulator.ids.attachments;
	expect(record).toMatchObject({ ...expected, attachmentIds: [attachment] });
	expect(json).toEqual([
		{
			id: full(),
			external_application_id: simulator.ids.externalApplications[0],
			biz_create_time: expected.bizCreateTime,
			owner: expected.owner,
			offer_status: expected.offerStatus,
			attachment_list: [{ id: attachment, name: 'offer-letter-1.pdf', size: 40000 }],
		},
	]);
});

test('Keep: other attachments replace those of the record, and the other fields stay', async () => {
	const attachmentIdList = simulator.ids.attachments.slice(5, 7);
	const { record } = await update(full(), { attachmentIdList: attachmentIdList.join(',') });
	expect(record).toMatchObject({ bizCreateTime, owner, offerStatus, attachmentIds: attachmentIdList });
});

test('Keep: the record is read by its ID, once, before it is written', async () => {
	await update(full(), { owner: 'Sato Aiko' });
	expect(hireRequests(simulator).map(({ method, path, body }) => [method, path, body])).toEqual([
		['POST', '/open-apis/hire/v1/external_offers/batch_query', { external_offer_id_list: [full()] }],
		['PUT', `/open-apis/hire/v1/external_offers/${full()}`, expect.objectContaining({ owner: 'Sato Aiko' })],
	]);
});

test('Keep: what the record never had is not invented', async () => {
	const { body } = await update(simulator.ids.externalOffers.bare, { owner: 'Sato Aiko' });
	expect(body).toEqual({
		external_application_id: simulator.ids.externalApplications[0],
		owner: 'Sato Aiko',
	});
});

test('Keep: several items at once read and write each its own record', async () => {
	const offers = simulator.addExternalOffers(4);
	simulator.settings.latency = { after: [1, 30] };
	const { json, error } = await runNode(simulator, {
		...updateExternalOffer('={{ $json.id }}', simulator.ids.externalApplications[0] ?? '', {
			updateFields: { offerStatus: '={{ $json.state }}' },
		}),
		items: offers.map((id, index) => ({ id, state: `State ${index}` })),
	});
	expect(error).toBeUndefined();
	expect(json.map(({ id, owner: person, offer_status }) => [id, person, offer_status])).toEqual(
		offers.map((id, index) => [id, `Owner ${index + 1}`, `State ${index}`]),
	);
});

test('Keep: two updates of one record both last', async () => {
	await runNode(simulator, {
		...updateExternalOffer(full(), simulator.ids.externalApplications[0] ?? '', {
			updateFields: { owner: '={{ $json.owner }}', offerStatus: '={{ $json.state }}' },
		}),
		items: [{ owner: 'Sato Aiko' }, { state: 'Accepted' }],
	});
	expect(simulator.company.externalOffers.get(full())).toMatchObject({
		owner: 'Sato Aiko',
		offerStatus: 'Accepted',
		bizCreateTime,
	});
});

test('Clear erases what is left out, without reading the record', async () => {
	const { record, body } = await update(full(), { owner: 'Sato Aiko' }, 'clear');
	expect(body).toEqual({
		external_application_id: simulator.ids.externalApplications[0],
		owner: 'Sato Aiko',
	});
	expect(record).toMatchObject({ owner: 'Sato Aiko', attachmentIds: [] });
	expect(record?.bizCreateTime).toBeUndefined();
	expect(record?.offerStatus).toBeUndefined();
	expect(hireRequests(simulator)).toHaveLength(1);
});

describe.each(EMPTY)('%s', (_, empty) => {
	const fields = {
		bizCreateTime: '={{ $json.cell }}',
		owner: '={{ $json.cell }}',
		offerStatus: '={{ $json.cell }}',
		attachmentIdList: '={{ $json.cell }}',
		attachmentBinaryFields: '={{ $json.cell }}',
	};
	const items = [{ json: empty === undefined ? {} : { cell: empty } }];

	test('erases no field in an update that keeps', async () => {
		const { body, record, error } = await update(full(), fields, 'keep', items);
		expect(error).toBeUndefined();
		expect(body).toEqual({
			external_application_id: simulator.ids.externalApplications[0],
			biz_create_time: bizCreateTime,
			owner,
			offer_status: offerStatus,
			attachment_id_list: simulator.ids.attachments.slice(0, 1),
		});
		expect(record).toMatchObject({ bizCreateTime, owner, offerStatus });
	});

	test('is not sent in one that clears', async () => {
		const { body, error } = await update(full(), fields, 'clear', items);
		expect(error).toBeUndefined();
		expect(body).toEqual({ external_application_id: simulator.ids.externalApplications[0] });
	});
});

test.each(EMPTY)('%s for its attachments leaves an offer with twelve of them as it was', async (_, cell) => {
	const { twelveAttachments } = simulator.ids.externalOffers;
	const before = { ...simulator.company.externalOffers.get(twelveAttachments) };
	const { error, record } = await update(
		twelveAttachments,
		{ owner: 'Lin Yan', attachmentIdList: '={{ $json.cell }}' },
		'keep',
		[{ json: cell === undefined ? {} : { cell } }],
	);
	expect(error?.message).toMatch(/12 attachments.*at most 10/);
	expect(simulator.applied).toHaveLength(0);
	expect(record).toEqual(before);
	expect(record?.attachmentIds).toHaveLength(12);
});

describe('Fields to Clear', () => {
	const clear = async (fieldsToClear: unknown, updateFields: INodeParameters = {}) =>
		await update(full(), updateFields, 'keep', [{ json: { clear: fieldsToClear as string } }], {
			fieldsToClear: '={{ $json.clear }}',
		});

	test.each([
		['biz_create_time', 'bizCreateTime'],
		['owner', 'owner'],
		['offer_status', 'offerStatus'],
		['attachment_id_list', 'attachmentIds'],
	] as const)('erases %s and no other field', async (key, field) => {
		const before = { ...simulator.company.externalOffers.get(full()) };
		const { error, body, record } = await clear([key]);
		expect(error).toBeUndefined();
		expect(body).not.toHaveProperty(key);
		expect(Object.keys(body as object)).toHaveLength(4);
		expect(record).toEqual({ ...before, [field]: field === 'attachmentIds' ? [] : undefined });
	});

	test('erases several, given as a list or by their names, while another is written', async () => {
		for (const named of [['owner', 'offer_status'], 'Owner, offer_status', 'owner；offer_status']) {
			simulator.reset();
			const { record, error } = await clear(named, { bizCreateTime: '1730000000000' });
			expect(error).toBeUndefined();
			expect(record).toMatchObject({ bizCreateTime: '1730000000000' });
			expect([record?.owner, record?.offerStatus, record?.attachmentIds.length]).toEqual([
				undefined,
				undefined,
				1,
			]);
		}
	});

	test('lets an offer with more attachments than an update carries be written without them', async () => {
		const { error, record } = await update(
			simulator.ids.externalOffers.twelveAttachments,
			{ owner: 'Lin Yan' },
			'keep',
			[{ json: {} }],
			{ fieldsToClear: ['attachment_id_list'] },
		);
		expect(error).toBeUndefined();
		expect(record).toMatchObject({ owner: 'Lin Yan', attachmentIds: [] });
	});

	test('refuses a field that is given too, before anything is sent', async () => {
		const { error } = await clear(['offer_status', 'owner'], { owner: 'Sato Aiko' });
		expect(error?.message).toBe("'Fields to Clear' names owner, which is given too [item 0]");
		expect(error?.description).toMatch(/Remove it there or from the Update Fields\. Nothing was sent\./);
		expect(hireRequests(simulator)).toHaveLength(0);
	});

	test('takes a field that is given empty as not given', async () => {
		const { error, record } = await clear(['owner'], { owner: '' });
		expect(error).toBeUndefined();
		expect(record?.owner).toBeUndefined();
	});

	test.each([
		['a key of no field', ['salary']],
		['what a route requires', ['external_application_id']],
	])('refuses %s', async (_, named) => {
		const { error } = await clear(named);
		expect(error?.message).toMatch(/'Fields to Clear' cannot be/);
		expect(error?.description).toMatch(/attachment_id_list \(Attachment IDs\)/);
		expect(hireRequests(simulator)).toHaveLength(0);
	});

	test.each(EMPTY)('erases nothing where it gives %s', async (_, nothing) => {
		const before = { ...simulator.company.externalOffers.get(full()) };
		const { error, record } = await clear(nothing);
		expect(error).toBeUndefined();
		expect(record).toEqual(before);
	});
});

test('Keep: more attachments than an update carries are not cut down silently', async () => {
	const { error } = await update(simulator.ids.externalOffers.twelveAttachments, { owner: 'Lin Yan' });
	expect(error?.message).toMatch(/12 attachments.*at most 10.*\[item 0\]/);
	expect(error?.description).toMatch(/Attachment IDs/);
	expect(error?.description).toMatch(/Clear/);
	expect(simulator.countOf(PUT)).toBe(0);
	expect(simulator.applied).toHaveLength(0);
});

test('Keep: with attachments given, a record with twelve can be updated', async () => {
	const id = simulator.ids.externalOffers.twelveAttachments;
	const attachmentIds = simulator.ids.attachments.slice(1, 11);
	const { error, record } = await update(id, { attachmentIdList: attachmentIds.join(',') });
	expect(error).toBeUndefined();
	expect(record).toMatchObject({ owner: 'Sato Aiko', attachmentIds });
});

test('Keep: an offer that does not exist is not written', async () => {
	const { error } = await update('6900000000000000001', { owner: 'Lin Yan' });
	expect(error?.message).toMatch(/external offer does not exist.*\[item 0\]/);
	expect(error?.description).toMatch(/'External Offer'/);
	expect(simulator.countOf(PUT)).toBe(0);
});

test('Clear: an offer that does not exist is refused by Feishu Hire', async () => {
	const { error } = await update('6900000000000000001', { owner: 'Lin Yan' }, 'clear');
	expect(error?.message).toMatch(/\[item 0\]/);
	expect(error?.description).toMatch(/1002002/);
});
