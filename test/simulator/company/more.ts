/** Further records for tests that need many. */
import type { Company } from './company';
import { OfferStatus } from './records';
import type { ExternalOffer, Offer } from './records';
import type { NamedStages } from './seed';

export interface ApplicationChoice {
	process?: 'social' | 'campus';
	stage?: Exclude<keyof NamedStages, 'processId'>;
}

export type OfferChoice = Partial<Omit<Offer, 'id' | 'applicationId'>> & ApplicationChoice;

export function addApplications(company: Company, count: number, choice: ApplicationChoice = {}): string[] {
	const process = choice.process ?? 'social';
	const stageId = company.ids.stages[process][choice.stage ?? 'screening'];
	const jobId = process === 'social' ? company.ids.jobs.backendEngineer : company.ids.jobs.graduateProgramme;
	return Array.from({ length: count }, (_, i) => {
		const talentId = company.addTalent(`Applicant ${i + 1}`).id;
		return company.addApplication({ talentId, jobId, stageId }).id;
	});
}

/** Each offer belongs to a new application, at the offer stage unless told otherwise. */
export function addOffers(company: Company, count: number, choice: OfferChoice = {}): string[] {
	const { process, stage = 'offer', status = OfferStatus.created, ...flags } = choice;
	return addApplications(company, count, { process, stage }).map(
		(applicationId) => company.addOffer(applicationId, status, flags).id,
	);
}

export function addExternalOffers(
	company: Company,
	count: number,
	fields: Partial<Omit<ExternalOffer, 'id'>> = {},
): string[] {
	const [externalApplicationId = company.addExternalApplication('Data Analyst').id] =
		company.ids.externalApplications;
	return Array.from(
		{ length: count },
		(_, i) =>
			company.addExternalOffer({
				externalApplicationId,
				bizCreateTime: String(1_721_899_352_428 + i),
				owner: `Owner ${i + 1}`,
				offerStatus: 'Sent',
				attachmentIds: [],
				...fields,
			}).id,
	);
}
