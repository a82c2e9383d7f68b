/** Many items: each with its own values, all out in the order of the input. */
import { setGlobalState } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { fromList, runNode } from '../n8nCore/run';
import { createExternalOffer, hireRequests, terminate, transferStage, updateStatus } from './calls';

beforeAll(() => setGlobalState({ defaultTimezone: 'Europe/Berlin' }));

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const pairs = (items: ReadonlyArray<{ pairedItem?: unknown }>) => items.map(({ pairedItem }) => pairedItem);
const inOrder = (count: number) => Array.from({ length: count }, (_, item) => ({ item }));

test('output stands in input order although the answers come back in another', async () => {
	const applications = simulator.addApplications(30);
	// The first requests take longest.
	simulator.settings.latency = {
		after: ({ path }) => 5 * (applications.length - applications.indexOf(path.split('/')[5] ?? '')),
	};
	const { items, json, error } = await runNode(simulator, {
		...transferStage('={{ $json.application }}', '={{ $json.stage }}'),
		items: applications.map((application) => ({ application, stage: simulator.ids.stages.social.exam })),
	});
	expect(error).toBeUndefined();
	expect(json.map(({ application_id }) => application_id)).toEqual(applications);
	expect(pairs(items)).toEqual(inOrder(30));
	expect(simulator.applied.map(({ id }) => id).sort()).toEqual([...applications].sort());
});

test('two changes to one record never overtake each other', async () => {
	const [application = ''] = simulator.addApplications(1);
	const { screening, evaluation, exam, interview } = simulator.ids.stages.social;
	const way = [evaluation, exam, interview, exam, screening, evaluation];
	let earlier = 0;
	simulator.settings.latency = { before: () => 60 - 10 * earlier++ };
	const { error } = await runNode(simulator, {
		...transferStage(application, '={{ $json.stage }}'),
		items: way.map((stage) => ({ stage })),
	});
	expect(error).toBeUndefined();
	expect(simulator.applied.map(({ body }) => (body as { stage_id: string }).stage_id)).toEqual(way);
});

test('every parameter may be an expression of the item', async () => {
	const [approved = '', sent = ''] = [
		...simulator.addOffers(1, { status: 4 }),
		...simulator.addOffers(1, { status: 6 }),
	];
	const reasons = simulator.ids.reasons.candidateDeclined.slice(0, 2);
	const { json, error } = await runNode(simulator, {
		...updateStatus('={{ $json.offer }}', '={{ $json.status }}', {
			expirationDate: '={{ $json.until }}',
			terminationReasonIdList: '={{ $json.reasons }}',
			terminationReasonNote: '={{ $json.note }}',
		}),
		items: [
			// Each row fills the columns of the other's state too.
			{ offer: approved, status: '已发送', until: '2031-05-06', reasons, note: 'Until May' },
			{ offer: sent, status: 'Declined by Candidate', until: 'unknown', reasons, note: 'Moved away' },
		],
	});
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{ success: true, offer_id: approved, offer_status: 6, offer_status_name: 'Sent' },
		{ success: true, offer_id: sent, offer_status: 8, offer_status_name: 'Declined by Candidate' },
	]);
	expect(hireRequests(simulator).map(({ path, body }) => [path.split('/')[5], body])).toEqual(
		expect.arrayContaining([
			[approved, { offer_status: 6, expiration_date: '2031-05-06' }],
			[sent, { offer_status: 8, termination_reason_id_list: reasons, termination_reason_note: 'Moved away' }],
		]),
	);
});

test('one input item gives one output item, whatever else the item holds', async () => {
	const [application = ''] = simulator.addApplications(1);
	const { items } = await runNode(simulator, {
		...terminate('={{ $json.id }}'),
		items: [{ json: { id: application, name: 'Mei Chen' }, binary: {} }],
	});
	expect(items).toEqual([
		{
			json: {
				success: true,
				application_id: application,
				termination_type: 1,
				termination_type_name: 'We Rejected the Candidate',
			},
			pairedItem: { item: 0 },
		},
	]);
});

test('a stage picked from the list', async () => {
	const [application = ''] = simulator.addApplications(1);
	const { offer } = simulator.ids.stages.social;
	const call = transferStage(application, '');
	const { json } = await runNode(simulator, {
		...call,
		parameters: { ...call.parameters, stageId: fromList(offer, '社招流程 › Offer 沟通') },
	});
	expect(json).toEqual([{ success: true, application_id: application, stage_id: offer }]);
});

