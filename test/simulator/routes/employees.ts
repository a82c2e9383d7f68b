import type { Company } from '../company/company';
import { StageType } from '../company/records';
import type { Application, Employee } from '../company/records';
import { ADMIN_DEPARTMENTS, ALL_KINDS, idTypes } from '../idTypes';
import type { IdTypeQuery, IdTypes } from '../idTypes';
import { Refusal, invalidParameter } from '../refusal';
import { json, optionalJson, route } from '../route';
import { id, milliseconds, object, oneOf, text } from '../schema';
import { endApplication } from './applications';

interface OnboardBody {
	actual_onboard_time?: number;
	expected_conversion_time?: number;
	job_requirement_id?: string;
	operator_id?: string;
	onboard_city_code?: string;
	department?: string;
	leader?: string;
	sequence?: string;
	level?: string;
	employee_type?: string;
}

interface CancelBody {
	termination_type: 1 | 22 | 27;
	termination_reason_id_list?: string[];
	termination_reason_notes?: string;
}

interface ChangeBody {
	operation: 1 | 2 | 3 | 4 | 5;
	conversion_info?: { actual_conversion_time?: number };
	overboard_info?: { actual_overboard_time?: number; overboard_note?: string };
}

const idTypeKeys = idTypes(ALL_KINDS, ADMIN_DEPARTMENTS);
const usualLimits = [
	{ requests: 1000, perSeconds: 60 },
	{ requests: 50, perSeconds: 1 },
];
const reading = ['hire:employee:readonly', 'hire:employee'];

/** Times that are not known yet are left out. */
export function presentEmployee(
	company: Company,
	employee: Employee,
	types: IdTypes,
): Record<string, unknown> {
	const { user, department, jobFamily, jobLevel, employeeType } = company.directories;
	return {
		id: employee.id,
		application_id: employee.applicationId,
		onboard_status: employee.employed ? 1 : 2,
		conversion_status: employee.converted ? 2 : 1,
		onboard_time: employee.onboardTime,
		expected_conversion_time: employee.expectedConversionTime,
		actual_conversion_time: employee.conversionTime,
		overboard_time: employee.leaveTime,
		overboard_note: employee.leaveNote,
		onboard_city_code: employee.cityCode,
		department: department.write(employee.departmentId, types.department),
		leader: user.write(employee.leaderId, types.user),
		sequence: jobFamily.write(employee.familyId, types.jobFamily),
		level: jobLevel.write(employee.levelId, types.jobLevel),
		employee_type: employeeType.write(employee.employeeTypeId, types.employeeType),
		job_requirement_id: employee.jobRequirementId,
	};
}

function employeeFrom(
	company: Company,
	application: Application,
	body: OnboardBody,
	types: IdTypes,
	now: number,
): Omit<Employee, 'id'> {
	const { user, department, jobFamily, jobLevel, employeeType } = company.directories;
	if (body.operator_id) user.read(body.operator_id, types.user, 'operator_id');
	return {
		applicationId: application.id,
		employed: true,
		converted: false,
		onboardTime: body.actual_onboard_time ?? now,
		expectedConversionTime: body.expected_conversion_time ?? 0,
		cityCode: body.onboard_city_code,
		departmentId: body.department && department.read(body.department, types.department, 'department'),
		leaderId: body.leader && user.read(body.leader, types.user, 'leader'),
		familyId: body.sequence && jobFamily.read(body.sequence, types.jobFamily, 'sequence'),
		levelId: body.level && jobLevel.read(body.level, types.jobLevel, 'level'),
		employeeTypeId:
			body.employee_type && employeeType.read(body.employee_type, types.employeeType, 'employee_type'),
		jobRequirementId: body.job_requirement_id,
	};
}

function refuseOnboarding(company: Company, application: Application | undefined): asserts application {
	if (!application) throw new Refusal(404, 1002901, 'application does not exist');
	if (!company.switches.ehrSync) throw new Refusal(500, 1002908, 'the switch for e-HR sync is off');
	const stage = company.stageTypeOf(application);
	if (stage === StageType.onboarded) throw new Refusal(400, 1002904, 'the employee is onboarded already');
	const holder = company.talents.get(application.talentId)?.lockedByApplicationId;
	if (holder !== undefined && holder !== application.id) {
		throw new Refusal(500, 1002210, 'the talent is locked in another application');
	}
	// An ended application is assumed to be refused in the same words as one at another stage.
	if (application.termination || stage !== StageType.pendingOnboarding) {
		throw new Refusal(400, 1002902, 'the current stage does not allow this');
	}
}

function stageOf(company: Company, application: Application, type: StageType): string {
	const process = company.stage(application.stageId)?.process;
	const found = process?.stages.find((stage) => stage.type === type);
	if (!found) throw new Refusal(400, 1002902, 'the process of the application has no such stage');
	return found.id;
}

function timeOf(given: number | undefined, employee: Employee, now: number): number {
	const time = given ?? now;
	if (time > now || time < employee.onboardTime) throw new Refusal(400, 1002905, 'illegal time');
	return time;
}

const wrongState = () => new Refusal(400, 1002902, 'the state of the employee does not allow this');

