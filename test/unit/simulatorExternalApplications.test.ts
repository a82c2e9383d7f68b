import { at, outcome, REFUSED, useSimulator } from './simulatorClient';

const client = useSimulator();
const PATH = '/external_applications';
const DAY = 24 * 60 * 60 * 1000;

const talent = () => client.simulator.ids.talents.fresh;
const full = () => ({
	talent_id: talent(),
	job_recruitment_type: 1,
	job_title: 'Data Analyst',
	resume_source: 'Fair',
	stage: 'Screening',
	termination_reason: 'Withdrew',
	delivery_type: 2,
	modify_time: 1618500278645,
	create_time: 1618500278644,
	termination_type: 'By the candidate',
});
const create = (body: unknown) => client.send('POST', PATH, body);
const listed = (talentId = talent()) => client.pages(`${PATH}?talent_id=${talentId}`);

it('are created, listed, overwritten as a whole, and deleted', async () => {
	const created = await create({ external_id: 'oa-7', ...full() });
	expect(created.data.msg).toBe('ok');
	const { id, ...fields } = at(created, 'external_application');
	expect(fields).toEqual(full());
	expect(await listed()).toEqual([[{ id, ...full() }]]);

	const updated = await client.send('PUT', `${PATH}/${String(id)}`, { talent_id: talent(), stage: 'Offer' });
	expect(at(updated, 'external_application')).toEqual({ id, talent_id: talent(), stage: 'Offer' });
	expect(await listed()).toEqual([[{ id, talent_id: talent(), stage: 'Offer' }]]);

	const deleted = await client.send('DELETE', `${PATH}/${String(id)}?talent_id=${talent()}`);
	expect(at(deleted, 'external_application')).toEqual({ id, talent_id: talent(), stage: 'Offer' });
	expect(await listed()).toEqual([[]]);
	expect(outcome(await client.send('DELETE', `${PATH}/${String(id)}`))).toEqual(REFUSED);
	expect(client.simulator.applied.map(({ changed }) => changed)).toEqual([true, true, true]);
});

it('are created once in 24 hours for each external_id', async () => {
	const body = { external_id: 'oa-7', talent_id: talent() };
	const first = await create(body);
	expect((await create({ ...body, stage: 'Offer' })).data).toEqual(first.data);
	client.simulator.settings.repeatedExternalId = 'refuses';
	expect(outcome(await create(body))).toEqual(REFUSED);
	client.now += DAY;
	expect(outcome(await create(body))).toEqual([200, 0]);
});

it('can be told to show what they were never given as 0 and empty texts', async () => {
	client.simulator.settings.neverGiven = 'zero';
	const shown = at(await create({ talent_id: talent(), stage: 'Offer' }), 'external_application');
	expect(shown).toMatchObject({ stage: 'Offer', job_title: '', termination_type: '' });
	expect(shown).toMatchObject({ delivery_type: 0, job_recruitment_type: 0, create_time: 0, modify_time: 0 });
});

it('come in pages of at most twenty', async () => {
	for (let i = 0; i < 23; i++) await create({ talent_id: talent(), job_title: `Job ${i}` });
	expect((await listed()).map((page) => page.length)).toEqual([10, 10, 3]);
	const twenty = await client.pages(`${PATH}?page_size=20&talent_id=${talent()}`);
	expect(twenty.map((page) => page.length)).toEqual([20, 3]);
	const over = await client.send('GET', `${PATH}?page_size=21&talent_id=${talent()}`);
	expect(outcome(over)).toEqual(REFUSED);
});

it.each([
	['a time as text', { create_time: '1618500278644' }],
	['a time in seconds', { modify_time: 1618500278 }],
	['a type as text', { delivery_type: '1' }],
	['a type that is not listed', { job_recruitment_type: 3 }],
	['an unknown field', { note: 'x' }],
	['no talent', { talent_id: undefined }],
	['a title that is null', { job_title: null }],
])('are refused with %s', async (_name, wrong) => {
	expect(outcome(await create({ ...full(), ...wrong }))).toEqual(REFUSED);
	expect(client.simulator.applied).toEqual([]);
});

it('tell an unknown talent apart where the page does', async () => {
	const [known] = client.simulator.ids.externalApplications;
	expect(outcome(await create({ talent_id: '1' }))).toEqual([400, 1002102]);
	expect(outcome(await client.send('GET', `${PATH}?talent_id=1`))).toEqual([400, 1002102]);
	expect(outcome(await client.send('GET', PATH))).toEqual(REFUSED);
	expect(outcome(await client.send('PUT', `${PATH}/${known}`, { talent_id: '1' }))).toEqual(REFUSED);
	const withId = { talent_id: talent(), external_id: 'a' };
	expect(outcome(await client.send('PUT', `${PATH}/${known}`, withId))).toEqual(REFUSED);
	expect(outcome(await client.send('PUT', `${PATH}/1`, { talent_id: talent() }))).toEqual(REFUSED);
	expect(outcome(await client.send('DELETE', `${PATH}/${known}?talent_id=1`))).toEqual(REFUSED);
});

it('may be deleted 20 times a minute', async () => {
	client.simulator.settings.limits = true;
	const codes = [];
	for (let i = 0; i < 21; i++) codes.push(outcome(await client.send('DELETE', `${PATH}/1`))[1]);
	expect(codes.filter((code) => code === 99991400)).toHaveLength(1);
});

it('leave external offers that can be deleted too', async () => {
	const { full: offer } = client.simulator.ids.externalOffers;
	const deleted = await client.send('DELETE', `/external_offers/${offer}`);
	expect(deleted.data).toEqual({ code: 0, msg: 'SUCCESS', data: {} });
	const found = await client.send('POST', '/external_offers/batch_query', {
		external_offer_id_list: [offer],
	});
	expect(found.data.data.items).toEqual([]);
	expect(outcome(await client.send('DELETE', `/external_offers/${offer}`))).toEqual(REFUSED);
});
