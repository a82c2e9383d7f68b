/** The resource 'application' beyond its first two operations: what goes over the wire, what comes back. */
import type { INodeParameters } from 'n8n-workflow';
import { builtNodeUnder, fastClock } from '../n8nCore/fastClock';
import { byId, fromList, runNode } from '../n8nCore/run';
import { searchList } from '../n8nCore/panel';
import { startSimulator, type Simulator } from '../simulator';
import { hireRequests, terminate } from './calls';
import { EMPTY } from './empty';
import { outcomesOf, words } from './outcomes';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const LIST = 'GET /open-apis/hire/v1/applications';
const ONE = 'GET /open-apis/hire/v1/applications/:application_id';
const UNKNOWN = '6900000000000000001';
const ID = expect.stringMatching(/^\d{19}$/) as string;
/** By the clock of Shanghai. */
const ISO = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/) as string;
const TIME = expect.stringMatching(/^\d{13}$/) as string;

const run = async (operation: string, parameters: INodeParameters) =>
	await runNode(simulator, {
		node: 'feishuHireApplication',
		parameters: { resource: 'application', operation, simplify: false, ...parameters },
	});

const { itemsOf, refusalOf } = outcomesOf(run);

const talentOf = (applicationId: string) => {
	const talent = simulator.company.talents.get(
		simulator.company.applications.get(applicationId)?.talentId ?? '',
	);
	if (!talent) throw new Error(`Nobody applied with ${applicationId}`);
	return talent;
};

describe('Create', () => {
	const create = (more: INodeParameters = {}) => {
		const { talents, jobs } = simulator.ids;
		return {
			talentId: byId(talents.fresh),
			jobId: fromList(jobs.recruiter, 'Recruiter'),
			...more,
		};
	};

	test('sends every field, and gives the new ID', async () => {
		const { talents, jobs, resumeSources } = simulator.ids;
		const json = await itemsOf(
			'create',
			create({
				additionalFields: {
					resumeSourceId: byId(resumeSources.conversion),
					userId: '3f9a1c02',
					applicationPreferredCityCodeList: 'CN_1, CN_2',
					deliveryType: 2,
				},
				idTypes: { userIdType: 'user_id' },
			}),
		);
		expect(hireRequests(simulator)).toEqual([
			expect.objectContaining({
				method: 'POST',
				path: '/open-apis/hire/v1/applications',
				query: { user_id_type: 'user_id' },
				body: {
					talent_id: talents.fresh,
					job_id: jobs.recruiter,
					resume_source_id: resumeSources.conversion,
					user_id: '3f9a1c02',
					application_preferred_city_code_list: ['CN_1', 'CN_2'],
					delivery_type: 2,
				},
			}),
		]);
		expect(json).toEqual([{ id: ID }]);
		expect(simulator.company.applications.get(String(json[0]?.id))).toMatchObject({
			talentId: talents.fresh,
			preferredCityCodes: ['CN_1', 'CN_2'],
		});
	});

	test('sends no more than what is required', async () => {
		const { talents, jobs } = simulator.ids;
		await itemsOf('create', create());
		expect(hireRequests(simulator).map(({ query, body }) => [query, body])).toEqual([
			[{}, { talent_id: talents.fresh, job_id: jobs.recruiter }],
		]);
	});

	test('says that the candidate is unknown', async () => {
		expect(await refusalOf('create', create({ talentId: byId(UNKNOWN) }))).toEqual(
			words(/candidate does not exist/, /talent pool/),
		);
	});

	test('says that there is such an application already', async () => {
		await itemsOf('create', create());
		expect(await refusalOf('create', create())).toEqual(words(/already has an application/, /Get Many/));
	});

	test('says that the candidate may not apply again', async () => {
		simulator.company.applicationLimit = 0;
		expect(await refusalOf('create', create())).toEqual(words(/as many applications/, /候选人投递次数限制/));
	});

	test('says that the source is unknown', async () => {
		const parameters = create({ additionalFields: { resumeSourceId: byId(UNKNOWN) } });
		expect(await refusalOf('create', parameters)).toEqual(
			words(/resume source does not exist/, /not its name/),
		);
	});

	const transferred = (userId: string) =>
		create({
			additionalFields: { resumeSourceId: byId(simulator.ids.resumeSources.transfer), userId },
		});

	test('says that the employee is unknown', async () => {
		expect(await refusalOf('create', transferred('ou_00000000000000000000000000000000'))).toEqual(
			words(/employee does not exist/, /User ID Type/),
		);
	});

	test('says who is tied to whom', async () => {
		const [first = '', second = ''] = simulator.ids.users;
		const { company, ids } = simulator;
		const fresh = company.talents.get(ids.talents.fresh);
		const other = company.talents.get(ids.talents.withResumes);
		if (!fresh || !other) throw new Error('The company has lost its candidates');
		fresh.userId = first;
		other.userId = second;
		expect(await refusalOf('create', transferred(second))).toEqual(
			words(/candidate is tied to another employee/, /Check Employee against/),
		);
		fresh.userId = undefined;
		expect(await refusalOf('create', transferred(second))).toEqual(
			words(/employee is tied to another candidate/, /Check Employee\./),
		);
	});

	test('is not sent again when the answer is lost', async () => {
		simulator.fail({ kind: 'dropAfter', route: 'POST /open-apis/hire/v1/applications' });
		const { error } = await run('create', create());
		expect(error?.message).toMatch(/unknown|no answer|did not answer/i);
		expect(simulator.countOf('POST /open-apis/hire/v1/applications')).toBe(1);
	});
});

