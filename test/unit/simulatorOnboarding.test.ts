import { OfferStatus } from '../simulator';
import { at, outcome, REFUSED, useSimulator } from './simulatorClient';

const client = useSimulator();
const DAY = 24 * 60 * 60 * 1000;

const waiting = () => client.simulator.ids.applications.pendingOnboarding;
const onboard = (id = waiting(), body: unknown = {}, query = '') =>
	client.send('POST', `/applications/${id}/transfer_onboard${query}`, body);
const cancel = (id: string, body: unknown = { termination_type: 27 }) =>
	client.send('POST', `/applications/${id}/cancel_onboard`, body);
const change = (id: unknown, body: unknown) => client.send('PATCH', `/employees/${String(id)}`, body);
const ofApplication = (id: string, query = '') =>
	client.send('GET', `/employees/get_by_application?application_id=${id}${query}`);

it('makes an employee of an application, who is found by both ids', async () => {
	const { ids } = client.simulator;
	const body = {
		actual_onboard_time: client.now - DAY,
		expected_conversion_time: client.now + 90 * DAY,
		job_requirement_id: '6960663240925956402',
		operator_id: ids.users[0],
		onboard_city_code: 'CT_2',
		department: 'D001',
		leader: ids.users[1],
		sequence: ids.jobFamilies.active,
		level: ids.jobLevels.active,
		employee_type: '1',
	};
	const query = '?department_id_type=department_id&employee_type_id_type=employee_type_enum_id';
	const { id, ...shown } = at(await onboard(waiting(), body, query), 'employee');
	const { actual_onboard_time, operator_id: _operator, ...same } = body;
	const expected = {
		...same,
		application_id: waiting(),
		onboard_status: 1,
		conversion_status: 1,
		onboard_time: actual_onboard_time,
	};
	expect(shown).toEqual(expected);
	const types = query.replace('?', '&');
	expect(at(await ofApplication(waiting(), types), 'employee')).toEqual({ id, ...expected });
	const byId = await client.send('GET', `/employees/${String(id)}?user_id_type=user_id`);
	expect(at(byId, 'employee')).toMatchObject({ leader: '3f9a1c01', department: '6960000000000000001' });
	const application = await client.send('GET', `/applications/${waiting()}`);
	expect(at(application, 'application', 'stage')).toMatchObject({ type: 7 });
	expect(outcome(await onboard())).toEqual([400, 1002904]);
});

it('takes no body for now, and no time for zero', async () => {
	const reply = await client.send('POST', `/applications/${waiting()}/transfer_onboard`);
	expect(at(reply, 'employee')).toMatchObject({ onboard_time: client.now, expected_conversion_time: 0 });
});

it('follows an accepted offer', async () => {
	const { ids } = client.simulator;
	const [offer = ''] = client.simulator.addOffers(1, { status: OfferStatus.accepted });
	const id = client.simulator.company.offers.get(offer)?.applicationId ?? '';
	expect(outcome(await onboard(id))).toEqual([400, 1002902]);
	const stage = { stage_id: ids.stages.social.pendingOnboarding };
	expect(outcome(await client.send('POST', `/applications/${id}/transfer_stage`, stage))).toEqual([200, 0]);
	expect(outcome(await onboard(id))).toEqual([200, 0]);
});

it('says why it may not be', async () => {
	const { company, ids } = client.simulator;
	expect(outcome(await onboard('1'))).toEqual([404, 1002901]);
	expect(outcome(await onboard(ids.applications.onboarded))).toEqual([400, 1002904]);
	expect(outcome(await onboard(waiting(), { actual_onboard_time: client.now + 1 }))).toEqual([400, 1002905]);
	const early = { actual_onboard_time: client.now, expected_conversion_time: client.now - 1 };
	expect(outcome(await onboard(waiting(), early))).toEqual([400, 1002905]);
	expect(outcome(await onboard(waiting(), { actual_onboard_time: String(client.now) }))).toEqual(REFUSED);
	expect(outcome(await onboard(waiting(), { leader: 'x' }))).toEqual(REFUSED);
	expect(outcome(await onboard(waiting(), {}, '?department_id_type=open'))).toEqual(REFUSED);
	expect(outcome(await onboard(waiting(), { note: 'x' }))).toEqual(REFUSED);
	const talent = company.talents.get(company.applications.get(waiting())?.talentId ?? '');
	if (talent) talent.lockedByApplicationId = '1';
	expect(outcome(await onboard())).toEqual([500, 1002210]);
	company.switches.ehrSync = false;
	expect(outcome(await onboard())).toEqual([500, 1002908]);
	expect(outcome(await change(ids.onboarding.employee, { operation: 5 }))).toEqual([400, 1002908]);
});

