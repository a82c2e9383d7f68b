/** What belongs to one choice goes out with that choice alone, even where an expression chooses and all is filled in. */
import type { INodeParameters } from 'n8n-workflow';
import { byId, runNode, type RunOptions } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import { hireRequests } from './calls';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

const DAY = '2027年3月4日';
const MILLISECONDS = Date.parse('2027-03-04T00:00:00+08:00');

/** The body that goes out where a row has something in every column. */
async function bodyOf(
	node: RunOptions['node'],
	chosen: string,
	parameters: INodeParameters,
	choice: string | number,
): Promise<unknown> {
	await runNode(simulator, {
		node,
		parameters: { ...parameters, [chosen]: '={{ $json.choice }}' },
		items: [{ choice, day: DAY, note: '职业发展考虑', reasons: '6891560630172518670' }],
	});
	const [request] = hireRequests(simulator);
	return request?.body;
}

const reason = { termination_reason_id_list: ['6891560630172518670'] };

test.each<[string | number, object]>([
	['Sent', { offer_status: 6, expiration_date: '2027-03-04' }],
	['已发送', { offer_status: 6, expiration_date: '2027-03-04' }],
	[8, { offer_status: 8, ...reason, termination_reason_note: '职业发展考虑' }],
	['候选人已拒绝', { offer_status: 8, ...reason, termination_reason_note: '职业发展考虑' }],
	['已失效', { offer_status: 9, termination_reason_note: '职业发展考虑' }],
	['2', { offer_status: 2 }],
	['Approval Withdrawn', { offer_status: 3 }],
	['审批通过', { offer_status: 4 }],
	['审批不通过', { offer_status: 5 }],
	['候选人已接受', { offer_status: 7 }],
	['已创建', { offer_status: 10 }],
])('an offer that is %s', async (status, body) => {
	const parameters = {
		resource: 'offer',
		operation: 'updateStatus',
		offerId: byId(simulator.ids.offers.sent),
		expirationDate: '={{ $json.day }}',
		terminationReasonIdList: '={{ $json.reasons }}',
		terminationReasonNote: '={{ $json.note }}',
	};
	expect(await bodyOf('feishuHireOffer', 'offerStatus', parameters, status)).toEqual(body);
});

test.each<[string, object]>([
	['Has Started', { onboarding_info: { actual_onboarding_date: '2027-03-04' } }],
	['确认入职', { onboarding_info: { actual_onboarding_date: '2027-03-04' } }],
	['操作离职', { offboarding_info: { actual_offboarding_date: '2027-03-04', notes: '职业发展考虑' } }],
	['放弃入职', {}],
	['cancel_onboarding', {}],
])('an intern of whom it is said: %s', async (change, info) => {
	const parameters = {
		resource: 'internshipOffer',
		operation: 'updateStatus',
		offerId: byId(simulator.ids.internshipOffers.pending),
		actualOnboardingDate: '={{ $json.day }}',
		actualOffboardingDate: '={{ $json.day }}',
		notes: '={{ $json.note }}',
	};
	const body = await bodyOf('feishuHireOffer', 'statusChange', parameters, change);
	expect(body).toEqual({ operation: expect.any(String) as string, ...info });
});

test.each<[string | number, object]>([
	[1, { operation: 1, conversion_info: { actual_conversion_time: MILLISECONDS } }],
	['转正', { operation: 1, conversion_info: { actual_conversion_time: MILLISECONDS } }],
	[
		'离职',
		{ operation: 2, overboard_info: { actual_overboard_time: MILLISECONDS, overboard_note: '职业发展考虑' } },
	],
	['Take Back Onboarding', { operation: 3 }],
	['恢复至待入职', { operation: 3 }],
	['撤销离职', { operation: 4 }],
	['5', { operation: 5 }],
])('an employee of whom it is said: %s', async (operation, body) => {
	const parameters = {
		resource: 'onboarding',
		operation: 'updateEmployee',
		employeeId: byId(simulator.ids.onboarding.employee),
		actualConversionTime: '={{ $json.day }}',
		actualOverboardTime: '={{ $json.day }}',
		overboardNote: '={{ $json.note }}',
	};
	expect(await bodyOf('feishuHireApplication', 'employeeOperation', parameters, operation)).toEqual(body);
});

/** As an editor leaves them behind when another choice is made. */
test('what was filled in for another choice is not sent', async () => {
	await runNode(simulator, {
		node: 'feishuHireOffer',
		parameters: {
			resource: 'offer',
			operation: 'updateStatus',
			offerId: byId(simulator.ids.offers.inApproval),
			offerStatus: 4,
			expirationDate: '2027-03-04',
			terminationReasonIdList: ['6891560630172518670'],
			terminationReasonNote: 'No',
		},
	});
	expect(hireRequests(simulator).map(({ body }) => body)).toEqual([{ offer_status: 4 }]);
});