describe('Get', () => {
	test('simplified is one flat row', async () => {
		const { applications, jobs, stages } = simulator.ids;
		const json = await itemsOf('get', { applicationId: byId(applications.interview), simplify: true });
		expect(json).toEqual([
			{
				application_id: applications.interview,
				talent_id: talentOf(applications.interview).id,
				job_id: jobs.backendEngineer,
				job_title: 'Backend Engineer',
				stage_id: stages.social.interview,
				stage_name: '面试',
				stage_name_en: 'Interview',
				stage_type: 4,
				stage_type_name: 'Interview',
				active_status: 1,
				active_status_name: 'Active',
				delivery_type: 1,
				delivery_type_name: 'Sourced by HR',
				create_time: ISO,
				modify_time: ISO,
			},
		]);
	});

	test('names the source', async () => {
		const [applicationId = ''] = simulator.addApplications(1);
		const application = simulator.company.applications.get(applicationId);
		if (application) application.resumeSourceId = simulator.ids.resumeSources.referral;
		const json = await itemsOf('get', { applicationId: byId(applicationId), simplify: true });
		expect(json[0]).toHaveProperty('resume_source_name', '内推');
	});

	test('gives all of it, and takes the latest on the chain', async () => {
		const { applications, reasons } = simulator.ids;
		const json = await itemsOf('get', {
			applicationId: byId(applications.terminated),
			simplify: false,
			additionalFields: { options: ['get_latest_application_on_chain'] },
			idTypes: { userIdType: 'union_id' },
		});
		expect(hireRequests(simulator).map(({ path, query }) => [path, query])).toEqual([
			[
				`/open-apis/hire/v1/applications/${applications.terminated}`,
				{ options: 'get_latest_application_on_chain', user_id_type: 'union_id' },
			],
		]);
		expect(json[0]).toMatchObject({
			id: applications.terminated,
			stage: { zh_name: '面试', type: 4 },
			active_status: 2,
			termination_type: 27,
			termination_reason_list: reasons.other.slice(0, 1),
			stage_time_list: [{ enter_time: TIME }],
		});
	});

	test('says that there is no such application', async () => {
		expect(await refusalOf('get', { applicationId: byId(UNKNOWN) })).toEqual(
			words(/refuses a value/, /application exists/),
		);
	});
});

