import type { Company } from '../company/company';
import { StageType, TerminationType } from '../company/records';
import type { Application, JobProcess, Stage } from '../company/records';
import { idTypes } from '../idTypes';
import type { IdTypeQuery } from '../idTypes';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { Refusal, invalidParameter } from '../refusal';
import { json, optionalJson, route } from '../route';
import { id, ids, list, millisecondsText, object, oneOf, paging, someOf, text } from '../schema';
import { changedWithin, inListOrder } from '../updated';
import type { PeriodQuery } from '../updated';
import { nameOf } from './interviews';

interface TransferBody {
	stage_id: string;
}

interface TerminateBody {
	termination_type: TerminationType;
	termination_reason_list?: string[];
	termination_reason_note?: string;
}

interface CreateBody {
	talent_id: string;
	job_id: string;
	user_id?: string;
	resume_source_id?: string;
	application_preferred_city_code_list?: string[];
	delivery_type?: 1 | 2;
}

interface ListQuery extends PageQuery, PeriodQuery {
	process_id?: string;
	stage_id?: string;
	talent_id?: string;
	job_id?: string;
	active_status?: '1' | '2' | '3';
	lock_status?: string | string[];
}

type Termination = NonNullable<Application['termination']>;

const usualLimits = [
	{ requests: 1000, perSeconds: 60 },
	{ requests: 50, perSeconds: 1 },
];
const reading = ['hire:application', 'hire:application:readonly'];
const userType = idTypes(['user']);
/** Of staff who move to another job, and of interns who stay. */
const STAFF_SOURCES = [10008, 10009];

/** Ends it, or says why it can not be ended. */
export function endApplication(
	company: Company,
	application: Application,
	termination: Termination,
	now: number,
): void {
	for (const reasonId of termination.reasonIds) {
		const reason = company.reasons.get(reasonId);
		if (!reason) throw invalidParameter(`termination reason ${reasonId} does not exist`);
		// Assumed from each reason having a type: one of another type is refused. Inactive ones are taken.
		if (reason.type !== termination.type) {
			throw invalidParameter(`termination reason ${reasonId} is of type ${reason.type}`);
		}
	}
	if (application.termination) throw new Refusal(400, 1002221, 'the application is terminated already');
	application.termination = termination;
	application.modifyTime = now;
}

function lockOf(company: Company, application: Application): '1' | '2' | '3' {
	const holder = company.talents.get(application.talentId)?.lockedByApplicationId;
	if (holder === undefined) return '1';
	return holder === application.id ? '3' : '2';
}

function hasActiveOn(company: Company, talentId: string, jobId: string): boolean {
	return company
		.applicationsOf(talentId)
		.some((application) => application.jobId === jobId && !application.termination);
}

/** Ties the talent to the employee whom some sources ask for. */
function bindEmployee(company: Company, body: CreateBody, type: string): void {
	const { user_id: given, talent_id: talentId } = body;
	if (!given) throw invalidParameter('user_id is required for this resume source');
	const { user } = company.directories;
	const userId = user.read(given, type, 'user_id');
	if (!user.find(userId)) throw new Refusal(400, 1002224, 'employee does not exist');
	const talent = company.talents.get(talentId);
	if (!talent) return;
	if (talent.userId !== undefined && talent.userId !== userId) {
		throw new Refusal(400, 1002222, 'the talent is tied to another employee');
	}
	for (const other of company.talents.values()) {
		if (other.id !== talentId && other.userId === userId) {
			throw new Refusal(400, 1002223, 'the employee is tied to another talent');
		}
	}
	talent.userId = userId;
}

function firstStageOf(company: Company, jobId: string): string {
	const job = company.jobs.get(jobId);
	const [stage] = (job && company.processes.get(job.processId)?.stages) ?? [];
	// The page has no code for an unknown job.
	if (!stage) throw invalidParameter(`job ${jobId} does not exist`);
	return stage.id;
}

function refuseRecovery(company: Company, application: Application): void {
	if (!application.termination) throw new Refusal(400, 1002225, 'the application is not terminated');
	if (company.isEmployed(application.talentId)) throw new Refusal(400, 1002209, 'the talent is onboarded');
	if (lockOf(company, application) === '2') {
		throw new Refusal(400, 1002210, 'the talent is locked in another application');
	}
	if (hasActiveOn(company, application.talentId, application.jobId)) {
		throw new Refusal(400, 1002206, 'there is a similar application');
	}
}

