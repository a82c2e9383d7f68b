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
	/** The last three are of internship offers only. */
	internPending: 11,
	internOnboarded: 12,
	internLeft: 13,
} as const;
export type OfferStatus = (typeof OfferStatus)[keyof typeof OfferStatus];

export const OfferType = { regular: 1, internship: 2 } as const;
export type OfferType = (typeof OfferType)[keyof typeof OfferType];

export const AttachmentKind = { resume: 1, work: 2, common: 3 } as const;
export type AttachmentKind = (typeof AttachmentKind)[keyof typeof AttachmentKind];

export const TerminationType = { weDeclined: 1, candidateDeclined: 22, other: 27 } as const;
export type TerminationType = (typeof TerminationType)[keyof typeof TerminationType];

export interface Talent {
	id: string;
	name: string;
	email: string;
	/** The application that holds this talent; every other one of the same talent is then locked. */
	lockedByApplicationId?: string;
	/** The employee whom an application by transfer or conversion tied to this talent. */
	userId?: string;
	createTime?: number;
	modifyTime?: number;
	resumeIds?: string[];
	worksIds?: string[];
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
	closed?: boolean;
	createTime?: number;
	modifyTime?: number;
}

export interface JobRequirement {
	id: string;
	name: string;
	shortCode: string;
	/** 1 not begun, 2 under way, 3 canceled, 4 paused, 5 done, 6 overdue. */
	progress: 1 | 2 | 3 | 4 | 5 | 6;
	jobIds: string[];
}

export interface UserRole {
	userId: string;
	roleId: string;
	modifyTime: number;
}

export interface ResumeSource {
	id: string;
	zhName: string;
	enName: string;
	active: boolean;
	/** 10008 and 10009, for staff who move and interns who stay, ask for the employee. */
	type: number;
}

export interface StageTime {
	stageId: string;
	enter: number;
	exit?: number;
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
	resumeSourceId?: string;
	/** 1 when a recruiter found the talent, 2 when the talent applied. */
	deliveryType?: 1 | 2;
	preferredCityCodes?: string[];
	createTime?: number;
	modifyTime?: number;
	stageTimes?: StageTime[];
	/** Onboarding goes on in Feishu People, out of reach of Feishu Hire. */
	inPeople?: boolean;
}

export interface Employee {
	id: string;
	applicationId: string;
	/** False after leaving. */
	employed: boolean;
	converted: boolean;
	onboardTime: number;
	expectedConversionTime: number;
	conversionTime?: number;
	leaveTime?: number;
	leaveNote?: string;
	cityCode?: string;
	departmentId?: string;
	leaderId?: string;
	familyId?: string;
	levelId?: string;
	employeeTypeId?: string;
	jobRequirementId?: string;
	/** Of Feishu People. */
	employmentId?: string;
}

export interface Interview {
	id: string;
	applicationId: string;
	stageId: string;
	beginTime: number;
	endTime: number;
	round: number;
	interviewerId: string;
	/** What the interviewer wrote; nothing before it is submitted. */
	feedback?: string;
	createTime?: number;
	modifyTime?: number;
}

/** The parts of an offer that are given and read as one, under the names they have in requests. */
export interface OfferBasics {
	department_id: string;
	leader_user_id: string;
	owner_user_id: string;
	operator_user_id: string;
	employment_job_id?: string;
	employee_type_id?: string;
	job_family_id?: string;
	job_level_id?: string;
	probation_month?: number;
	contract_year?: number;
	contract_period?: { period_type: 1 | 2; period: number };
	expected_onboard_date?: string;
	onboard_address_id?: string;
	work_address_id?: string;
	recommended_words?: string;
	job_requirement_id?: string;
	job_process_type_id?: 1 | 2;
	attachment_id_list?: string[];
	common_attachment_id_list?: string[];
	attachment_description?: string;
	position_id?: string;
	job_offered?: string;
	job_grade_id?: string;
	pathway_id?: string;
}

export interface OfferSalary {
	currency: string;
	basic_salary?: string;
	probation_salary_percentage?: string;
	award_salary_multiple?: string;
	option_shares?: string;
	quarterly_bonus?: string;
	half_year_bonus?: string;
}

export interface CustomValue {
	id: string;
	value: string;
}

export interface OfferContent {
	schemaId: string;
	basics: OfferBasics;
	salary?: OfferSalary;
	custom: CustomValue[];
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
	type?: OfferType;
	content?: OfferContent;
	createTime?: number;
	/** Days, of internship offers. */
	onboardingDate?: string;
	offboardingDate?: string;
}

export interface Attachment {
	id: string;
	name: string;
	size: number;
	/** A common attachment without it. */
	kind?: AttachmentKind;
	mime?: string;
	createTime?: number;
}

export interface ExternalApplication {
	id: string;
	/** The talent, who is one of Feishu Hire; only the application is external. */
	externalTalentId: string;
	jobTitle?: string;
	recruitmentType?: 1 | 2;
	resumeSource?: string;
	stage?: string;
	terminationReason?: string;
	terminationType?: string;
	deliveryType?: 1 | 2 | 3 | 4;
	modifyTime?: number;
	createTime?: number;
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
	/** Onboarding, conversion and leaving are reported by the customer's own system. */
	ehrSync: boolean;
}