describe('Get Detail', () => {
	const all = ['with_job', 'with_talent', 'with_offer', 'with_employee'];

	test('simplified is a flat row of what was asked for', async () => {
		const { applications, jobs, onboarding } = simulator.ids;
		const json = await itemsOf('getDetail', {
			applicationId: byId(applications.onboarded),
			simplify: true,
			additionalFields: { options: all },
		});
		const { id, name } = talentOf(applications.onboarded);
		expect(json).toHaveLength(1);
		// The same number says two things: 2 of an application is what 1 is of an employee.
		expect(json[0]).toMatchObject({
			application_id: applications.onboarded,
			talent_id: id,
			candidate_name: name,
			job_id: jobs.backendEngineer,
			job_title: 'Backend Engineer',
			stage_name: '已入职',
			active_status_name: 'Active',
			onboard_status: 2,
			onboard_status_name: 'Onboarded',
			employee_id: onboarding.employee,
			employee_onboard_status: 1,
			employee_onboard_status_name: 'Onboarded',
		});
		expect(hireRequests(simulator).map(({ query }) => query)).toEqual([{ options: all }]);
	});

	test('names the state of the offer', async () => {
		const json = await itemsOf('getDetail', {
			applicationId: byId(simulator.ids.applications.approvedOffer),
			simplify: true,
			additionalFields: { options: ['with_offer'] },
		});
		expect(json[0]).toMatchObject({ offer_status: 4, offer_status_name: 'Approved' });
		expect(json[0]).not.toHaveProperty('candidate_name');
	});

	test('gives all of it, under the IDs that were asked for', async () => {
		const { applications, onboarding } = simulator.ids;
		const employee = simulator.company.employees.get(onboarding.employee);
		if (employee) employee.leaderId = simulator.ids.users[0];
		const json = await itemsOf('getDetail', {
			applicationId: byId(applications.onboarded),
			simplify: false,
			additionalFields: { options: ['with_employee'] },
			idTypes: { userIdType: 'user_id', departmentIdType: 'department_id' },
		});
		expect(hireRequests(simulator).map(({ query }) => query)).toEqual([
			{ options: 'with_employee', user_id_type: 'user_id', department_id_type: 'department_id' },
		]);
		expect(json[0]).toMatchObject({
			basic_info: { id: applications.onboarded, stage: { type: 7 } },
			employee: { id: onboarding.employee, leader_id: '3f9a1c00' },
		});
	});

	test('says that there is no such application', async () => {
		expect(await refusalOf('getDetail', { applicationId: byId(UNKNOWN) })).toEqual(
			words(/application does not exist/, /投递/),
		);
	});
});