const time = (at: number | undefined) => (at === undefined ? undefined : String(at));

/** What both ways of reading an application have in common. */
export function presentApplication(company: Company, application: Application): Record<string, unknown> {
	const stage = company.stage(application.stageId)?.stage;
	const source = company.resumeSources.get(application.resumeSourceId ?? '');
	return {
		id: application.id,
		job_id: application.jobId,
		talent_id: application.talentId,
		stage: stage && { id: stage.id, zh_name: stage.zhName, en_name: stage.enName, type: stage.type },
		active_status: application.termination ? 2 : 1,
		delivery_type: application.deliveryType ?? 1,
		resume_source_info: source && {
			id: source.id,
			name: nameOf(source),
			resume_source_type: source.type,
		},
		talent_attachment_resume_id: company.talents.get(application.talentId)?.resumeIds?.[0],
		create_time: time(application.createTime),
		modify_time: time(application.modifyTime),
		stage_time_list: (application.stageTimes ?? []).map(({ stageId, enter, exit }) => ({
			stage_id: stageId,
			enter_time: time(enter),
			exit_time: time(exit),
		})),
		application_preferred_city_list: (application.preferredCityCodes ?? []).map((code) => ({ code })),
	};
}

function refuseToLeave(company: Company, application: Application): void {
	// The page speaks of the onboarded stage only; a terminated application is assumed to stay put as well.
	if (application.termination || company.stageTypeOf(application) === StageType.onboarded) {
		throw new Refusal(400, 1002220, 'this application can not leave its current stage');
	}
	const holder = company.talents.get(application.talentId)?.lockedByApplicationId;
	if (holder !== undefined && holder !== application.id) {
		throw new Refusal(400, 1002210, 'the talent is locked in another application');
	}
}

function refuseToEnter(
	company: Company,
	application: Application,
	target: { stage: Stage; process: JobProcess },
): void {
	const { stage, process } = target;
	const elsewhere = company.jobs.get(application.jobId)?.processId !== process.id;
	const needsOffer =
		stage.type === StageType.pendingOnboarding &&
		company.switches.allJobsNeedOfferApproval &&
		!company.hasApprovedOffer(application.id);
	if (stage.type === StageType.onboarded || elsewhere || needsOffer) {
		throw new Refusal(400, 1002211, 'the application can not be moved to this stage');
	}
}

