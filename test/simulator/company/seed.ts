/** The company every simulator starts with: small, believable, and the same each time. */
import { seededRandom } from '../random';
import type { Company } from './company';
import { OfferStatus, StageType, TerminationType } from './records';
import type { Application, JobProcess, Stage } from './records';
import { seedLater } from './seedLater';
import type { LaterIds } from './seedLater';

export interface NamedStages {
	processId: string;
	screening: string;
	evaluation: string;
	exam: string;
	interview: string;
	offer: string;
	pendingOnboarding: string;
	onboarded: string;
}

export interface NamedIds extends LaterIds {
	stages: { social: NamedStages; campus: NamedStages };
	jobs: { backendEngineer: string; recruiter: string; graduateProgramme: string };
	reasons: { weDeclined: string[]; candidateDeclined: string[]; other: string[]; inactive: string[] };
	applications: {
		screening: string;
		evaluation: string;
		interview: string;
		/** At the offer stage, no offer yet. */
		offerStage: string;
		/** At the offer stage, with an approved offer. */
		approvedOffer: string;
		pendingOnboarding: string;
		onboarded: string;
		terminated: string;
		/** Its talent is locked in `lockHolder`. */
		lockedElsewhere: string;
		lockHolder: string;
		campusScreening: string;
	};
	offers: {
		created: string;
		inApproval: string;
		withdrawn: string;
		approved: string;
		notApproved: string;
		sent: string;
		accepted: string;
		declined: string;
		expired: string;
		approvalStartedInHire: string;
		sentByHire: string;
		pendingOnboarding: string;
	};
	attachments: string[];
	externalApplications: string[];
	externalOffers: {
		/** Every field filled, one attachment. */
		full: string;
		/** Only what is required. */
		bare: string;
		/** More attachments than one update may carry. */
		twelveAttachments: string;
	};
}

const FAMILY = ['Chen', 'Wang', 'Li', 'Zhao', 'Lin', 'Sato', 'Müller', 'Okafor', 'Novak', 'Silva'];
const GIVEN = ['Mei', 'Jun', 'Hao', 'Yan', 'Aiko', 'Lena', 'Chidi', 'Petra', 'Rafael', 'Ning', 'Tao'];
const REASON_COUNT = 230;

const REASON_TEXTS: Record<TerminationType, Array<[zh: string, en: string]>> = {
	[TerminationType.weDeclined]: [
		['经验不足', 'Too little experience'],
		['技能不匹配', 'Skills do not match'],
		['薪资要求过高', 'Salary expectation too high'],
		['面试未通过', 'Did not pass the interview'],
	],
	[TerminationType.candidateDeclined]: [
		['接受了其他公司', 'Took another job'],
		['工作地点不合适', 'Location does not suit'],
		['薪资不满意', 'Pay below expectation'],
	],
	[TerminationType.other]: [
		['职位关闭', 'Job closed'],
		['重复投递', 'Duplicate application'],
		['联系不上', 'Could not be reached'],
	],
};

const MAIN_STAGES: Array<Omit<Stage, 'id'>> = [
	{ zhName: '简历初筛', enName: 'Screening', type: StageType.screening },
	{ zhName: '用人部门评估', enName: 'Evaluation', type: StageType.evaluation },
	{ zhName: '笔试', enName: 'Written Exam', type: StageType.exam },
	{ zhName: '面试', enName: 'Interview', type: StageType.interview },
	{ zhName: '背景调查', enName: 'Background Check', type: StageType.other },
	{ zhName: '人才储备', enName: 'Talent Pool', type: StageType.systemDefault },
	{ zhName: 'Offer 沟通', enName: 'Offer', type: StageType.offer },
	{ zhName: '待入职', enName: 'Pending Onboarding', type: StageType.pendingOnboarding },
	{ zhName: '已入职', enName: 'Onboarded', type: StageType.onboarded },
];

function pick<T>(from: readonly T[], at: number): T {
	const found = from[at % from.length];
	if (found === undefined) throw new Error('Nothing to pick from');
	return found;
}

function nameStages(process: JobProcess): NamedStages {
	const idOf = (type: StageType): string => {
		const stage = process.stages.find((candidate) => candidate.type === type);
		if (!stage) throw new Error(`${process.enName} has no stage of type ${type}`);
		return stage.id;
	};
	return {
		processId: process.id,
		screening: idOf(StageType.screening),
		evaluation: idOf(StageType.evaluation),
		exam: idOf(StageType.exam),
		interview: idOf(StageType.interview),
		offer: idOf(StageType.offer),
		pendingOnboarding: idOf(StageType.pendingOnboarding),
		onboarded: idOf(StageType.onboarded),
	};
}

function seedReasons(company: Company): NamedIds['reasons'] {
	const named: NamedIds['reasons'] = { weDeclined: [], candidateDeclined: [], other: [], inactive: [] };
	const types = [TerminationType.weDeclined, TerminationType.candidateDeclined, TerminationType.other];
	for (let i = 0; i < REASON_COUNT; i++) {
		const type = pick(types, i);
		const [zh, en] = pick(REASON_TEXTS[type], Math.floor(i / types.length));
		const active = i % 23 !== 22;
		const reason = company.addReason({
			zhName: `${zh} ${i + 1}`,
			enName: `${en} ${i + 1}`,
			type,
			active,
			usedInEvaluation: i % 5 === 0,
		});
		if (!active) named.inactive.push(reason.id);
		else if (type === TerminationType.weDeclined) named.weDeclined.push(reason.id);
		else if (type === TerminationType.candidateDeclined) named.candidateDeclined.push(reason.id);
		else named.other.push(reason.id);
	}
	return named;
}