describe('Get Many', () => {
	const inExam = () => ({ stageId: byId(simulator.ids.stages.social.exam) });

	test('limited to seven fetches one page of seven', async () => {
		simulator.addApplications(30, { stage: 'exam' });
		const json = await itemsOf('getAll', { limit: 7, filters: inExam() });
		expect(json).toEqual(Array.from({ length: 7 }, () => ({ application_id: ID })));
		expect(hireRequests(simulator).map(({ query }) => query)).toEqual([
			{ stage_id: simulator.ids.stages.social.exam, active_status: '1', page_size: '7' },
		]);
	});

	test('returns all, two hundred at a time, in order', async () => {
		const added = simulator.addApplications(450, { stage: 'exam' });
		const json = await itemsOf('getAll', { returnAll: true, filters: inExam() });
		expect(json.map(({ application_id: each }) => each)).toEqual(added);
		expect(simulator.requestsTo(LIST).map(({ query }) => query.page_size)).toEqual(['200', '200', '200']);
	});

	test('of nothing gives no items', async () => {
		expect(await itemsOf('getAll', { filters: inExam() })).toEqual([]);
		expect(await itemsOf('getAll', { fetchDetails: true, filters: inExam() })).toEqual([]);
		expect(simulator.countOf(ONE)).toBe(0);
	});

	test('sends every filter', async () => {
		const { stages, jobs, talents } = simulator.ids;
		await itemsOf('getAll', {
			activeStatus: '2',
			filters: {
				processId: byId(stages.social.processId),
				stageId: fromList(stages.social.interview, 'Interview'),
				talentId: byId(talents.fresh),
				jobId: fromList(jobs.recruiter, 'Recruiter'),
				lockStatus: [1, 3],
				updateStartTime: '2021-04-15T23:24:38',
				updateEndTime: '2031-04-15T23:24:38',
			},
		});
		expect(hireRequests(simulator).map(({ query }) => query)).toEqual([
			{
				process_id: stages.social.processId,
				stage_id: stages.social.interview,
				talent_id: talents.fresh,
				job_id: jobs.recruiter,
				active_status: '2',
				lock_status: ['1', '3'],
				// 15 April, 15:24:38 UTC: the workflow runs in Shanghai.
				update_start_time: '1618500278000',
				update_end_time: '1934033078000',
				page_size: '50',
			},
		]);
	});

	test('finds by state and lock', async () => {
		const { applications } = simulator.ids;
		const named = async (parameters: INodeParameters) =>
			(await itemsOf('getAll', { returnAll: true, ...parameters })).map(({ application_id: each }) => each);
		expect(await named({ activeStatus: '2' })).toEqual([applications.terminated]);
		expect(await named({ activeStatus: '={{ "非活跃" }}' })).toEqual([applications.terminated]);
		expect(await named({ filters: { lockStatus: [2] } })).toEqual([applications.lockedElsewhere]);
		expect(await named({ filters: { lockStatus: [3] } })).toEqual([applications.lockHolder]);
	});

	test('lists no application that has ended, unless it is asked to', async () => {
		const { terminated } = simulator.ids.applications;
		const listed = async (parameters: INodeParameters) =>
			(await itemsOf('getAll', { returnAll: true, ...parameters })).map(({ application_id: each }) => each);
		expect(await listed({})).not.toContain(terminated);
		expect(await listed({ activeStatus: '3' })).toContain(terminated);
		expect(simulator.requestsTo(LIST).map(({ query }) => query.active_status)).toContain('1');
	});

	test.each(EMPTY)('does not list all of them where the state is %s', async (_, cell) => {
		const { error } = await runNode(simulator, {
			node: 'feishuHireApplication',
			parameters: { resource: 'application', operation: 'getAll', activeStatus: '={{ $json.cell }}' },
			items: [{ json: { cell } }],
		});
		expect(error?.message).toBe("'Active Status' is missing [item 0]");
		expect(hireRequests(simulator)).toEqual([]);
	});

	test('fetches the details of each, simplified', async () => {
		simulator.settings.limits = false;
		const added = simulator.addApplications(120, { stage: 'exam' });
		// Two seconds and a half, by the limit of the route.
		const { json, error } = await runNode(simulator, {
			node: 'feishuHireApplication',
			type: await builtNodeUnder(fastClock(100), 'feishuHireApplication'),
			parameters: {
				resource: 'application',
				operation: 'getAll',
				returnAll: true,
				fetchDetails: true,
				filters: inExam(),
			},
		});
		expect(error).toBeUndefined();
		expect(json.map(({ application_id: id }) => id)).toEqual(added);
		expect(json[119]).toMatchObject({
			application_id: added[119],
			talent_id: talentOf(added[119] ?? '').id,
			job_id: simulator.ids.jobs.backendEngineer,
			stage_id: simulator.ids.stages.social.exam,
			stage_name: '笔试',
			active_status: 1,
			delivery_type: 1,
			create_time: ISO,
			modify_time: ISO,
		});
		expect(simulator.countOf(ONE)).toBe(120);
	});

	test('fetches the details of each, raw', async () => {
		simulator.addApplications(2, { stage: 'exam' });
		const json = await itemsOf('getAll', { fetchDetails: true, simplify: false, filters: inExam() });
		expect(json).toEqual([
			expect.objectContaining({ stage: expect.objectContaining({ zh_name: '笔试' }) as unknown }),
			expect.objectContaining({ stage: expect.objectContaining({ zh_name: '笔试' }) as unknown }),
		]);
	});

	test('fails where the details of one cannot be had', async () => {
		simulator.addApplications(3, { stage: 'exam' });
		simulator.fail({ kind: 'code', route: ONE, after: 1, times: 1, http: 400, code: 1002002, msg: 'gone' });
		expect(await refusalOf('getAll', { fetchDetails: true, filters: inExam() })).toEqual(
			words(/refuses a value/, /application exists/),
		);
	});
});

