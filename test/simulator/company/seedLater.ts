/** What the company was given after its first records, under ids of its own. */
import type { Company } from './company';
import type { OfferFormIds } from './offerForms';
import { idsOf } from './offerForms';
import { AttachmentKind, OfferStatus, OfferType } from './records';
import type { JobRequirement } from './records';

export interface LaterIds {
	offerForms: { social: OfferFormIds; campus: OfferFormIds };
	/** Ids of the first type that each of them has: open ids, open department ids, ids of the administration. */
	users: string[];
	departments: string[];
	jobLevels: { active: string; inactive: string };
	jobFamilies: { active: string; inactive: string };
	employeeTypes: { regular: string; intern: string };
	resumeSources: { referral: string; transfer: string; conversion: string; inactive: string };
	/** Of resumes, by what their files end with, and of a sample of work. */
	resumes: { docx: string; pdf: string };
	works: string;
	talents: {
		/** Owns both resumes and the sample of work. */
		withResumes: string;
		/** Has never applied. */
		fresh: string;
		/** Works here. */
		employed: string;
	};
	onboarding: {
		/** The employee of the application `onboarded`. */
		employee: string;
		/** One who has left. */
		left: string;
		/** An application that waits for onboarding in Feishu People. */
		inPeople: string;
	};
	internshipOffers: { accepted: string; pending: string; onboarded: string; left: string };
	/** All of the application `interview`. */
	interviews: string[];
}