test('a parameter given as plain text instead of a resource locator', async () => {
	const [application = ''] = simulator.addApplications(1);
	const call = terminate('');
	const { json } = await runNode(simulator, {
		...call,
		parameters: { ...call.parameters, applicationId: application },
	});
	expect(json).toEqual([
		{
			success: true,
			application_id: application,
			termination_type: 1,
			termination_type_name: 'We Rejected the Candidate',
		},
	]);
});

describe('a list of IDs', () => {
	const bodyOf = async (terminationReasonList: string | string[], items: object[] = [{}]) => {
		const [application = ''] = simulator.addApplications(1);
		const { error } = await runNode(simulator, {
			...terminate(application, 1, { additionalFields: { terminationReasonList } }),
			items: items.map((json) => ({ json: { ...json } })),
		});
		expect(error).toBeUndefined();
		return hireRequests(simulator).at(-1)?.body;
	};
	const two = () => simulator.ids.reasons.weDeclined.slice(3, 5);

	test('of a multi-select', async () => {
		expect(await bodyOf(two())).toEqual({ termination_type: 1, termination_reason_list: two() });
	});

	test('of an expression that yields an array', async () => {
		expect(await bodyOf('={{ $json.reasons }}', [{ reasons: two() }])).toEqual({
			termination_type: 1,
			termination_reason_list: two(),
		});
	});

	test.each([', ', ',', '，', '\n', '; '])('of text separated by %j', async (separator) => {
		expect(await bodyOf('={{ $json.reasons }}', [{ reasons: two().join(separator) }])).toEqual({
			termination_type: 1,
			termination_reason_list: two(),
		});
	});

	test('of one ID as text', async () => {
		const [one = ''] = two();
		expect(await bodyOf('={{ $json.reasons }}', [{ reasons: one }])).toEqual({
			termination_type: 1,
			termination_reason_list: [one],
		});
	});
});

test('a state by its name, as a spreadsheet holds it', async () => {
	const [offer = ''] = simulator.addOffers(1, { status: 2 });
	const { json } = await runNode(simulator, {
		...updateStatus(offer, '={{ $json.state }}'),
		items: [{ state: 'Approved' }],
	});
	expect(json).toEqual([{ success: true, offer_id: offer, offer_status: 4, offer_status_name: 'Approved' }]);
});

test.each([
	['Asia/Shanghai', '2024-07-25T17:22:32.428', '1721899352428'],
	['UTC', '2024-07-25T09:22:32.428', '1721899352428'],
	['America/New_York', '2024-07-25T05:22:32.428', '1721899352428'],
	['Asia/Tokyo', '2024-07-25T09:22:32.428Z', '1721899352428'],
	// What n8n gives a node whose workflow is in n8n's own time zone: Berlin, below.
	['DEFAULT', '2024-07-25T11:22:32.428', '1721899352428'],
	['', '2024-07-25T11:22:32.428', '1721899352428'],
])('in %s the time %s is the instant %s', async (timezone, bizCreateTime, instant) => {
	const { json } = await runNode(simulator, {
		...createExternalOffer(simulator.ids.externalApplications[0] ?? '', {
			additionalFields: { bizCreateTime },
		}),
		timezone,
	});
	expect(json).toEqual([expect.objectContaining({ biz_create_time: instant })]);
});

test('a time zone that does not exist is told with the parameter that needs it', async () => {
	const { error } = await runNode(simulator, {
		...createExternalOffer(simulator.ids.externalApplications[0] ?? '', {
			additionalFields: { bizCreateTime: '2024-07-25T11:22:32' },
		}),
		timezone: 'Mars/Olympus',
	});
	expect(error?.message).toMatch(/Created At.*no.* called "Mars\/Olympus".*\[item 0\]/);
	expect(error?.description).toMatch(/settings of the workflow/);
	expect(hireRequests(simulator)).toHaveLength(0);
});

test.each([
	['Asia/Shanghai', '={{ DateTime.fromISO("2031-01-31T16:30:00Z") }}', '2031-02-01'],
	['UTC', '={{ DateTime.fromISO("2031-01-31T16:30:00Z") }}', '2031-01-31'],
	['Asia/Shanghai', '2031-02-01T00:00:00', '2031-02-01'],
	['Asia/Shanghai', '={{ $json.day }}', '2031-02-03'],
])('in %s the date %s is the day %s', async (timezone, expirationDate, day) => {
	const [offer = ''] = simulator.addOffers(1, { status: 4 });
	const { error } = await runNode(simulator, {
		...updateStatus(offer, 6, { expirationDate }),
		items: [{ day: '2031/2/3' }],
		timezone,
	});
	expect(error).toBeUndefined();
	expect(simulator.company.offers.get(offer)?.expirationDate).toBe(day);
});