describe('Recover', () => {
	const path = 'POST /open-apis/hire/v1/applications/:application_id/recover';
	const recover = (applicationId: string) => ({ applicationId: byId(applicationId) });

	test('brings a terminated application back', async () => {
		const { terminated } = simulator.ids.applications;
		expect(await itemsOf('recover', recover(terminated))).toEqual([
			{ success: true, application_id: terminated },
		]);
		expect(hireRequests(simulator).map(({ route, body }) => [route, body])).toEqual([[path, {}]]);
		expect(simulator.company.applications.get(terminated)?.termination).toBeUndefined();
	});

	test('whose answer was lost is found done', async () => {
		const { terminated } = simulator.ids.applications;
		simulator.fail({ kind: 'dropAfter', route: path, times: 1 });
		expect(await itemsOf('recover', recover(terminated))).toEqual([
			{ success: true, application_id: terminated },
		]);
		expect(simulator.countOf(path)).toBe(2);
	});

	test('says why it cannot', async () => {
		const { applications } = simulator.ids;
		expect(await refusalOf('recover', recover(UNKNOWN))).toEqual(words(/does not exist/, /投递/));
		expect(await refusalOf('recover', recover(applications.interview))).toEqual(
			words(/not terminated/, /Leave it out/),
		);
		const { company } = simulator;
		const ended = company.applications.get(applications.terminated);
		if (!ended) throw new Error('The company has lost its applications');
		const again = company.addApplication({ ...ended, termination: undefined });
		expect(await refusalOf('recover', recover(ended.id))).toEqual(words(/similar application/, /terminate/));
		company.applications.delete(again.id);
		talentOf(ended.id).lockedByApplicationId = applications.lockHolder;
		expect(await refusalOf('recover', recover(ended.id))).toEqual(words(/locked/, /Release the lock/));
		company.addEmployee({
			applicationId: ended.id,
			employed: true,
			converted: false,
			onboardTime: 1,
			expectedConversionTime: 0,
		});
		expect(await refusalOf('recover', recover(ended.id))).toEqual(words(/onboarded already/, /new one/));
	});

	test('undoes Terminate', async () => {
		const [applicationId = ''] = simulator.addApplications(1);
		await runNode(simulator, terminate(applicationId));
		await itemsOf('recover', recover(applicationId));
		expect(simulator.company.applications.get(applicationId)?.termination).toBeUndefined();
	});
});

describe('Get Termination Reasons', () => {
	test('limited to seven fetches one page of seven', async () => {
		const json = await itemsOf('getTerminationReasons', { limit: 7 });
		expect(json).toHaveLength(7);
		expect(json[0]).toMatchObject({ id: ID, name: { zh_cn: expect.any(String) as string } });
		expect(hireRequests(simulator).map(({ query }) => query)).toEqual([{ page_size: '7' }]);
	});

	test('returns all, two hundred at a time, those out of use too', async () => {
		const json = await itemsOf('getTerminationReasons', { returnAll: true });
		expect(json).toHaveLength(230);
		expect(json.filter(({ active_status: status }) => status === 2)).toHaveLength(10);
		expect(hireRequests(simulator).map(({ query }) => query.page_size)).toEqual(['200', '200']);
	});
});