/** What each operation asks of the employee is assumed from its name. */
function change(company: Company, employee: Employee, body: ChangeBody, now: number): void {
	const { employed, converted } = employee;
	switch (body.operation) {
		case 1:
			if (!body.conversion_info) throw invalidParameter('conversion_info is required for operation 1');
			if (!employed || converted) throw wrongState();
			employee.conversionTime = timeOf(body.conversion_info.actual_conversion_time, employee, now);
			employee.converted = true;
			break;
		case 2:
			if (!body.overboard_info) throw invalidParameter('overboard_info is required for operation 2');
			if (!employed) throw wrongState();
			employee.leaveTime = timeOf(body.overboard_info.actual_overboard_time, employee, now);
			employee.leaveNote = body.overboard_info.overboard_note;
			employee.employed = false;
			break;
		case 3: {
			if (!employed) throw wrongState();
			const application = company.applications.get(employee.applicationId);
			if (!application) throw wrongState();
			company.moveTo(application, stageOf(company, application, StageType.pendingOnboarding), now);
			// There is no status for someone who is yet to come: the employee is assumed to be gone.
			company.employees.delete(employee.id);
			break;
		}
		case 4:
			if (employed) throw new Refusal(400, 1002907, 'the employee has not left');
			employee.employed = true;
			employee.leaveTime = undefined;
			employee.leaveNote = undefined;
			break;
		case 5:
			if (!employed || !converted) throw wrongState();
			employee.converted = false;
			employee.conversionTime = undefined;
	}
}

export const employeeRoutes = [
	route<IdTypeQuery, OnboardBody>()({
		name: 'POST /open-apis/hire/v1/applications/:application_id/transfer_onboard',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:application'],
		successMessage: 'ok',
		query: object({}, idTypeKeys.keys),
		body: optionalJson(
			object(
				{},
				{
					actual_onboard_time: milliseconds,
					expected_conversion_time: milliseconds,
					job_requirement_id: text,
					operator_id: text,
					onboard_city_code: text,
					department: text,
					leader: text,
					sequence: text,
					level: text,
					employee_type: text,
				},
			),
		),
		handle({ params, query, body, company, now, applied }) {
			const application = company.applications.get(params.application_id);
			refuseOnboarding(company, application);
			const types = idTypeKeys.of(query);
			const record = employeeFrom(company, application, body, types, now);
			const { onboardTime, expectedConversionTime } = record;
			if (onboardTime > now || (expectedConversionTime > 0 && expectedConversionTime < onboardTime)) {
				throw new Refusal(400, 1002905, 'illegal time');
			}
			company.moveTo(application, stageOf(company, application, StageType.onboarded), now);
			const employee = company.addEmployee(record);
			applied(employee.id);
			return { employee: presentEmployee(company, employee, types) };
		},
	}),

	route<unknown, CancelBody>()({
		name: 'POST /open-apis/hire/v1/applications/:application_id/cancel_onboard',
		limits: [{ requests: 10, perSeconds: 1 }],
		scopes: ['hire:application'],
		body: json(
			object(
				{ termination_type: oneOf(1, 22, 27) },
				{ termination_reason_id_list: { type: 'array', items: id }, termination_reason_notes: text },
			),
		),
		handle({ params, body, company, now, applied }) {
			const application = company.applications.get(params.application_id);
			// The page has no code for an unknown application, nor for one at another stage.
			if (!application) throw invalidParameter('application does not exist');
			if (!application.termination) {
				if (company.stageTypeOf(application) !== StageType.pendingOnboarding) {
					throw invalidParameter('the application does not wait for onboarding');
				}
				if (application.inPeople) {
					throw new Refusal(400, 1002910, 'onboarding of this candidate goes on in Feishu People');
				}
			}
			endApplication(
				company,
				application,
				{
					type: body.termination_type,
					reasonIds: body.termination_reason_id_list ?? [],
					note: body.termination_reason_notes,
				},
				now,
			);
			applied(application.id);
			return undefined;
		},
	}),

	route<IdTypeQuery & { application_id: string }>()({
		name: 'GET /open-apis/hire/v1/employees/get_by_application',
		limits: usualLimits,
		scopes: reading,
		successMessage: 'ok',
		query: object({ application_id: id }, idTypeKeys.keys),
		handle({ query, company }) {
			const employee = company.employeeOf(query.application_id);
			if (!employee) throw new Refusal(400, 1002903, 'employee does not exist');
			const shown = presentEmployee(company, employee, idTypeKeys.of(query));
			return { employee: { ...shown, external_employment_id: employee.employmentId } };
		},
	}),

	route<IdTypeQuery>()({
		name: 'GET /open-apis/hire/v1/employees/:employee_id',
		limits: usualLimits,
		scopes: reading,
		successMessage: 'ok',
		query: object({}, idTypeKeys.keys),
		handle({ params, query, company }) {
			const employee = company.employees.get(params.employee_id);
			// Unlike the two pages beside it, this one has no code for an unknown employee.
			if (!employee) throw invalidParameter('employee does not exist');
			return { employee: presentEmployee(company, employee, idTypeKeys.of(query)) };
		},
	}),

	route<IdTypeQuery, ChangeBody>()({
		name: 'PATCH /open-apis/hire/v1/employees/:employee_id',
		limits: usualLimits,
		scopes: ['hire:employee'],
		successMessage: 'ok',
		query: object({}, idTypeKeys.keys),
		body: json(
			object(
				{ operation: oneOf(1, 2, 3, 4, 5) },
				{
					conversion_info: object({}, { actual_conversion_time: milliseconds }),
					overboard_info: object({}, { actual_overboard_time: milliseconds, overboard_note: text }),
				},
			),
		),
		handle({ params, query, body, company, now, applied }) {
			const employee = company.employees.get(params.employee_id);
			if (!employee) throw new Refusal(400, 1002903, 'employee does not exist');
			// The page on onboarding has the same code with HTTP status 500.
			if (!company.switches.ehrSync) throw new Refusal(400, 1002908, 'the switch for e-HR sync is off');
			if (company.applications.get(employee.applicationId)?.inPeople) {
				throw new Refusal(400, 1002910, 'this employee is kept in Feishu People');
			}
			change(company, employee, body, now);
			applied(employee.id);
			return { employee: presentEmployee(company, employee, idTypeKeys.of(query)) };
		},
	}),
];