interface SeededIds {
	stages: {
		social: {
			interview: string;
			offer: string;
			pendingOnboarding: string;
			onboarded: string;
			processId: string;
		};
	};
	jobs: { backendEngineer: string };
	applications: { interview: string; onboarded: string };
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const SOURCES: Array<[zh: string, en: string, type: number]> = [
	['内推', 'Referral', 10000],
	['猎头', 'Headhunter', 10001],
	['内部来源', 'Internal', 10002],
	['招聘网站', 'Job Board', 10003],
	['社交媒体', 'Social Media', 10004],
	['招聘会', 'Job Fair', 10005],
	['其他', 'Other', 10006],
	['员工转岗', 'Internal Transfer', 10008],
	['实习生转正', 'Intern Conversion', 10009],
];

const JOB_TITLES = [
	'Data Analyst',
	'Product Designer',
	'Office Manager',
	'Frontend Engineer',
	'Site Reliability Engineer',
	'Accountant',
	'Sales Manager',
	'Legal Counsel',
	'Technical Writer',
	'Support Engineer',
];

function seedSources(company: Company): LaterIds['resumeSources'] {
	const add = ([zhName, enName, type]: [string, string, number], active = true) =>
		company.addResumeSource({ zhName, enName, type, active }).id;
	const added = new Map(SOURCES.map((source) => [source[2], add(source)]));
	const named = (type: number) => added.get(type) ?? '';
	const inactive = add(['旧招聘网站', 'Former Job Board', 10003], false);
	return { referral: named(10000), transfer: named(10008), conversion: named(10009), inactive };
}

function firstId(ids: Readonly<Record<string, string>> | undefined): string {
	return Object.values(ids ?? {})[0] ?? '';
}

export function seedLater(company: Company, ids: SeededIds): LaterIds {
	const { social } = ids.stages;
	const resumeSources = seedSources(company);
	const apply = (name: string, stageId: string) =>
		company.addApplication({
			talentId: company.addTalent(name).id,
			jobId: ids.jobs.backendEngineer,
			stageId,
			resumeSourceId: resumeSources.referral,
			deliveryType: 2,
		});
	const internship = (name: string, status: OfferStatus, more: { onboardingDate?: string } = {}) =>
		company.addOffer(apply(name, social.offer).id, status, { type: OfferType.internship, ...more }).id;

	for (let i = 0; i < 2 * JOB_TITLES.length; i++) {
		const title = JOB_TITLES[i % JOB_TITLES.length] ?? '';
		company.addJob(i < JOB_TITLES.length ? title : `Senior ${title}`, social.processId);
	}

	const withResumes = company.addTalent('Ning Okafor');
	const resume = { kind: AttachmentKind.resume };
	const docx = company.addAttachment('Ning-Okafor.docx', 24_310, resume).id;
	const pdf = company.addAttachment('Ning-Okafor.pdf', 88_020, resume).id;
	const works = company.addAttachment('portfolio.zip', 310_400, { kind: AttachmentKind.work }).id;
	withResumes.resumeIds = [pdf, docx];
	withResumes.worksIds = [works];

	const employ = (applicationId: string, employed: boolean) => {
		const onboardTime = company.seedTime();
		return company.addEmployee({
			applicationId,
			employed,
			converted: false,
			onboardTime,
			expectedConversionTime: onboardTime + 90 * DAY,
			...(employed ? {} : { leaveTime: onboardTime + 30 * DAY, leaveNote: 'Moved away' }),
		}).id;
	};
	const employee = employ(ids.applications.onboarded, true);
	const left = employ(apply('Petra Silva', social.onboarded).id, false);
	const inPeople = apply('Rafael Lin', social.pendingOnboarding);
	inPeople.inPeople = true;
	company.addOffer(inPeople.id, OfferStatus.accepted);

	const { user, department, jobLevel, jobFamily, employeeType } = company.directories;
	const users = user.entries.map((entry) => firstId(entry.ids));
	for (const [i, userId] of users.entries()) {
		// The second of them has two roles, and the last one none.
		const roles = [['102'], ['101', '103'], ['103'], []][i] ?? ['104'];
		for (const roleId of roles) company.userRoles.push({ userId, roleId, modifyTime: company.seedTime() });
	}
	const jobIds = [ids.jobs.backendEngineer];
	const requirement = (name: string, shortCode: string, progress: JobRequirement['progress']) =>
		company.addJobRequirement({ name, shortCode, progress, jobIds });
	requirement('后端工程师补编', 'HR001', 2);
	requirement('后端工程师补编', 'HR002', 1);
	requirement('已取消的需求', 'HR003', 3);
	const interviews = [0, 1, 2].map((round) => {
		const beginTime = company.seedTime() + (round + 1) * DAY;
		return company.addInterview({
			applicationId: ids.applications.interview,
			stageId: social.interview,
			beginTime,
			endTime: beginTime + HOUR,
			round,
			interviewerId: users[round] ?? '',
			...(round < 2 ? { feedback: 'Knows the field, asks good questions.' } : {}),
		}).id;
	});
	const eitherOf = (entries: typeof jobLevel.entries) => ({
		active: firstId(entries.find(({ active }) => active !== false)?.ids),
		inactive: firstId(entries.find(({ active }) => active === false)?.ids),
	});

	return {
		offerForms: { social: idsOf(company.offerForms.social), campus: idsOf(company.offerForms.campus) },
		users,
		departments: department.entries.map((entry) => firstId(entry.ids)),
		jobLevels: eitherOf(jobLevel.entries),
		jobFamilies: eitherOf(jobFamily.entries),
		employeeTypes: {
			regular: firstId(employeeType.entries[0]?.ids),
			intern: firstId(employeeType.entries[1]?.ids),
		},
		resumeSources,
		resumes: { docx, pdf },
		works,
		talents: {
			withResumes: withResumes.id,
			fresh: company.addTalent('Hao Novak').id,
			employed: company.applications.get(ids.applications.onboarded)?.talentId ?? '',
		},
		onboarding: { employee, left, inPeople: inPeople.id },
		internshipOffers: {
			accepted: internship('Yan Zhao', OfferStatus.accepted),
			pending: internship('Lena Müller', OfferStatus.internPending),
			onboarded: internship('Tao Li', OfferStatus.internOnboarded, { onboardingDate: '2025-07-01' }),
			left: internship('Mei Sato', OfferStatus.internLeft, { onboardingDate: '2025-07-01' }),
		},
		interviews,
	};
}
