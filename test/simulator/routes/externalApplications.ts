import type { Company } from '../company/company';
import type { ExternalApplication } from '../company/records';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { Refusal, invalidParameter } from '../refusal';
import { json, route } from '../route';
import type { Behaviour } from '../route';
import { id, milliseconds, object, oneOf, paging, text } from '../schema';

interface Fields {
	talent_id: string;
	job_recruitment_type?: 1 | 2;
	job_title?: string;
	resume_source?: string;
	stage?: string;
	termination_reason?: string;
	delivery_type?: 1 | 2 | 3 | 4;
	modify_time?: number;
	create_time?: number;
	termination_type?: string;
}

interface CreateBody extends Fields {
	external_id?: string;
}

interface ListQuery extends PageQuery {
	talent_id: string;
}

const ONCE_WITHIN_MS = 24 * 60 * 60 * 1000;
const limits = [{ requests: 20, perSeconds: 1 }];
const scopes = ['hire:external_application'];
const optional = {
	job_recruitment_type: oneOf(1, 2),
	job_title: text,
	resume_source: text,
	stage: text,
	termination_reason: text,
	delivery_type: oneOf(1, 2, 3, 4),
	modify_time: milliseconds,
	create_time: milliseconds,
	termination_type: text,
};

const NUMBERS = ['job_recruitment_type', 'delivery_type', 'modify_time', 'create_time'];

function present(
	application: ExternalApplication,
	{ neverGiven }: Pick<Behaviour, 'neverGiven'>,
): Record<string, unknown> {
	const fields = Object.entries(fieldsOf(application)).map(([key, value]) => {
		const none = NUMBERS.includes(key) ? 0 : '';
		return [key, neverGiven === 'zero' ? (value ?? none) : value];
	});
	return Object.fromEntries(fields) as Record<string, unknown>;
}

function fieldsOf(application: ExternalApplication): Record<string, unknown> {
	return {
		id: application.id,
		talent_id: application.externalTalentId,
		job_recruitment_type: application.recruitmentType,
		job_title: application.jobTitle,
		resume_source: application.resumeSource,
		stage: application.stage,
		termination_reason: application.terminationReason,
		delivery_type: application.deliveryType,
		modify_time: application.modifyTime,
		create_time: application.createTime,
		termination_type: application.terminationType,
	};
}

function recordOf(body: Fields): Omit<ExternalApplication, 'id'> {
	return {
		externalTalentId: body.talent_id,
		recruitmentType: body.job_recruitment_type,
		jobTitle: body.job_title,
		resumeSource: body.resume_source,
		stage: body.stage,
		terminationReason: body.termination_reason,
		deliveryType: body.delivery_type,
		modifyTime: body.modify_time,
		createTime: body.create_time,
		terminationType: body.termination_type,
	};
}

/** An empty `external_id` counts as none. */
function firstWith(
	company: Company,
	externalId: string | undefined,
	now: number,
): ExternalApplication | undefined {
	const use = externalId ? company.externalApplicationIdUses.get(externalId) : undefined;
	if (!use || now - use.at >= ONCE_WITHIN_MS) return undefined;
	return company.externalApplications.get(use.id);
}

function find(company: Company, applicationId: string): ExternalApplication {
	const application = company.externalApplications.get(applicationId);
	// The pages have no code for an unknown external application.
	if (!application) throw invalidParameter('external application does not exist');
	return application;
}

export const externalApplicationRoutes = [
	route<unknown, CreateBody>()({
		name: 'POST /open-apis/hire/v1/external_applications',
		limits,
		scopes,
		successMessage: 'ok',
		body: json(object({ talent_id: id }, { external_id: text, ...optional })),
		handle({ body, company, behaviour, now, applied }) {
			if (!company.talents.has(body.talent_id)) throw new Refusal(400, 1002102, 'talent does not exist');
			// As with external offers, the page does not say what the second request is told.
			const first = firstWith(company, body.external_id, now);
			if (first) {
				if (behaviour.repeatedExternalId === 'refuses') {
					throw invalidParameter('external_id was used within the last 24 hours');
				}
				applied(first.id, false);
				return { external_application: present(first, behaviour) };
			}
			const application = company.importExternalApplication(recordOf(body));
			if (body.external_id) {
				company.externalApplicationIdUses.set(body.external_id, { at: now, id: application.id });
			}
			applied(application.id);
			return { external_application: present(application, behaviour) };
		},
	}),

	route<unknown, Fields>()({
		name: 'PUT /open-apis/hire/v1/external_applications/:external_application_id',
		limits,
		scopes,
		successMessage: 'ok',
		body: json(object({ talent_id: id }, optional)),
		handle({ params, body, company, behaviour, applied }) {
			const old = find(company, params.external_application_id);
			// Creating has a code of its own for this; this page does not list it.
			if (!company.talents.has(body.talent_id)) throw invalidParameter('talent does not exist');
			const application = { ...recordOf(body), id: old.id };
			const changed = JSON.stringify(fieldsOf(application)) !== JSON.stringify(fieldsOf(old));
			company.externalApplications.set(application.id, application);
			applied(application.id, changed);
			return { external_application: present(application, behaviour) };
		},
	}),

	route<ListQuery>()({
		name: 'GET /open-apis/hire/v1/external_applications',
		limits,
		scopes,
		successMessage: 'ok',
		query: object({ talent_id: id }, paging(20)),
		handle({ query, company, behaviour }) {
			if (!company.talents.has(query.talent_id)) throw new Refusal(400, 1002102, 'talent does not exist');
			const all = [...company.externalApplications.values()].filter(
				({ externalTalentId }) => externalTalentId === query.talent_id,
			);
			const page = pageOf('external_applications', all, query);
			return { ...page, items: page.items.map((each) => present(each, behaviour)) };
		},
	}),

	route<{ talent_id?: string }>()({
		name: 'DELETE /open-apis/hire/v1/external_applications/:external_application_id',
		limits: [{ requests: 20, perSeconds: 60 }],
		scopes,
		successMessage: 'ok',
		query: object({}, { talent_id: text }),
		handle({ params, query, company, behaviour, applied }) {
			const application = find(company, params.external_application_id);
			if (query.talent_id && query.talent_id !== application.externalTalentId) {
				throw invalidParameter('talent_id is not that of the external application');
			}
			// Its external offers are assumed to stay.
			company.externalApplications.delete(application.id);
			applied(application.id);
			// The page shows all of it but when it was created.
			const { create_time: _createTime, ...shown } = present(application, behaviour);
			return { external_application: shown };
		},
	}),
];
