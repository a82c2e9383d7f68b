/** After an attempt without an answer, success is claimed only for what a read shows. */
import type { INodeParameters } from 'n8n-workflow';
import { byId, runNode } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import type { RouteName } from '../simulator/route';
import { terminate } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const UNKNOWN = /^It is unknown whether this was done/;
const TERMINATE = 'POST /open-apis/hire/v1/applications/:application_id/terminate';
const ONBOARD = 'POST /open-apis/hire/v1/applications/:application_id/transfer_onboard';
const SEPTEMBER = 1_756_656_000_000;

/** The first answer is lost on its way; whether the request was carried out is for the test to say. */
const loseAnswer = (route: RouteName, acted: boolean) =>
	simulator.fail({ kind: 'dropAfter', route, acted, times: 1 });

const onboarding = async (operation: string, parameters: INodeParameters) =>
	await runNode(simulator, {
		node: 'feishuHireApplication',
		parameters: { resource: 'onboarding', operation, ...parameters },
	});

describe('Terminate', () => {
	const [type, note] = [22, 'Moved away'];
	const run = async (application: string, more: INodeParameters) =>
		await runNode(simulator, terminate(application, type, { additionalFields: more }));

	test('is found done, with its reasons and its note', async () => {
		const [application = ''] = simulator.addApplications(1);
		loseAnswer(TERMINATE, true);
		const { json, error } = await run(application, {
			terminationReasonList: [...simulator.ids.reasons.candidateDeclined].reverse(),
			terminationReasonNote: note,
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{
				success: true,
				application_id: application,
				termination_type: type,
				termination_type_name: 'The Candidate Declined',
			},
		]);
		expect(simulator.countOf(TERMINATE)).toBe(2);
	});

	test.each([
		['another type', { type: 27 }],
		['another note', { note: 'Ghosted' }],
		['other reasons', { reasons: true }],
	])('of an application that had ended with %s is unknown', async (_, before) => {
		const [application = ''] = simulator.addApplications(1);
		const [reason = '', other = ''] = simulator.ids.reasons.candidateDeclined;
		const ended = { type, note, reasons: false, ...before };
		await runNode(
			simulator,
			terminate(application, ended.type, {
				additionalFields: {
					terminationReasonNote: ended.note,
					...(ended.type === type ? { terminationReasonList: [ended.reasons ? other : reason] } : {}),
				},
			}),
		);
		loseAnswer(TERMINATE, false);
		const { json, error } = await run(application, {
			terminationReasonList: [reason],
			terminationReasonNote: note,
		});
		expect(json).toEqual([]);
		expect(error?.message).toMatch(UNKNOWN);
		expect(error?.description).toMatch(/Look at the record.*already terminated/);
	});

	test('is unknown where the look at the application fails too', async () => {
		const [application = ''] = simulator.addApplications(1);
		loseAnswer(TERMINATE, true);
		simulator.fail({
			kind: 'code',
			http: 400,
			code: 1002002,
			route: 'GET /open-apis/hire/v1/applications/:application_id',
		});
		const { error } = await run(application, {});
		expect(error?.message).toMatch(UNKNOWN);
	});
});

describe('Onboard', () => {
	const waiting = () => simulator.ids.applications.pendingOnboarding;

	test.each([
		['the time of before', { actualOnboardTime: '2025-08-01T00:00:00' }],
		['no time of its own', {}],
	])('of someone who was onboarded already is unknown with %s', async (_, fields) => {
		await onboarding('transferOnboard', {
			applicationId: byId(waiting()),
			additionalFields: { actualOnboardTime: SEPTEMBER },
		});
		loseAnswer(ONBOARD, false);
		const { json, error } = await onboarding('transferOnboard', {
			applicationId: byId(waiting()),
			additionalFields: fields,
		});
		expect(json).toEqual([]);
		expect(error?.message).toMatch(UNKNOWN);
	});
});

test('Delete of an external application of another candidate is unknown, and the application is there', async () => {
	const { company } = simulator;
	const { id } = company.addExternalApplication('Data Analyst');
	loseAnswer('DELETE /open-apis/hire/v1/external_applications/:external_application_id', false);
	const { json, error } = await runNode(simulator, {
		node: 'feishuHireExternalOffer',
		parameters: {
			resource: 'externalApplication',
			operation: 'delete',
			externalApplicationId: byId(id),
			additionalFields: { talentId: byId(company.addTalent('Mei Li').id) },
		},
	});
	expect(json).toEqual([]);
	expect(error?.message).toMatch(UNKNOWN);
	expect(company.externalApplications.has(id)).toBe(true);
});

test('Has Left of an internship that never began is unknown', async () => {
	const { pending } = simulator.ids.internshipOffers;
	loseAnswer('POST /open-apis/hire/v1/offers/:offer_id/intern_offer_status', false);
	const { json, error } = await runNode(simulator, {
		node: 'feishuHireOffer',
		parameters: {
			resource: 'internshipOffer',
			operation: 'updateStatus',
			offerId: byId(pending),
			statusChange: 'offboard',
			actualOffboardingDate: '2026-06-30',
		},
	});
	expect(json).toEqual([]);
	expect(error?.message).toMatch(UNKNOWN);
});