it('is cancelled, which ends the application', async () => {
	const { ids } = client.simulator;
	const [reason] = ids.reasons.candidateDeclined;
	const body = {
		termination_type: 22,
		termination_reason_id_list: [reason],
		termination_reason_notes: 'Stays where they are',
	};
	expect((await cancel(waiting(), body)).data).toEqual({ code: 0, msg: 'success', data: {} });
	expect(at(await client.send('GET', `/applications/${waiting()}`), 'application')).toMatchObject({
		active_status: 2,
		termination_type: 22,
		termination_reason_list: [reason],
		termination_reason_note: 'Stays where they are',
	});
	expect(outcome(await cancel(waiting()))).toEqual([400, 1002221]);
	expect(outcome(await onboard())).toEqual([400, 1002902]);
	expect(outcome(await cancel(ids.onboarding.inPeople))).toEqual([400, 1002910]);
	expect(outcome(await cancel(ids.applications.screening))).toEqual(REFUSED);
	expect(outcome(await cancel('1'))).toEqual(REFUSED);
	expect(outcome(await cancel(waiting(), {}))).toEqual(REFUSED);
	const asInTerminate = { termination_type: 22, termination_reason_note: 'x' };
	expect(outcome(await cancel(waiting(), asInTerminate))).toEqual(REFUSED);
});

it('is followed by conversion and leaving, and back', async () => {
	const { employee } = client.simulator.ids.onboarding;
	const status = async (body: object) => {
		const reply = await change(employee, body);
		if (reply.data.code !== 0) return outcome(reply);
		const { onboard_status: onboarded, conversion_status: converted } = at(reply, 'employee');
		return [onboarded, converted];
	};
	const conversion = { operation: 1, conversion_info: { actual_conversion_time: client.now } };
	const leaving = { operation: 2, overboard_info: { overboard_note: 'Moved' } };
	expect(await status({ operation: 5 })).toEqual([400, 1002902]);
	expect(await status({ operation: 1 })).toEqual(REFUSED);
	expect(
		await status({ ...conversion, conversion_info: { actual_conversion_time: client.now + 1 } }),
	).toEqual([400, 1002905]);
	expect(await status(conversion)).toEqual([1, 2]);
	expect(await status(conversion)).toEqual([400, 1002902]);
	expect(await status({ operation: 5 })).toEqual([1, 1]);
	expect(await status({ operation: 4 })).toEqual([400, 1002907]);
	expect(await status({ operation: 2 })).toEqual(REFUSED);
	expect(await status(leaving)).toEqual([2, 1]);
	const left = await client.send('GET', `/employees/${employee}`);
	expect(at(left, 'employee')).toMatchObject({ overboard_time: client.now, overboard_note: 'Moved' });
	expect(await status(conversion)).toEqual([400, 1002902]);
	expect(await status({ operation: 4 })).toEqual([1, 1]);
	expect(await status({ operation: 6 })).toEqual(REFUSED);
	expect(await status({ operation: '1' })).toEqual(REFUSED);
	expect(await status({ ...leaving, note: 'x' })).toEqual(REFUSED);
});

it('can be taken back altogether, and done again', async () => {
	const { id } = at(await onboard(), 'employee');
	expect(outcome(await change(id, { operation: 3 }))).toEqual([200, 0]);
	expect(outcome(await ofApplication(waiting()))).toEqual([400, 1002903]);
	expect(outcome(await onboard())).toEqual([200, 0]);
});

it('has no employee before, under a code that only two of three pages know', async () => {
	expect(outcome(await ofApplication(waiting()))).toEqual([400, 1002903]);
	expect(outcome(await change('1', { operation: 5 }))).toEqual([400, 1002903]);
	expect(outcome(await client.send('GET', '/employees/1'))).toEqual(REFUSED);
	expect(outcome(await client.send('GET', '/employees/get_by_application'))).toEqual(REFUSED);
});
