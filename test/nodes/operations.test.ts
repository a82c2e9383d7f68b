/** Each operation with the example of its page: the request that Feishu Hire gets, and the item that comes out. */
import { startSimulator, type Simulator } from '../simulator';
import { runNode, type RunOptions } from '../n8nCore/run';
import {
	createExternalOffer,
	hireRequests,
	terminate,
	transferStage,
	updateExternalOffer,
	updateStatus,
} from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

async function sentBy(call: Pick<RunOptions, 'node' | 'parameters'>) {
	const { json, error } = await runNode(simulator, call);
	expect(error).toBeUndefined();
	const sent = hireRequests(simulator).map(({ method, path, query, body }) => ({
		method,
		path,
		query,
		body,
	}));
	return { json, sent };
}

const attachment = '7404675264888097068';
const externalApplication = '7395015673275697419';
const externalOffer = '6989202908470446380';

/** The records that the examples of the pages name. */
function addRecordsOfThePages() {
	const { company } = simulator;
	company.externalApplications.set(externalApplication, {
		id: externalApplication,
		externalTalentId: '1',
		jobTitle: 'Analyst',
	});
	company.attachments.set(attachment, { id: attachment, name: 'test_resume.pdf', size: 126371 });
	company.externalOffers.set(externalOffer, {
		id: externalOffer,
		externalApplicationId: externalApplication,
		attachmentIds: [],
	});
	const [applicationId = ''] = simulator.addApplications(1, { stage: 'offer' });
	company.offers.set('6930815272790114324', {
		id: '6930815272790114324',
		applicationId,
		status: 4,
		approvalStartedInHire: false,
		sentByHire: false,
	});
	for (const [id, type] of [
		['6891560630172518670', 22],
		['7230753910687080000', 1],
	] as const) {
		company.reasons.set(id, {
			id,
			zhName: '原因',
			enName: 'Reason',
			type,
			active: true,
			usedInEvaluation: false,
		});
	}
	for (const id of ['6960663240925956401', '12312312312']) {
		company.applications.set(id, {
			id,
			talentId: company.addTalent('Jun Wang').id,
			jobId: company.ids.jobs.backendEngineer,
			stageId: company.ids.stages.social.screening,
		});
	}
}
beforeEach(addRecordsOfThePages);

const fields = {
	bizCreateTime: '1721899352428',
	owner: '张三',
	offerStatus: '已发送',
	attachmentIdList: attachment,
};
const record = {
	id: expect.stringMatching(/^\d+$/) as string,
	external_application_id: externalApplication,
	biz_create_time: '1721899352428',
	owner: '张三',
	offer_status: '已发送',
	attachment_list: [{ id: attachment, name: 'test_resume.pdf', size: 126371 }],
};

test('Update Status', async () => {
	const { json, sent } = await sentBy(
		updateStatus('6930815272790114324', 6, {
			expirationDate: '2023-01-01',
		}),
	);
	expect(sent).toEqual([
		{
			method: 'PATCH',
			path: '/open-apis/hire/v1/offers/6930815272790114324/offer_status',
			query: {},
			body: { offer_status: 6, expiration_date: '2023-01-01' },
		},
	]);
	expect(json).toEqual([
		{ success: true, offer_id: '6930815272790114324', offer_status: 6, offer_status_name: 'Sent' },
	]);
});

test('Update Status, declined by the candidate', async () => {
	const offer = simulator.company.offers.get('6930815272790114324');
	if (offer) offer.status = 6;
	const { json, sent } = await sentBy(
		updateStatus('6930815272790114324', 8, {
			terminationReasonIdList: ['6891560630172518670'],
			terminationReasonNote: '不符合期望',
		}),
	);
	expect(sent.map(({ body }) => body)).toEqual([
		{
			offer_status: 8,
			termination_reason_id_list: ['6891560630172518670'],
			termination_reason_note: '不符合期望',
		},
	]);
	expect(json).toEqual([
		{
			success: true,
			offer_id: '6930815272790114324',
			offer_status: 8,
			offer_status_name: 'Declined by Candidate',
		},
	]);
});

test('Create', async () => {
	const { json, sent } = await sentBy(
		createExternalOffer(externalApplication, { additionalFields: { externalId: '729557715718', ...fields } }),
	);
	expect(sent).toEqual([
		{
			method: 'POST',
			path: '/open-apis/hire/v1/external_offers',
			query: {},
			body: {
				external_id: '729557715718',
				external_application_id: externalApplication,
				biz_create_time: '1721899352428',
				owner: '张三',
				offer_status: '已发送',
				attachment_id_list: [attachment],
			},
		},
	]);
	expect(json).toEqual([record]);
});

test('Update, with every field given', async () => {
	const { json, sent } = await sentBy(
		updateExternalOffer(externalOffer, externalApplication, { fieldsLeftOut: 'clear', updateFields: fields }),
	);
	expect(sent).toEqual([
		{
			method: 'PUT',
			path: `/open-apis/hire/v1/external_offers/${externalOffer}`,
			query: {},
			body: {
				external_application_id: externalApplication,
				biz_create_time: '1721899352428',
				owner: '张三',
				offer_status: '已发送',
				attachment_id_list: [attachment],
			},
		},
	]);
	expect(json).toEqual([{ ...record, id: externalOffer }]);
});

test('Transfer Stage', async () => {
	const stage = simulator.ids.stages.social.interview;
	const { json, sent } = await sentBy(transferStage('6960663240925956401', stage));
	expect(sent).toEqual([
		{
			method: 'POST',
			path: '/open-apis/hire/v1/applications/6960663240925956401/transfer_stage',
			query: {},
			body: { stage_id: stage },
		},
	]);
	expect(json).toEqual([{ success: true, application_id: '6960663240925956401', stage_id: stage }]);
	expect(simulator.company.applications.get('6960663240925956401')?.stageId).toBe(stage);
});

test('Terminate', async () => {
	const { json, sent } = await sentBy(
		terminate('12312312312', 1, {
			additionalFields: {
				terminationReasonList: ['7230753910687080000'],
				terminationReasonNote: '不符合期望',
			},
		}),
	);
	expect(sent).toEqual([
		{
			method: 'POST',
			path: '/open-apis/hire/v1/applications/12312312312/terminate',
			query: {},
			body: {
				termination_type: 1,
				termination_reason_list: ['7230753910687080000'],
				termination_reason_note: '不符合期望',
			},
		},
	]);
	expect(json).toEqual([
		{
			success: true,
			application_id: '12312312312',
			termination_type: 1,
			termination_type_name: 'We Rejected the Candidate',
		},
	]);
});

test('every request carries the token and says that it is JSON', async () => {
	await sentBy(terminate('12312312312'));
	const [{ headers } = { headers: {} }] = hireRequests(simulator);
	expect(headers).toMatchObject({
		authorization: expect.stringMatching(/^Bearer t-/) as string,
		'content-type': 'application/json; charset=utf-8',
	});
});

test('no input items, no request', async () => {
	const { json } = await runNode(simulator, { ...terminate('12312312312'), items: [] });
	expect(json).toEqual([]);
	expect(simulator.requests).toHaveLength(0);
});
