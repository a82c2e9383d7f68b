import { at, outcome, REFUSED, useSimulator } from './simulatorClient';

const client = useSimulator();
const create = (body: unknown, query = '') => client.send('POST', `/applications${query}`, body);
const get = (id: string) => client.send('GET', `/applications/${id}`);
const listed = async (query: string) => (await client.pages(`/applications?page_size=200&${query}`)).flat();

function wanted() {
	const { talents, jobs, resumeSources } = client.simulator.ids;
	return {
		talent_id: talents.fresh,
		job_id: jobs.recruiter,
		resume_source_id: resumeSources.referral,
		application_preferred_city_code_list: ['CT_1'],
		delivery_type: 2,
	};
}

it('are created at the first stage, read, moved, ended, and recovered where they were', async () => {
	const { ids } = client.simulator;
	const { id } = (await create(wanted())).data.data as { id: string };
	const shown = await get(id);
	expect(shown.data.msg).toBe('success');
	expect(at(shown, 'application')).toMatchObject({
		id,
		talent_id: ids.talents.fresh,
		job_id: ids.jobs.recruiter,
		stage: { id: ids.stages.social.screening, type: 1 },
		active_status: 1,
		delivery_type: 2,
		resume_source_id: ids.resumeSources.referral,
		resume_source_info: { resume_source_type: 10000 },
		create_time: String(client.now),
		stage_time_list: [{ stage_id: ids.stages.social.screening, enter_time: String(client.now) }],
		application_preferred_city_list: [{ code: 'CT_1' }],
	});

	const began = client.now;
	client.now += 1000;
	await client.send('POST', `/applications/${id}/transfer_stage`, { stage_id: ids.stages.social.interview });
	client.now += 1000;
	const [reason] = ids.reasons.other;
	const end = { termination_type: 27, termination_reason_list: [reason], termination_reason_note: 'Closed' };
	await client.send('POST', `/applications/${id}/terminate`, end);
	expect(at(await get(id), 'application')).toMatchObject({
		active_status: 2,
		modify_time: String(client.now),
		termination_type: 27,
		termination_reason_list: [reason],
		termination_reason_note: 'Closed',
		stage_time_list: [
			{
				stage_id: ids.stages.social.screening,
				enter_time: String(began),
				exit_time: String(began + 1000),
			},
			{ stage_id: ids.stages.social.interview, enter_time: String(began + 1000) },
		],
	});
	expect(await listed(`talent_id=${ids.talents.fresh}&active_status=2`)).toEqual([id]);

	const recovered = await client.send('POST', `/applications/${id}/recover`);
	expect(recovered.data).toEqual({ code: 0, msg: 'success', data: {} });
	expect(at(await get(id), 'application')).toMatchObject({
		active_status: 1,
		stage: { id: ids.stages.social.interview },
		termination_reason_list: [],
	});
	expect(at(await get(id), 'application')).not.toHaveProperty('termination_type');
	expect(outcome(await client.send('POST', `/applications/${id}/recover`, {}))).toEqual([400, 1002225]);
});

it.each([
	['unknown talent', { talent_id: '1' }, 1002102],
	['unknown job', { job_id: '1' }, 1002002],
	['unknown source', { resume_source_id: '1' }, 1002512],
	['type as text', { delivery_type: '1' }, 1002002],
	['cities as text', { application_preferred_city_code_list: 'CT_1' }, 1002002],
	['unknown field', { note: 'x' }, 1002002],
])('are refused: %s', async (_name, wrong, code) => {
	expect(outcome(await create({ ...wanted(), ...wrong }))).toEqual([400, code]);
});

it('are refused twice for one job, and beyond the limit of the company', async () => {
	const { jobs } = client.simulator.ids;
	client.simulator.company.applicationLimit = 2;
	expect(outcome(await create(wanted()))).toEqual([200, 0]);
	expect(outcome(await create(wanted()))).toEqual([400, 1002206]);
	expect(outcome(await create({ ...wanted(), job_id: jobs.backendEngineer }))).toEqual([200, 0]);
	expect(outcome(await create({ ...wanted(), job_id: jobs.graduateProgramme }))).toEqual([400, 1002511]);
});

it('tie a talent to an employee when they come from one', async () => {
	const { simulator } = client;
	const { resumeSources, jobs, users } = simulator.ids;
	const [first, second] = users;
	const move = { ...wanted(), resume_source_id: resumeSources.transfer };
	expect(outcome(await create(move))).toEqual(REFUSED);
	expect(outcome(await create({ ...move, user_id: 'ou_nobody' }))).toEqual([400, 1002224]);
	// An open id is no user id.
	expect(outcome(await create({ ...move, user_id: first }, '?user_id_type=user_id'))).toEqual(REFUSED);
	expect(outcome(await create({ ...move, user_id: first }))).toEqual([200, 0]);
	const other = { ...move, job_id: jobs.backendEngineer };
	expect(outcome(await create({ ...other, user_id: second }))).toEqual([400, 1002222]);
	const taken = { ...other, talent_id: simulator.company.addTalent('Ning Li').id, user_id: first };
	expect(outcome(await create(taken))).toEqual([400, 1002223]);
	expect(outcome(await create({ ...taken, user_id: 'x' }, '?user_id_type=open'))).toEqual(REFUSED);
});

