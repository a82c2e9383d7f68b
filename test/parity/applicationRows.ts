/** The rows of the Application node's further operations. */
import { byId, fromList } from '../n8nCore/run';
import type { NamedIds } from '../simulator';
import type { Row } from './rows';

const idTypes = {
	userIdType: 'user_id',
	departmentIdType: 'department_id',
	jobLevelIdType: 'job_level_id',
	jobFamilyIdType: 'job_family_id',
	employeeTypeIdType: 'employee_type_enum_id',
};
const idTypeParams = {
	user_id_type: 'user_id',
	department_id_type: 'department_id',
	job_level_id_type: 'job_level_id',
	job_family_id_type: 'job_family_id',
	employee_type_id_type: 'employee_type_enum_id',
} as const;

export const applicationRows = (ids: NamedIds): Row[] => [
	...recruitingRows(ids),
	...listRows(ids),
	...onboardingRows(ids),
];

const recruitingRows = ({ applications, jobs, talents, resumeSources }: NamedIds): Row[] => [
	{
		title: 'application.create',
		given: 'everything',
		parameters: {
			talentId: byId(talents.fresh),
			jobId: fromList(jobs.backendEngineer, 'Backend Engineer'),
			additionalFields: {
				resumeSourceId: byId(resumeSources.transfer),
				userId: '3f9a1c02',
				applicationPreferredCityCodeList: 'CN_1, CN_2',
				deliveryType: 1,
			},
			idTypes: { userIdType: 'user_id' },
		},
		vendor: [
			(client) =>
				client.hire.v1.application.create({
					params: { user_id_type: 'user_id' },
					data: {
						talent_id: talents.fresh,
						job_id: jobs.backendEngineer,
						resume_source_id: resumeSources.transfer,
						user_id: '3f9a1c02',
						application_preferred_city_code_list: ['CN_1', 'CN_2'],
						delivery_type: 1,
					},
				}),
		],
	},
	{
		title: 'application.get',
		given: 'everything',
		parameters: {
			applicationId: byId(applications.interview),
			additionalFields: { options: ['get_latest_application_on_chain'] },
			idTypes: { userIdType: 'union_id' },
		},
		vendor: [
			(client) =>
				client.hire.v1.application.get({
					path: { application_id: applications.interview },
					params: { options: ['get_latest_application_on_chain'], user_id_type: 'union_id' },
				}),
		],
	},
	{
		title: 'application.getDetail',
		given: 'everything',
		parameters: {
			applicationId: byId(applications.onboarded),
			additionalFields: { options: ['with_job', 'with_talent', 'with_employee'] },
			idTypes,
		},
		vendor: [
			(client) =>
				client.hire.v1.application.getDetail({
					path: { application_id: applications.onboarded },
					params: { options: ['with_job', 'with_talent', 'with_employee'], ...idTypeParams },
				}),
		],
	},
	{
		title: 'application.recover',
		given: 'everything',
		parameters: { applicationId: byId(applications.terminated) },
		vendor: [
			(client) => client.hire.v1.application.recover({ path: { application_id: applications.terminated } }),
		],
	},
];

const listRows = ({ applications, jobs, stages, interviews }: NamedIds): Row[] => [
	{
		title: 'application.getAll',
		given: 'every filter',
		parameters: {
			returnAll: true,
			activeStatus: '2',
			filters: {
				processId: byId(stages.social.processId),
				stageId: fromList(stages.social.interview, 'Interview'),
				talentId: byId('6891560630172518670'),
				jobId: byId(jobs.backendEngineer),
				lockStatus: [1, 3],
				updateStartTime: '1618500278663',
				updateEndTime: '2021-04-15T23:24:38.664+08:00',
			},
		},
		vendor: [
			(client) =>
				client.hire.v1.application.list({
					params: {
						process_id: stages.social.processId,
						stage_id: stages.social.interview,
						talent_id: '6891560630172518670',
						job_id: jobs.backendEngineer,
						active_status: '2',
						lock_status: [1, 3],
						update_start_time: '1618500278663',
						update_end_time: '1618500278664',
						page_size: 200,
					},
				}),
		],
	},
	{
		title: 'application.getAll',
		given: 'the details of one',
		parameters: { fetchDetails: true, limit: 1, filters: { stageId: byId(stages.social.evaluation) } },
		vendor: [
			(client) =>
				client.hire.v1.application.list({
					params: { stage_id: stages.social.evaluation, active_status: '1', page_size: 1 },
				}),
			(client) => client.hire.v1.application.get({ path: { application_id: applications.evaluation } }),
		],
	},
	{
		title: 'application.getTerminationReasons',
		given: 'the first seven',
		parameters: { limit: 7 },
		vendor: [(client) => client.hire.v1.terminationReason.list({ params: { page_size: 7 } })],
	},
	{
		title: 'application.getInterviews',
		given: 'everything',
		parameters: {
			returnAll: true,
			applicationId: byId(applications.interview),
			filters: {
				interviewId: byId(interviews[0] ?? ''),
				startTime: '1609489908000',
				endTime: '1810489908000',
			},
			idTypes: { userIdType: 'user_id', jobLevelIdType: 'job_level_id' },
		},
		vendor: [
			(client) =>
				client.hire.v1.interview.list({
					params: {
						application_id: applications.interview,
						interview_id: interviews[0] ?? '',
						start_time: '1609489908000',
						end_time: '1810489908000',
						user_id_type: 'user_id',
						job_level_id_type: 'job_level_id',
						page_size: 100,
					},
				}),
		],
	},
];

