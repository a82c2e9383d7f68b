/** What cannot be right is refused before anything is sent; the message names the item, the parameter and the mend. */
import { NodeOperationError } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { byId, runNode, type RunOptions } from '../n8nCore/run';
import {
	createExternalOffer,
	hireRequests,
	terminate,
	transferStage,
	updateExternalOffer,
	updateStatus,
} from './calls';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const ID = '6930815272790114324';
const ids = (count: number) => Array.from({ length: count }, (_, i) => String(7_404_675_264_888_000 + i));
const reasons = (count: number) => ({ terminationReasonIdList: ids(count) });

type Case = [
	name: string,
	call: Pick<RunOptions, 'node' | 'parameters'>,
	json: object,
	says: RegExp,
	mend: RegExp,
];

const onlyValue = (value: unknown) => ({ value });

const cases: Case[] = [
	['a missing ID', updateStatus('={{ $json.value }}', 4), {}, /'Offer' is missing/, /expression/],
	['an empty ID', updateStatus('={{ $json.value }}', 4), onlyValue(''), /'Offer' is missing/, /Fill in/],
	[
		'an empty stage',
		transferStage(ID, '={{ $json.value }}'),
		onlyValue(null),
		/'Stage' is missing/,
		/Fill in 'Stage'/,
	],
	[
		'a missing external application',
		createExternalOffer('={{ $json.value }}'),
		{},
		/'External Application' is missing/,
		/Fill in/,
	],
	[
		'a name instead of an ID',
		terminate('={{ $json.value }}'),
		onlyValue('Mei Chen'),
		/'Application' is not an ID: "Mei Chen"/,
		/digits/,
	],
	[
		'an object instead of an ID',
		terminate('={{ $json.value }}'),
		onlyValue({ id: ID }),
		/'Application'/,
		/text/,
	],
	[
		'an ID that lost its last digits as a number',
		terminate('={{ $json.value }}'),
		{ value: Number('6960663240925956401') },
		/'Application' .*lost its last digits/,
		/text/,
	],
	[
		'an ID that a spreadsheet wrote in powers of ten',
		terminate('={{ $json.value }}'),
		onlyValue('6.96066E+18'),
		/'Application' .*lost its last digits/,
		/spreadsheet/,
	],
	[
		'one lost ID in a list',
		terminate(ID, 1, { additionalFields: { terminationReasonList: '={{ $json.value }}' } }),
		{ value: ['7230753910687080000', Number('7230753910687080001')] },
		/'Reasons for Termination' .*lost its last digits/,
		/text/,
	],
	[
		'a date that is none',
		updateStatus(ID, 6, { expirationDate: '={{ $json.value }}' }),
		onlyValue('soon'),
		/'Expiration Date' is no date: "soon"/,
		/2026-03-31/,
	],
	[
		'a day that no calendar has',
		updateStatus(ID, 6, { expirationDate: '={{ $json.value }}' }),
		onlyValue('2027-02-29'),
		/'Expiration Date' is no date of the calendar: "2027-02-29"/,
		/date/,
	],
	[
		'a time in seconds',
		createExternalOffer(ID, { additionalFields: { bizCreateTime: '={{ $json.value }}' } }),
		onlyValue(1721899352),
		/'Created At' .*seconds/,
		/milliseconds/,
	],
	[
		'51 reasons of an offer',
		updateStatus(ID, 8, reasons(51)),
		{},
		/'Reasons for Termination' has 51 .*at most 50/,
		/at most 50/,
	],
	[
		'21 attachments of a new external offer',
		createExternalOffer(ID, { additionalFields: { attachmentIdList: ids(21).join(',') } }),
		{},
		/'Attachment IDs' has 21 .*at most 20/,
		/at most 20/,
	],
	[
		'11 attachments of an update',
		updateExternalOffer(ID, ID, { updateFields: { attachmentIdList: ids(11).join(',') } }),
		{},
		/'Attachment IDs' has 11 .*at most 10/,
		/at most 10/,
	],
	[
		'a state that does not exist',
		updateStatus(ID, '={{ $json.value }}'),
		onlyValue(11),
		/'Offer Status' cannot be "11"/,
		/6 \(Sent, 已发送\)/,
	],
	[
		'a state in words that no state has',
		updateStatus(ID, '={{ $json.value }}'),
		onlyValue('Posted'),
		/'Offer Status' cannot be "Posted"/,
		/6 \(Sent, 已发送\)/,
	],
	[
		'a termination type that does not exist',
		terminate(ID, '={{ $json.value }}'),
		onlyValue(2),
		/'Termination Type' cannot be "2"/,
		/22 \(/,
	],
	[
		'no expiry for Sent from an expression',
		updateStatus(ID, '={{ $json.value }}'),
		onlyValue(6),
		/'Expiration Date' is missing/,
		/Sent/,
	],
	[
		'no expiry for Sent by name',
		updateStatus(ID, '={{ $json.value }}'),
		onlyValue('Sent'),
		/'Expiration Date' is missing/,
		/Sent/,
	],
	[
		'an expression for the expiry that gives nothing',
		updateStatus(ID, 6, { expirationDate: '={{ $json.value }}' }),
		{},
		/'Expiration Date' is missing/,
		/Sent/,
	],
	[
		'no reason for Declined from an expression',
		updateStatus(ID, '={{ $json.value }}'),
		onlyValue(8),
		/'Reasons for Termination' is missing/,
		/Declined/,
	],
	[
		'an empty list of reasons for Declined',
		updateStatus(ID, '={{ $json.value }}', { terminationReasonIdList: '={{ [] }}' }),
		onlyValue(8),
		/'Reasons for Termination' is missing/,
		/Declined/,
	],
	[
		'text that is an object',
		createExternalOffer(ID, { additionalFields: { owner: '={{ $json.value }}' } }),
		onlyValue({ name: 'Lin' }),
		/'Offer Owner Name' is not text/,
		/text/,
	],
];

describe.each(cases)('%s', (_name, call, json, says, mend) => {
	test('is refused, and nothing is sent', async () => {
		const { error, items } = await runNode(simulator, { ...call, items: [{ json: { ...json } }] });
		expect(error?.name).toBe(NodeOperationError.name);
		expect(error?.message).toMatch(says);
		expect(error?.message).toContain('[item 0]');
		expect(error?.description).toMatch(mend);
		expect(error?.description).toContain('Nothing was sent.');
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(items).toHaveLength(0);
		expect(hireRequests(simulator)).toHaveLength(0);
	});
});

/** n8n itself stops a node whose required parameter is visibly empty, before the node runs. */
test.each([
	['the expiry for Sent', updateStatus(ID, 6), /Parameter "Expiration Date" is required/],
	['the reason for Declined', updateStatus(ID, 8), /Parameter "Reasons for Termination" is required/],
	['the ID', terminate(''), /Parameter "Application" is required/],
	['the stage', transferStage(ID, ''), /Parameter "Stage" is required/],
])('%s, left empty in the panel, stops the node', async (_, call, words) => {
	await expect(runNode(simulator, call)).rejects.toThrow(words);
	expect(simulator.requests).toHaveLength(0);
});

test('a number that has lost nothing is an ID', async () => {
	const { company } = simulator;
	company.applications.set('12312312312', {
		id: '12312312312',
		talentId: company.addTalent('Mei Chen').id,
		jobId: company.ids.jobs.recruiter,
		stageId: company.ids.stages.social.screening,
	});
	const call = terminate('');
	const { json } = await runNode(simulator, {
		...call,
		parameters: { ...call.parameters, applicationId: byId('={{ 12312312312 }}') },
	});
	expect(json).toEqual([
		{
			success: true,
			application_id: '12312312312',
			termination_type: 1,
			termination_type_name: 'We Rejected the Candidate',
		},
	]);
});

test('one bad row among five: nothing is sent, and the row is named', async () => {
	const applications = simulator.addApplications(5);
	const { error } = await runNode(simulator, {
		...terminate('={{ $json.id }}'),
		items: applications.map((id, index) => ({ id: index === 3 ? 'n/a' : id })),
	});
	expect(error?.message).toBe(`'Application' is not an ID: "n/a" [item 3]`);
	expect(error?.context).toMatchObject({ itemIndex: 3 });
	expect(simulator.requests).toHaveLength(0);
	expect(simulator.applied).toHaveLength(0);
});

test.each([50, 51])('a list for Terminate may hold %i reasons: its page gives no maximum', async (count) => {
	const [application = ''] = simulator.addApplications(1);
	const terminationReasonList = simulator.ids.reasons.weDeclined.slice(0, count);
	const { error } = await runNode(
		simulator,
		terminate(application, 1, { additionalFields: { terminationReasonList } }),
	);
	expect(error).toBeUndefined();
	expect(hireRequests(simulator)[0]?.body).toMatchObject({ termination_reason_list: terminationReasonList });
	expect(terminationReasonList).toHaveLength(count);
});

test.each([
	['50 reasons of an offer', (id: string) => updateStatus(id, 8, reasonsOf(50))],
	['1 reason of an offer', (id: string) => updateStatus(id, 8, reasonsOf(1))],
])('%s go out', async (_, call) => {
	const [offer = ''] = simulator.addOffers(1, { status: 6 });
	expect((await runNode(simulator, call(offer))).error).toBeUndefined();
});

const reasonsOf = (count: number) => ({
	terminationReasonIdList: simulator.ids.reasons.candidateDeclined.slice(0, count),
});

test.each([
	['a new external offer', 20, createExternalOffer],
	[
		'an update',
		10,
		(application: string, more: object) =>
			updateExternalOffer(simulator.ids.externalOffers.bare, application, {
				updateFields: (more as { additionalFields: object }).additionalFields as never,
			}),
	],
])('%s may carry %i attachments', async (_, count, call) => {
	const attachmentIdList = simulator.ids.attachments.slice(0, count);
	const { json, error } = await runNode(
		simulator,
		call(simulator.ids.externalApplications[0] ?? '', {
			additionalFields: { attachmentIdList: attachmentIdList.join(', ') },
		}),
	);
	expect(error).toBeUndefined();
	expect((json[0]?.attachment_list as Array<{ id: string }>).map(({ id }) => id)).toEqual(attachmentIdList);
});
