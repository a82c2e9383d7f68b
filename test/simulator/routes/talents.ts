import type { Company } from '../company/company';
import type { Talent } from '../company/records';
import { idTypes } from '../idTypes';
import type { IdTypeQuery } from '../idTypes';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { invalidParameter, Refusal } from '../refusal';
import { json, route } from '../route';
import { millisecondsText, object, oneOf, paging, text } from '../schema';
import { changedWithin } from '../updated';
import type { PeriodQuery } from '../updated';

interface ListQuery extends PageQuery, IdTypeQuery, PeriodQuery {
	keyword?: string;
	sort_by?: '1' | '2' | '3' | '4';
	query_option?: 'ignore_empty_error';
}

const userType = idTypes(['user']);

const mobileOf = ({ id }: Talent) => `139${id.slice(-8)}`;

/** `and`, `or` and `not` between words; `not` is a third way to join, as in `engineer not intern`. */
function matches(talent: Talent, keyword: string): boolean {
	const subject = `${talent.name} ${talent.email} ${mobileOf(talent)}`.toLowerCase();
	return keyword
		.toLowerCase()
		.split(/\s+or\s+/)
		.some((alternative) =>
			alternative.split(/\s+and\s+/).every((condition) => {
				const [wanted = '', ...unwanted] = condition.split(/(?:^|\s+)not\s+/);
				return subject.includes(wanted.trim()) && !unwanted.some((word) => subject.includes(word.trim()));
			}),
		);
}

/** `sort_by` 2 and 3 need what the simulator does not weigh; they come in the order of 1. */
function sorted(company: Company, by: ListQuery['sort_by']): Talent[] {
	const key = by === '4' ? 'createTime' : 'modifyTime';
	return [...company.talents.values()].sort((one, other) => (other[key] ?? 0) - (one[key] ?? 0));
}

function present(company: Company, talent: Talent): Record<string, unknown> {
	return {
		id: talent.id,
		is_in_agency_period: false,
		is_onboarded: company.isEmployed(talent.id),
		basic_info: {
			name: talent.name,
			email: talent.email,
			mobile_code: '86',
			mobile: mobileOf(talent),
			modify_time: talent.modifyTime === undefined ? undefined : String(talent.modifyTime),
		},
		education_list: [],
		career_list: [],
		works_list: (talent.worksIds ?? []).map((id) => ({ id, name: company.attachments.get(id)?.name })),
		resume_attachment_id_list: talent.resumeIds ?? [],
	};
}

interface FindBody {
	mobile_code?: string;
	mobile_number_list?: string[];
	email_list?: string[];
	identification_type?: number;
	identification_number_list?: string[];
}

const texts = { type: 'array', items: text } as const;

/** The second version of the route has other names for the same, and the time of creation. */
function presentWhole(company: Company, talent: Talent): Record<string, unknown> {
	const { basic_info: _basics, ...rest } = present(company, talent);
	const time = (at: number | undefined) => (at === undefined ? undefined : String(at));
	return {
		talent_id: talent.id,
		basic_info: {
			name: talent.name,
			email: talent.email,
			mobile_code: '86',
			mobile_number: `139${talent.id.slice(-8)}`,
			update_time: time(talent.modifyTime),
			create_time: time(talent.createTime),
		},
		is_onboarded: rest.is_onboarded,
		is_in_agency_period: rest.is_in_agency_period,
	};
}

export const talentRoutes = [
	route<object, FindBody>()({
		name: 'POST /open-apis/hire/v1/talents/batch_get_id',
		limits: [
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
		scopes: ['hire:talent:readonly', 'hire:talent'],
		body: json(
			object(
				{},
				{
					mobile_code: text,
					mobile_number_list: texts,
					email_list: texts,
					identification_type: { type: 'integer' },
					identification_number_list: texts,
				},
			),
		),
		handle({ body, company }) {
			const { mobile_code: code = '86', mobile_number_list: mobiles = [], email_list: emails = [] } = body;
			if (mobiles.some((mobile) => !(code === '86' ? /^1\d{10,11}$/ : /^\d{5,14}$/).test(mobile)))
				throw new Refusal(400, 1002009, 'invalid mobile number');
			const talents = [...company.talents.values()];
			const byMobile = code === '86' ? talents.filter((talent) => mobiles.includes(mobileOf(talent))) : [];
			const byEmail = talents.filter(({ email }) => emails.includes(email));
			return {
				talent_list: [
					...byMobile.map((talent) => ({
						talent_id: talent.id,
						mobile_code: code,
						mobile_number: mobileOf(talent),
						is_onboarded: company.isEmployed(talent.id),
					})),
					...byEmail.map(({ id, email }) => ({
						talent_id: id,
						email,
						is_onboarded: company.isEmployed(id),
					})),
				],
			};
		},
	}),

	route<ListQuery>()({
		name: 'GET /open-apis/hire/v1/talents',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:talent:readonly', 'hire:talent'],
		successMessage: 'ok',
		query: object(
			{},
			{
				keyword: text,
				update_start_time: millisecondsText,
				update_end_time: millisecondsText,
				sort_by: oneOf('1', '2', '3', '4'),
				query_option: oneOf('ignore_empty_error'),
				...userType.keys,
				...paging(20),
			},
		),
		handle({ query, company, behaviour }) {
			const { keyword } = query;
			const all = sorted(company, query.sort_by).filter(
				(talent) => (!keyword || matches(talent, keyword)) && changedWithin(talent, query, behaviour),
			);
			// The page hints at an error for an empty result, and names none.
			if (all.length === 0 && query.query_option !== 'ignore_empty_error')
				throw invalidParameter('no talent is found');
			const page = pageOf('talents', all, query);
			return { ...page, items: page.items.map((talent) => present(company, talent)) };
		},
	}),

	route<IdTypeQuery>()({
		name: 'GET /open-apis/hire/v1/talents/:talent_id',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:talent:readonly', 'hire:talent'],
		successMessage: 'ok',
		query: object({}, userType.keys),
		handle({ params, company }) {
			const talent = company.talents.get(params.talent_id);
			if (!talent) throw new Refusal(404, 1002102, 'Talent not found');
			return { talent: present(company, talent) };
		},
	}),

	route<IdTypeQuery>()({
		name: 'GET /open-apis/hire/v2/talents/:talent_id',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:talent:readonly', 'hire:talent'],
		query: object({}, userType.keys),
		handle({ params, company }) {
			const talent = company.talents.get(params.talent_id);
			if (!talent) throw new Refusal(404, 1002102, 'talent does not exist');
			return presentWhole(company, talent);
		},
	}),
];
