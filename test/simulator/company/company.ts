import { idMaker } from './ids';
import { makeDirectories } from './directory';
import { OfferForms } from './offerForms';
import { OfferStatus } from './records';
import type {
	Application,
	Attachment,
	Employee,
	ExternalApplication,
	ExternalOffer,
	Interview,
	Job,
	JobProcess,
	JobRequirement,
	Offer,
	ResumeSource,
	Stage,
	StageType,
	Switches,
	Talent,
	TerminationReason,
	UserRole,
} from './records';
import { seed } from './seed';
import { seedMuch } from './seedMuch';
import type { NamedIds } from './seed';

/** Seeded records come into being one a minute from here on. */
const FIRST_TIME = Date.UTC(2025, 5, 2, 1);
const MINUTE = 60_000;

/** Ids of what was added to the seeded company later come from here, so that older ones stay as they are. */
const FIRST_LATER_ID = 7_130_000_000_000_000_001n;

/** All that one simulated company holds. Every simulator has its own. */
export class Company {
	readonly switches: Switches = {
		oaApproval: true,
		oaSend: true,
		allJobsNeedOfferApproval: true,
		ehrSync: true,
	};
	/** How many applications one talent may have. */
	applicationLimit = Infinity;
	readonly directories: ReturnType<typeof makeDirectories>;
	readonly talents = new Map<string, Talent>();
	readonly jobs = new Map<string, Job>();
	readonly processes = new Map<string, JobProcess>();
	readonly reasons = new Map<string, TerminationReason>();
	readonly applications = new Map<string, Application>();
	readonly offers = new Map<string, Offer>();
	readonly attachments = new Map<string, Attachment>();
	readonly externalApplications = new Map<string, ExternalApplication>();
	readonly externalOffers = new Map<string, ExternalOffer>();
	readonly employees = new Map<string, Employee>();
	readonly interviews = new Map<string, Interview>();
	readonly resumeSources = new Map<string, ResumeSource>();
	readonly jobRequirements = new Map<string, JobRequirement>();
	/** Who has which role in Feishu Hire: users by the id of the first type. */
	readonly userRoles: UserRole[] = [];
	readonly offerForms: OfferForms;
	/** What was uploaded, by the id of the attachment. */
	readonly files = new Map<string, Buffer>();
	/** Which external application an `external_id` made, and when. */
	readonly externalApplicationIdUses = new Map<string, { at: number; id: string }>();
	/** Which external offer an `external_id` made, and when. */
	readonly externalIdUses = new Map<string, { at: number; externalOfferId: string }>();
	newId: () => string;
	/** Ids of the seeded records by what makes each of them worth picking. */
	readonly ids: NamedIds;

	private readonly stages = new Map<string, { stage: Stage; process: JobProcess }>();
	private readonly offersByApplication = new Map<string, Offer[]>();

	private readonly laterId: () => string;
	private seeded = 0;

	/** `large`: with very much of everything; its last changes are shortly before `now`. */
	constructor(seedNumber: number, large = false, now = Date.now()) {
		this.directories = makeDirectories(large);
		this.newId = idMaker(seedNumber);
		this.laterId = idMaker(seedNumber, FIRST_LATER_ID);
		this.offerForms = new OfferForms(this.laterId, FIRST_TIME);
		this.ids = seed(this, seedNumber);
		if (large) this.withLaterIds(() => seedMuch(this, now));
	}

	/** Whatever is added meanwhile takes no id away from the usual sequence. */
	withLaterIds<T>(add: () => T): T {
		const usual = this.newId;
		this.newId = this.laterId;
		try {
			return add();
		} finally {
			this.newId = usual;
		}
	}

	/** The time of a record that no request made. */
	seedTime(): number {
		this.seeded += 1;
		return FIRST_TIME + this.seeded * MINUTE;
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

	/** Its newest offer last. */
	offersOf(applicationId: string): readonly Offer[] {
		return this.offersByApplication.get(applicationId) ?? [];
	}

	applicationsOf(talentId: string): Application[] {
		return [...this.applications.values()].filter((application) => application.talentId === talentId);
	}

	employeeOf(applicationId: string): Employee | undefined {
		return [...this.employees.values()].find((employee) => employee.applicationId === applicationId);
	}

	isEmployed(talentId: string): boolean {
		return this.applicationsOf(talentId).some(({ id }) => this.employeeOf(id)?.employed);
	}

	moveTo(application: Application, stageId: string, now: number): void {
		application.stageTimes ??= [];
		const { stageTimes } = application;
		const current = stageTimes.find((time) => time.stageId === application.stageId);
		if (current) current.exit = now;
		application.stageTimes = [
			...stageTimes.filter((time) => time.stageId !== stageId),
			{ stageId, enter: now },
		];
		application.stageId = stageId;
		application.modifyTime = now;
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
		const at = this.seedTime();
		return this.keep(this.jobs, { id: this.newId(), title, processId, createTime: at, modifyTime: at });
	}

	addTalent(name: string): Talent {
		const id = this.newId();
		const at = this.seedTime();
		const email = `talent-${id.slice(-6)}@example.com`;
		return this.keep(this.talents, { id, name, email, createTime: at, modifyTime: at });
	}

	addReason(reason: Omit<TerminationReason, 'id'>): TerminationReason {
		return this.keep(this.reasons, { ...reason, id: this.newId() });
	}

	addApplication(application: Omit<Application, 'id'>): Application {
		const at = application.createTime ?? this.seedTime();
		return this.keep(this.applications, {
			createTime: at,
			modifyTime: at,
			stageTimes: [{ stageId: application.stageId, enter: at }],
			...application,
			id: this.newId(),
		});
	}

	addOffer(applicationId: string, status: OfferStatus, flags: Partial<Offer> = {}): Offer {
		const offer: Offer = {
			approvalStartedInHire: false,
			sentByHire: false,
			createTime: flags.createTime ?? this.seedTime(),
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

	addAttachment(name: string, size: number, more: Partial<Attachment> = {}): Attachment {
		return this.keep(this.attachments, {
			createTime: this.seedTime(),
			...more,
			id: this.newId(),
			name,
			size,
		});
	}

	/** With a talent of its own, unless told whose it is. */
	addExternalApplication(jobTitle: string): ExternalApplication {
		const id = this.newId();
		return this.keep(this.externalApplications, {
			id,
			externalTalentId: this.addTalent('Applicant from Elsewhere').id,
			jobTitle,
		});
	}

	importExternalApplication(application: Omit<ExternalApplication, 'id'>): ExternalApplication {
		return this.keep(this.externalApplications, { ...application, id: this.newId() });
	}

	addEmployee(employee: Omit<Employee, 'id'>): Employee {
		return this.keep(this.employees, { ...employee, id: this.newId() });
	}

	addInterview(interview: Omit<Interview, 'id'>): Interview {
		return this.keep(this.interviews, { ...interview, id: this.newId() });
	}

	addResumeSource(source: Omit<ResumeSource, 'id'>): ResumeSource {
		return this.keep(this.resumeSources, { ...source, id: this.newId() });
	}

	addJobRequirement(requirement: Omit<JobRequirement, 'id'>): JobRequirement {
		return this.keep(this.jobRequirements, { ...requirement, id: this.newId() });
	}

	addExternalOffer(offer: Omit<ExternalOffer, 'id'>): ExternalOffer {
		return this.keep(this.externalOffers, { ...offer, id: this.newId() });
	}

	private keep<T extends { id: string }>(records: Map<string, T>, record: T): T {
		records.set(record.id, record);
		return record;
	}
}
