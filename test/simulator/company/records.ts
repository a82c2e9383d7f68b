/** What the simulated company keeps: the records, and the switches of its Feishu Hire settings. */

export const StageType = {
	screening: 1,
	evaluation: 2,
	exam: 3,
	interview: 4,
	offer: 5,
	pendingOnboarding: 6,
	onboarded: 7,
	other: 8,
	systemDefault: 255,
} as const;
export type StageType = (typeof StageType)[keyof typeof StageType];

export const OfferStatus = {
	inApproval: 2,
	withdrawn: 3,
	approved: 4,
	notApproved: 5,
	sent: 6,
	accepted: 7,
	declined: 8,
	expired: 9,
	created: 10,
} as const;
export type OfferStatus = (typeof OfferStatus)[keyof typeof OfferStatus];

export const TerminationType = { weDeclined: 1, candidateDeclined: 22, other: 27 } as const;
export type TerminationType = (typeof TerminationType)[keyof typeof TerminationType];

export interface Talent {
	id: string;
	name: string;
	email: string;
	/** The application that holds this talent; every other one of the same talent is then locked. */
	lockedByApplicationId?: string;
}

export interface Stage {
	id: string;
	zhName: string;
	enName: string;
	type: StageType;
}

export interface JobProcess {
	id: string;
	zhName: string;
	enName: string;
	/** 1 for experienced hires, 2 for graduates. */
	type: 1 | 2;
	stages: Stage[];
}

export interface Job {
	id: string;
	title: string;
	processId: string;
}

export interface TerminationReason {
	id: string;
	zhName: string;
	enName: string;
	type: TerminationType;
	active: boolean;
	usedInEvaluation: boolean;
}

export interface Application {
	id: string;
	talentId: string;
	jobId: string;
	stageId: string;
	termination?: { type: TerminationType; reasonIds: string[]; note?: string };
}

export interface Offer {
	id: string;
	applicationId: string;
	status: OfferStatus;
	/** Approval was begun inside Feishu Hire, so no other system may report on it. */
	approvalStartedInHire: boolean;
	/** Sent to the candidate by Feishu Hire, so no other system may report on the answer. */
	sentByHire: boolean;
	expirationDate?: string;
	terminationReasonIds?: string[];
	terminationNote?: string;
}

export interface Attachment {
	id: string;
	name: string;
	size: number;
}

export interface ExternalApplication {
	id: string;
	externalTalentId: string;
	jobTitle: string;
}

export interface ExternalOffer {
	id: string;
	externalApplicationId: string;
	bizCreateTime?: string;
	owner?: string;
	offerStatus?: string;
	attachmentIds: string[];
}

export interface Switches {
	/** Offers are created and approved in the customer's own system. */
	oaApproval: boolean;
	/** Offers are sent from the customer's own system. */
	oaSend: boolean;
	/** No candidate reaches pending onboarding without an approved offer. */
	allJobsNeedOfferApproval: boolean;
}