it('are recovered only if nothing stands against it', async () => {
	const { company, ids } = client.simulator;
	const { terminated } = ids.applications;
	const recover = async (id: string) => outcome(await client.send('POST', `/applications/${id}/recover`));
	expect(await recover('1')).toEqual([400, 1002201]);
	expect(await recover(ids.applications.screening)).toEqual([400, 1002225]);

	const { talentId, jobId } = company.applications.get(terminated) ?? { talentId: '', jobId: '' };
	const talent = company.talents.get(talentId);
	if (talent) talent.lockedByApplicationId = '1';
	expect(await recover(terminated)).toEqual([400, 1002210]);
	if (talent) talent.lockedByApplicationId = undefined;
	await create({ talent_id: talentId, job_id: jobId });
	expect(await recover(terminated)).toEqual([400, 1002206]);

	const { onboarded } = ids.applications;
	const employed = company.applications.get(onboarded);
	if (employed) employed.termination = { type: 27, reasonIds: [] };
	expect(await recover(onboarded)).toEqual([400, 1002209]);
});

it('are listed as ids, filtered, in pages of at most two hundred', async () => {
	const { ids, company } = client.simulator;
	const more = client.simulator.addApplications(230);
	const pages = await client.pages('/applications?page_size=200');
	expect(pages.map((page) => page.length)).toEqual([200, company.applications.size - 200]);
	expect(outcome(await client.send('GET', '/applications?page_size=201'))).toEqual(REFUSED);

	expect(await listed(`process_id=${ids.stages.campus.processId}`)).toEqual([
		ids.applications.campusScreening,
	]);
	expect(await listed(`stage_id=${ids.stages.social.evaluation}`)).toEqual([ids.applications.evaluation]);
	expect(await listed(`job_id=${ids.jobs.recruiter}`)).toEqual([ids.applications.lockedElsewhere]);
	expect(await listed('active_status=2')).toEqual([ids.applications.terminated]);
	expect(await listed('active_status=3')).toHaveLength(company.applications.size);
	expect(await listed('lock_status=3')).toEqual([ids.applications.lockHolder]);
	expect(await listed('lock_status=2&lock_status=3')).toHaveLength(2);
	const last = company.applications.get(more.at(-1) ?? '')?.modifyTime ?? 0;
	expect(await listed(`update_start_time=${last}`)).toEqual(more.slice(-1));
	expect(await listed(`update_start_time=${last}&update_end_time=${last - 1}`)).toEqual([]);
});

it.each([
	'active_status=4',
	'lock_status=0',
	'lock_status=1&lock_status=9',
	'update_start_time=1618500278',
	'lock_status[]=1',
	'stage=1',
])('are not listed by %s', async (query) => {
	expect(outcome(await client.send('GET', `/applications?${query}`))).toEqual(REFUSED);
});

it('have details, as many as are asked for', async () => {
	const { ids } = client.simulator;
	const detail = async (id: string, query = '') =>
		at(await client.send('GET', `/applications/${id}/get_detail${query}`), 'application_detail');
	const { interview, approvedOffer, onboarded } = ids.applications;
	expect(Object.keys(await detail(interview))).toEqual(['basic_info']);
	expect(
		await detail(interview, '?options=with_job&options=with_talent&options=with_interview'),
	).toMatchObject({
		basic_info: { id: interview, onboard_status: 1, active_status: 1 },
		job: { id: ids.jobs.backendEngineer, name: 'Backend Engineer' },
		talent: { name: expect.any(String) },
		interview_aggregation: {
			interviews: [
				{ id: ids.interviews[0], begin_time: expect.stringMatching(/^\d{13}$/) },
				expect.anything(),
				expect.anything(),
			],
		},
	});
	// This page alone has the newer types of ids as its defaults.
	const family = async (query: string) => {
		const { offer } = await detail(approvedOffer, `?options=with_offer${query}`);
		return (offer as { offer_basic: { sequence: { id: string } } }).offer_basic.sequence.id;
	};
	expect(await family('')).toMatch(/-family$/);
	expect(await family('&job_family_id_type=people_admin_job_category_id')).toBe(ids.jobFamilies.active);
	expect(await detail(onboarded, '?options=with_employee')).toMatchObject({
		basic_info: { onboard_status: 2 },
		employee: { id: ids.onboarding.employee, onboard_time: expect.stringMatching(/^\d{13}$/) },
	});
	const wrong = await client.send('GET', `/applications/${interview}/get_detail?options=with_all`);
	expect(outcome(wrong)).toEqual(REFUSED);
	// The same mistake has a code on one page and none on the other.
	expect(outcome(await client.send('GET', '/applications/1/get_detail'))).toEqual([400, 1002201]);
	expect(outcome(await get('1'))).toEqual(REFUSED);
});

it('have interviews, which must be asked for by something', async () => {
	const { ids } = client.simulator;
	const path = `/interviews?application_id=${ids.applications.interview}`;
	const [items] = await client.pages(path);
	expect(items).toMatchObject(ids.interviews.map((id, round) => ({ id, round })));
	expect((await client.pages(`${path}&page_size=2`)).map((page) => page.length)).toEqual([2, 1]);
	expect(await client.pages('/interviews?application_id=1')).toEqual([[]]);
	const { begin_time: begin } = (items?.[1] ?? {}) as { begin_time: number };
	expect((await client.pages(`/interviews?start_time=${begin}&end_time=${begin}`)).flat()).toHaveLength(1);
	for (const query of ['', '?page_size=10', '?application_id=1&page_size=101', '?talent_id=1']) {
		expect(outcome(await client.send('GET', `/interviews${query}`))).toEqual(REFUSED);
	}
});