export const applicationRoutes = [
	route<unknown, TransferBody>()({
		name: 'POST /open-apis/hire/v1/applications/:application_id/transfer_stage',
		limits: [
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
		scopes: ['hire:application'],
		body: json(object({ stage_id: id })),
		handle({ params, body, company, behaviour, now, applied }) {
			const application = company.applications.get(params.application_id);
			if (!application) throw new Refusal(400, 1002201, 'application does not exist');
			const target = company.stage(body.stage_id);
			if (!target) throw new Refusal(400, 1002204, 'stage does not exist');
			refuseToLeave(company, application);
			// The page does not say what moving to where it stands already gets.
			const changed = application.stageId !== target.stage.id;
			if (!changed && behaviour.repeatedStage === 'refuses') {
				throw new Refusal(400, 1002211, 'the application can not be moved to this stage');
			}
			if (changed) refuseToEnter(company, application, target);
			if (changed) company.moveTo(application, target.stage.id, now);
			applied(application.id, changed);
			return undefined;
		},
	}),

	route<unknown, TerminateBody>()({
		name: 'POST /open-apis/hire/v1/applications/:application_id/terminate',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:application'],
		body: json(
			object(
				{
					termination_type: oneOf(
						TerminationType.weDeclined,
						TerminationType.candidateDeclined,
						TerminationType.other,
					),
				},
				// The page gives no longest list here, unlike that of the offer's status.
				{ termination_reason_list: ids(), termination_reason_note: text },
			),
		),
		handle({ params, body, company, now, applied }) {
			const application = company.applications.get(params.application_id);
			// The page has no code for an unknown application.
			if (!application) throw invalidParameter('application does not exist');
			endApplication(
				company,
				application,
				{
					type: body.termination_type,
					reasonIds: body.termination_reason_list ?? [],
					note: body.termination_reason_note,
				},
				now,
			);
			applied(application.id);
			return undefined;
		},
	}),

	route<IdTypeQuery, CreateBody>()({
		name: 'POST /open-apis/hire/v1/applications',
		limits: usualLimits,
		scopes: ['hire:application'],
		query: object({}, userType.keys),
		body: json(
			object(
				{ talent_id: id, job_id: id },
				{
					user_id: text,
					resume_source_id: text,
					application_preferred_city_code_list: ids(),
					delivery_type: oneOf(1, 2),
				},
			),
		),
		handle({ query, body, company, now, applied }) {
			const { talent_id: talentId, job_id: jobId, resume_source_id: sourceId } = body;
			if (!company.talents.has(talentId)) throw new Refusal(400, 1002102, 'talent does not exist');
			const stageId = firstStageOf(company, jobId);
			const source = sourceId ? company.resumeSources.get(sourceId) : undefined;
			if (sourceId && !source) throw new Refusal(400, 1002512, 'resume source does not exist');
			if (hasActiveOn(company, talentId, jobId)) throw new Refusal(400, 1002206, 'duplicate application');
			if (company.applicationsOf(talentId).length >= company.applicationLimit) {
				throw new Refusal(400, 1002511, 'the talent has reached the limit of applications');
			}
			if (source && STAFF_SOURCES.includes(source.type)) {
				bindEmployee(company, body, userType.of(query).user);
			}
			const application = company.addApplication({
				talentId,
				jobId,
				stageId,
				resumeSourceId: sourceId,
				deliveryType: body.delivery_type,
				preferredCityCodes: body.application_preferred_city_code_list,
				createTime: now,
			});
			applied(application.id);
			return { id: application.id };
		},
	}),

	route<IdTypeQuery & { options?: string | string[] }>()({
		name: 'GET /open-apis/hire/v1/applications/:application_id',
		limits: usualLimits,
		scopes: reading,
		query: object({}, { ...userType.keys, options: someOf('get_latest_application_on_chain') }),
		handle({ params, company }) {
			const application = company.applications.get(params.application_id);
			// The page on the details has a code for this; here is none.
			if (!application) throw invalidParameter('application does not exist');
			return {
				application: {
					...presentApplication(company, application),
					resume_source_id: application.resumeSourceId,
					termination_type: application.termination?.type,
					termination_reason_list: application.termination?.reasonIds ?? [],
					termination_reason_note: application.termination?.note,
				},
			};
		},
	}),

	route<ListQuery>()({
		name: 'GET /open-apis/hire/v1/applications',
		limits: usualLimits,
		scopes: reading,
		successMessage: 'ok',
		query: object(
			{},
			{
				process_id: text,
				stage_id: text,
				talent_id: text,
				job_id: text,
				active_status: oneOf('1', '2', '3'),
				lock_status: someOf('1', '2', '3'),
				update_start_time: millisecondsText,
				update_end_time: millisecondsText,
				...paging(200),
			},
		),
		handle({ query, company, behaviour }) {
			const locks = list(query.lock_status);
			const matches = (application: Application) =>
				(!query.process_id || company.stage(application.stageId)?.process.id === query.process_id) &&
				(!query.stage_id || application.stageId === query.stage_id) &&
				(!query.talent_id || application.talentId === query.talent_id) &&
				(!query.job_id || application.jobId === query.job_id) &&
				(query.active_status !== '1' || !application.termination) &&
				(query.active_status !== '2' || application.termination !== undefined) &&
				(locks.length === 0 || locks.includes(lockOf(company, application))) &&
				changedWithin(application, query, behaviour);
			const all = inListOrder([...company.applications.values()].filter(matches), behaviour);
			const page = pageOf('applications', all, query);
			return { ...page, items: page.items.map((application) => application.id) };
		},
	}),

	route()({
		name: 'POST /open-apis/hire/v1/applications/:application_id/recover',
		limits: usualLimits,
		scopes: ['hire:application'],
		body: optionalJson(object({})),
		handle({ params, company, now, applied }) {
			const application = company.applications.get(params.application_id);
			if (!application) throw new Refusal(400, 1002201, 'application does not exist');
			refuseRecovery(company, application);
			application.termination = undefined;
			application.modifyTime = now;
			applied(application.id);
			return undefined;
		},
	}),
];