describe('Get Interviews', () => {
	const path = 'GET /open-apis/hire/v1/interviews';

	test('of an application, simplified', async () => {
		const { applications, interviews, users } = simulator.ids;
		const json = await itemsOf('getInterviews', {
			applicationId: byId(applications.interview),
			simplify: true,
		});
		expect(json.map(({ interview_id: id }) => id)).toEqual(interviews);
		const interview = simulator.company.interviews.get(interviews[0] ?? '');
		const shanghai = (at = 0) => new Date(at + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
		expect(json[0]).toMatchObject({
			interview_id: interviews[0],
			application_id: applications.interview,
			stage_name: '面试',
			begin_time: shanghai(interview?.beginTime),
			end_time: shanghai(interview?.endTime),
			round: 0,
			interview_type: 3,
			interview_type_name: 'By Video',
			interview_round_summary: 4,
			interview_round_summary_name: 'All Passed',
			interviewer_ids: users[0],
			feedback_submit_time: shanghai(interview?.endTime),
		});
		expect(hireRequests(simulator).map(({ query }) => query)).toEqual([
			{ application_id: applications.interview, page_size: '50' },
		]);
	});

	test('of a period, raw, with every field', async () => {
		const { applications, interviews } = simulator.ids;
		const first = simulator.company.interviews.get(interviews[0] ?? '');
		const json = await itemsOf('getInterviews', {
			returnAll: true,
			simplify: false,
			filters: {
				interviewId: byId(interviews[0] ?? ''),
				startTime: first?.beginTime ?? 0,
				endTime: String(first?.beginTime),
			},
			idTypes: { userIdType: 'user_id', jobLevelIdType: 'job_level_id' },
		});
		expect(hireRequests(simulator).map(({ query }) => query)).toEqual([
			{
				interview_id: interviews[0],
				start_time: String(first?.beginTime),
				end_time: String(first?.beginTime),
				user_id_type: 'user_id',
				job_level_id_type: 'job_level_id',
				page_size: '100',
			},
		]);
		expect(json).toEqual([
			expect.objectContaining({
				id: interviews[0],
				application_id: applications.interview,
				interview_record_list: [expect.objectContaining({ user_id: '3f9a1c00' })],
			}),
		]);
	});

	test('limited to seven fetches one page; all are fetched page by page', async () => {
		const { company, ids } = simulator;
		const model = company.interviews.get(ids.interviews[0] ?? '');
		if (!model) throw new Error('The company has lost its interviews');
		const [applicationId = ''] = simulator.addApplications(1);
		const added = Array.from({ length: 130 }, () => company.addInterview({ ...model, applicationId }).id);
		const limited = await itemsOf('getInterviews', { applicationId: byId(applicationId), limit: 7 });
		expect(limited.map(({ id }) => id)).toEqual(added.slice(0, 7));
		expect(simulator.requestsTo(path).map(({ query }) => query.page_size)).toEqual(['7']);
		const all = await itemsOf('getInterviews', { applicationId: byId(applicationId), returnAll: true });
		expect(all.map(({ id }) => id)).toEqual(added);
		expect(simulator.requestsTo(path).map(({ query }) => query.page_size)).toEqual(['7', '100', '100']);
	});

	test('of an application without any gives no items', async () => {
		const { screening } = simulator.ids.applications;
		expect(await itemsOf('getInterviews', { applicationId: byId(screening) })).toEqual([]);
	});

	test('asks which ones, before anything is sent', async () => {
		expect(await refusalOf('getInterviews', { applicationId: byId('') })).toEqual(
			words(/which interviews/, /Fill in 'Application'/),
		);
		expect(hireRequests(simulator)).toEqual([]);
	});
});

describe('the picker of jobs', () => {
	const jobs = async (filter?: string) =>
		(
			await searchList(
				simulator,
				{
					node: 'feishuHireApplication',
					parameters: { resource: 'application', operation: 'create' },
					method: 'searchJobs',
					parameter: 'jobId',
				},
				filter,
			)
		).results;

	test('has the jobs of all pages, with their numbers', async () => {
		const found = await jobs();
		// Three jobs, and ten titles in two grades.
		expect(found).toHaveLength(23);
		expect(found.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^Recruiter \(A\d{6}\)$/));
		expect(hireRequests(simulator).map(({ query }) => query.page_size)).toEqual(['20', '20']);
	});

	test('finds by words', async () => {
		expect((await jobs('backend')).map(({ value }) => value)).toEqual([simulator.ids.jobs.backendEngineer]);
	});
});