function seedSideProcesses(company: Company): void {
	// With the two main ones more than ten, so that the default page size does not hold them all.
	for (let team = 1; team <= 10; team++) {
		company.addProcess(
			{ zhName: `专项流程 ${team}`, enName: `Special Process ${team}`, type: team % 2 ? 1 : 2 },
			[
				{ zhName: '初筛', enName: 'Screening', type: StageType.screening },
				{ zhName: '面试', enName: 'Interview', type: StageType.interview },
				{ zhName: '已入职', enName: 'Onboarded', type: StageType.onboarded },
			],
		);
	}
}

export function seed(company: Company, seedNumber: number): NamedIds {
	const random = seededRandom(seedNumber + 1);
	const person = () =>
		company.addTalent(
			`${pick(GIVEN, Math.floor(random() * GIVEN.length))} ${pick(FAMILY, Math.floor(random() * FAMILY.length))}`,
		);

	const socialProcess = company.addProcess(
		{ zhName: '社招流程', enName: 'Social Process', type: 1 },
		MAIN_STAGES,
	);
	const campusProcess = company.addProcess(
		{ zhName: '校招流程', enName: 'Campus Process', type: 2 },
		MAIN_STAGES,
	);
	seedSideProcesses(company);
	const social = nameStages(socialProcess);
	const campus = nameStages(campusProcess);

	const backendEngineer = company.addJob('Backend Engineer', socialProcess.id).id;
	const recruiter = company.addJob('Recruiter', socialProcess.id).id;
	const graduateProgramme = company.addJob('Graduate Programme', campusProcess.id).id;
	const reasons = seedReasons(company);

	const apply = (stageId: string, more: Partial<Application> = {}) =>
		company.addApplication({ talentId: person().id, jobId: backendEngineer, stageId, ...more });
	const offerFor = (status: OfferStatus, flags: { approvalStartedInHire?: true; sentByHire?: true } = {}) =>
		company.addOffer(apply(social.offer).id, status, flags).id;

	const lockHolder = apply(social.interview);
	const locked = apply(social.screening, { talentId: lockHolder.talentId, jobId: recruiter });
	const lockedTalent = company.talents.get(lockHolder.talentId);
	if (lockedTalent) lockedTalent.lockedByApplicationId = lockHolder.id;

	const approvedOffer = apply(social.offer);
	const pendingOnboarding = apply(social.pendingOnboarding);
	const approved = company.addOffer(approvedOffer.id, OfferStatus.approved).id;
	const pendingOffer = company.addOffer(pendingOnboarding.id, OfferStatus.accepted).id;

	const attachments = Array.from(
		{ length: 25 },
		(_, i) => company.addAttachment(`offer-letter-${i + 1}.pdf`, 40_000 + i * 1_117).id,
	);
	const externalApplications = ['Data Analyst', 'Office Manager', 'Product Designer'].map(
		(title) => company.addExternalApplication(title).id,
	);
	const firstExternal = pick(externalApplications, 0);

	const ids: Omit<NamedIds, keyof LaterIds> = {
		stages: { social, campus },
		jobs: { backendEngineer, recruiter, graduateProgramme },
		reasons,
		applications: {
			screening: apply(social.screening).id,
			evaluation: apply(social.evaluation).id,
			interview: apply(social.interview).id,
			offerStage: apply(social.offer).id,
			approvedOffer: approvedOffer.id,
			pendingOnboarding: pendingOnboarding.id,
			onboarded: apply(social.onboarded).id,
			terminated: apply(social.interview, {
				termination: { type: TerminationType.other, reasonIds: reasons.other.slice(0, 1) },
			}).id,
			lockedElsewhere: locked.id,
			lockHolder: lockHolder.id,
			campusScreening: apply(campus.screening, { jobId: graduateProgramme }).id,
		},
		offers: {
			created: offerFor(OfferStatus.created),
			inApproval: offerFor(OfferStatus.inApproval),
			withdrawn: offerFor(OfferStatus.withdrawn),
			approved,
			notApproved: offerFor(OfferStatus.notApproved),
			sent: offerFor(OfferStatus.sent),
			accepted: offerFor(OfferStatus.accepted),
			declined: offerFor(OfferStatus.declined),
			expired: offerFor(OfferStatus.expired),
			approvalStartedInHire: offerFor(OfferStatus.inApproval, { approvalStartedInHire: true }),
			sentByHire: offerFor(OfferStatus.sent, { sentByHire: true }),
			pendingOnboarding: pendingOffer,
		},
		attachments,
		externalApplications,
		externalOffers: {
			full: company.addExternalOffer({
				externalApplicationId: firstExternal,
				bizCreateTime: '1721899352428',
				owner: 'Lin Yan',
				offerStatus: 'Sent',
				attachmentIds: attachments.slice(0, 1),
			}).id,
			bare: company.addExternalOffer({ externalApplicationId: firstExternal, attachmentIds: [] }).id,
			twelveAttachments: company.addExternalOffer({
				externalApplicationId: pick(externalApplications, 1),
				bizCreateTime: '1730000000000',
				owner: 'Sato Aiko',
				offerStatus: 'In approval',
				attachmentIds: attachments.slice(1, 13),
			}).id,
		},
	};
	return { ...ids, ...company.withLaterIds(() => seedLater(company, ids)) };
}
