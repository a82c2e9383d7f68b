import type { Company } from '../company/company';
import { StageType, TerminationType } from '../company/records';
import type { Application, JobProcess, Stage } from '../company/records';
import { Refusal, invalidParameter } from '../refusal';
import { json, route } from '../route';
import { id, ids, object, oneOf, text } from '../schema';

interface TransferBody {
	stage_id: string;
}

interface TerminateBody {
	termination_type: TerminationType;
	termination_reason_list?: string[];
	termination_reason_note?: string;
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
		handle({ params, body, company, applied }) {
			const application = company.applications.get(params.application_id);
			if (!application) throw new Refusal(400, 1002201, 'application does not exist');
			const target = company.stage(body.stage_id);
			if (!target) throw new Refusal(400, 1002204, 'stage does not exist');
			refuseToLeave(company, application);
			// Moving to where it stands already is assumed to succeed, except between the stages barred above.
			const changed = application.stageId !== target.stage.id;
			if (changed) refuseToEnter(company, application, target);
			application.stageId = target.stage.id;
			applied(application.id, changed);
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
		handle({ params, body, company, applied }) {
			const application = company.applications.get(params.application_id);
			// The page has no code for an unknown application.
			if (!application) throw invalidParameter('application does not exist');
			const reasonIds = body.termination_reason_list ?? [];
			for (const reasonId of reasonIds) {
				const reason = company.reasons.get(reasonId);
				if (!reason) throw invalidParameter(`termination reason ${reasonId} does not exist`);
				// Assumed from each reason having a type: one of another type is refused. Inactive ones are taken.
				if (reason.type !== body.termination_type) {
					throw invalidParameter(`termination reason ${reasonId} is of type ${reason.type}`);
				}
			}
			if (application.termination) throw new Refusal(400, 1002221, 'the application is terminated already');
			application.termination = {
				type: body.termination_type,
				reasonIds,
				note: body.termination_reason_note,
			};
			applied(application.id);
		},
	}),
];