const onboardingRows = ({ applications, onboarding, reasons }: NamedIds): Row[] => [
	{
		title: 'onboarding.transferOnboard',
		given: 'everything',
		parameters: {
			applicationId: byId(applications.pendingOnboarding),
			additionalFields: {
				actualOnboardTime: '1616428800000',
				expectedConversionTime: '2021-06-23T00:00:00',
				jobRequirementId: byId('6960663240925956402'),
				operatorId: '3f9a1c00',
				onboardCityCode: 'CT_2',
				department: 'D001',
				leader: '3f9a1c01',
				sequence: '7006234385490345986',
				level: '6937934036379650311',
				employeeType: '1',
			},
			idTypes,
		},
		vendor: [
			(client) =>
				client.hire.v1.application.transferOnboard({
					path: { application_id: applications.pendingOnboarding },
					params: idTypeParams,
					data: {
						actual_onboard_time: 1_616_428_800_000,
						expected_conversion_time: 1_624_377_600_000,
						job_requirement_id: '6960663240925956402',
						operator_id: '3f9a1c00',
						onboard_city_code: 'CT_2',
						department: 'D001',
						leader: '3f9a1c01',
						sequence: '7006234385490345986',
						level: '6937934036379650311',
						employee_type: '1',
					},
				}),
		],
	},
	{
		title: 'onboarding.cancelOnboard',
		given: 'everything',
		parameters: {
			applicationId: byId(applications.pendingOnboarding),
			terminationType: 22,
			additionalFields: {
				terminationReasonIdList: reasons.candidateDeclined.slice(0, 1),
				terminationReasonNotes: '候选人经历不匹配',
			},
		},
		vendor: [
			(client) =>
				client.hire.v1.application.cancelOnboard({
					path: { application_id: applications.pendingOnboarding },
					data: {
						termination_type: 22,
						termination_reason_id_list: reasons.candidateDeclined.slice(0, 1),
						termination_reason_notes: '候选人经历不匹配',
					},
				}),
		],
	},
	{
		title: 'onboarding.getEmployee',
		given: 'everything',
		parameters: { employeeId: byId(onboarding.employee), idTypes },
		vendor: [
			(client) =>
				client.hire.v1.employee.get({ path: { employee_id: onboarding.employee }, params: idTypeParams }),
		],
	},
	{
		title: 'onboarding.getEmployeeByApplication',
		given: 'everything',
		parameters: { applicationId: byId(applications.onboarded), idTypes },
		vendor: [
			(client) =>
				client.hire.v1.employee.getByApplication({
					params: { application_id: applications.onboarded, ...idTypeParams },
				}),
		],
	},
	{
		title: 'onboarding.updateEmployee',
		given: 'a conversion',
		parameters: {
			employeeId: byId(onboarding.employee),
			employeeOperation: 1,
			actualConversionTime: '2025-09-01T00:00:00',
			idTypes,
		},
		vendor: [
			(client) =>
				client.hire.v1.employee.patch({
					path: { employee_id: onboarding.employee },
					params: idTypeParams,
					data: { operation: 1, conversion_info: { actual_conversion_time: 1_756_656_000_000 } },
				}),
		],
	},
	{
		title: 'onboarding.updateEmployee',
		given: 'a departure',
		parameters: {
			employeeId: byId(onboarding.employee),
			employeeOperation: 2,
			actualOverboardTime: '2025-09-01T00:00:00',
			overboardNote: '职业发展考虑',
		},
		vendor: [
			(client) =>
				client.hire.v1.employee.patch({
					path: { employee_id: onboarding.employee },
					data: {
						operation: 2,
						overboard_info: { actual_overboard_time: 1_756_656_000_000, overboard_note: '职业发展考虑' },
					},
				}),
		],
	},
];
