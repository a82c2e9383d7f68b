import { idMaker } from './ids';
import { OfferStatus, StageType } from './records';
import type {
	Application,
	Attachment,
	ExternalApplication,
	ExternalOffer,
	Job,
	JobProcess,
	Offer,
	Stage,
	Switches,
	Talent,
	TerminationReason,
} from './records';
import { seed } from './seed';
import type { NamedIds } from './seed';

/** All that one simulated company holds. Every simulator has its own. */
export class Company {
	readonly switches: Switches = { oaApproval: true, oaSend: true, allJobsNeedOfferApproval: true };
	readonly talents = new Map<string, Talent>();
	readonly jobs = new Map<string, Job>();
	readonly processes = new Map<string, JobProcess>();
	readonly reasons = new Map<string, TerminationReason>();
	readonly applications = new Map<string, Application>();
	readonly offers = new Map<string, Offer>();
	readonly attachments = new Map<string, Attachment>();
	readonly externalApplications = new Map<string, ExternalApplication>();
	readonly externalOffers = new Map<string, ExternalOffer>();
	/** Which external offer an `external_id` made, and when. */
	readonly externalIdUses = new Map<string, { at: number; externalOfferId: string }>();
	readonly newId: () => string;
	/** Ids of the seeded records by what makes each of them worth picking. */
	readonly ids: NamedIds;

	private readonly stages = new Map<string, { stage: Stage; process: JobProcess }>();
	private readonly offersByApplication = new Map<string, Offer[]>();

	constructor(seedNumber: number) {
		this.newId = idMaker(seedNumber);
		this.ids = seed(this, seedNumber);
	}

	stage(id: string): { stage: Stage; process: JobProcess } | undefined {
		return this.stages.get(id);
	}

	stageTypeOf(application: Application): StageType | undefined {
		return this.stages.get(application.stageId)?.stage.type;
	}

	hasApprovedOffer(applicationId: string): boolean {
		const pastApproval: OfferStatus[] = [OfferStatus.approved, OfferStatus.sent, OfferStatus.accepted];
		return (this.offersByApplication.get(applicationId) ?? []).some((offer) =>
			pastApproval.includes(offer.status),
		);
	}

	addProcess(process: Omit<JobProcess, 'id' | 'stages'>, stages: Array<Omit<Stage, 'id'>>): JobProcess {
		const added: JobProcess = {
			...process,
			id: this.newId(),
			stages: stages.map((stage) => ({ ...stage, id: this.newId() })),
		};
		this.processes.set(added.id, added);
		for (const stage of added.stages) this.stages.set(stage.id, { stage, process: added });
		return added;
	}

	addJob(title: string, processId: string): Job {
		return this.keep(this.jobs, { id: this.newId(), title, processId });
	}

	addTalent(name: string): Talent {
		const id = this.newId();
		return this.keep(this.talents, { id, name, email: `talent-${id.slice(-6)}@example.com` });
	}

	addReason(reason: Omit<TerminationReason, 'id'>): TerminationReason {
		return this.keep(this.reasons, { ...reason, id: this.newId() });
	}

	addApplication(application: Omit<Application, 'id'>): Application {
		return this.keep(this.applications, { ...application, id: this.newId() });
	}

	addOffer(applicationId: string, status: OfferStatus, flags: Partial<Offer> = {}): Offer {
		const offer: Offer = {
			approvalStartedInHire: false,
			sentByHire: false,
			...flags,
			id: this.newId(),
			applicationId,
			status,
		};
		const siblings = this.offersByApplication.get(applicationId);
		if (siblings) siblings.push(offer);
		else this.offersByApplication.set(applicationId, [offer]);
		return this.keep(this.offers, offer);
	}

	addAttachment(name: string, size: number): Attachment {
		return this.keep(this.attachments, { id: this.newId(), name, size });
	}

	addExternalApplication(jobTitle: string): ExternalApplication {
		return this.keep(this.externalApplications, {
			id: this.newId(),
			externalTalentId: this.newId(),
			jobTitle,
		});
	}

	addExternalOffer(offer: Omit<ExternalOffer, 'id'>): ExternalOffer {
		return this.keep(this.externalOffers, { ...offer, id: this.newId() });
	}

	private keep<T extends { id: string }>(records: Map<string, T>, record: T): T {
		records.set(record.id, record);
		return record;
	}
}
