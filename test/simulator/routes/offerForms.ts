import { FIELD_TYPES } from '../company/offerForms';
import type { FormField, FormModule, OfferForm, Texts } from '../company/offerForms';
import { idTypes } from '../idTypes';
import type { IdTypeQuery } from '../idTypes';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { Refusal, invalidParameter } from '../refusal';
import { json, route } from '../route';
import { object, paging, text } from '../schema';
import type { Schema } from '../schema';

interface FieldBody {
	name: Texts;
	config?: { options?: Array<{ name: Texts }> };
}

const texts: Schema = object({}, { zh_cn: text, en_us: text });
const reading = ['hire:offer_schema:readonly'];
const departments = idTypes(['department'], {
	department: ['people_admin_department_id', 'open_department_id', 'department_id'],
});

/** The page calls the size of a page an invalid parameter with the default 1: every page has one form. */
const FORMS_IN_A_PAGE = '1';

const WITH_OPTIONS = ['select', 'multi_select'];

function presentField(field: FormField, module: FormModule): Record<string, unknown> {
	const { options, formula, shownWhen } = field;
	return {
		id: field.id,
		name: field.name,
		description: field.description,
		module_id: module.id,
		is_customized: field.customized,
		is_required: field.required,
		active_status: field.active ? 1 : 2,
		need_approve: field.needsApproval,
		is_sensitive: field.sensitive,
		object_type: FIELD_TYPES[field.type],
		object_type_v2: field.type,
		config: {
			options: options?.map(({ id, name }) => ({ id, name, description: { zh_cn: '', en_us: '' } })),
			formula: formula && { value: formula.value, result: formula.result, extra_map: formula.fields },
			object_display_config: shownWhen && {
				display_condition: 1,
				pre_object_config_list: [{ id: shownWhen.fieldId, operator: 1, value: shownWhen.values }],
			},
		},
	};
}

function presentForm(form: OfferForm): Record<string, unknown> {
	return {
		id: form.id,
		name: form.name,
		schema: {
			id: form.schemaId,
			module_list: form.modules.map((module) => ({
				id: module.id,
				name: module.name,
				is_customized: module.kind === 'custom',
				active_status: module.active ? 1 : 2,
				hint: module.hint,
				object_list: module.fields.map((field) => presentField(field, module)),
			})),
		},
	};
}

function refuseNameless(name: Texts, what: string): void {
	if (!name.zh_cn && !name.en_us) throw invalidParameter(`${what} must have a name in one language`);
}

const TEMPLATES: Array<[zh: string, en: string, remark: string]> = [
	['标准审批流', 'Standard Approval', 'For all departments'],
	['高管审批流', 'Approval of Executives', ''],
	['实习审批流', 'Approval of Interns', 'One step only'],
];

export const offerFormRoutes = [
	route<PageQuery>()({
		name: 'GET /open-apis/hire/v1/offer_application_forms',
		limits: [{ requests: 10, perSeconds: 1 }],
		scopes: reading,
		query: object({}, paging(100)),
		handle({ query, company }) {
			const { page_token } = query;
			const page = pageOf('offer_forms', company.offerForms.forms, {
				page_token,
				page_size: FORMS_IN_A_PAGE,
			});
			const items = page.items.map(({ id, name, createTime }) => ({
				id,
				name,
				create_time: String(createTime),
			}));
			return { ...page, items };
		},
	}),

	route()({
		name: 'GET /open-apis/hire/v1/offer_application_forms/:offer_application_form_id',
		limits: [
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
		scopes: reading,
		handle({ params, company }) {
			const form = company.offerForms.forms.find(({ id }) => id === params.offer_application_form_id);
			if (!form) throw invalidParameter('offer application form does not exist');
			return { offer_apply_form: presentForm(form) };
		},
	}),

	route<PageQuery & IdTypeQuery>()({
		name: 'GET /open-apis/hire/v1/offer_approval_templates',
		limits: [{ requests: 10, perSeconds: 1 }],
		scopes: ['hire:offer_approval_template:readonly'],
		query: object({}, { ...departments.keys, ...paging(200) }),
		handle({ query, company }) {
			const { department } = company.directories;
			const type = departments.of(query).department;
			const all = TEMPLATES.map(([zh_cn, en_us, remark], i) => {
				const entry = department.entries[i];
				return {
					id: `712000000000000000${i + 1}`,
					name: { zh_cn, en_us },
					create_time: String(company.offerForms.social.createTime + i),
					remark,
					department_list: entry ? [{ id: entry.ids[type], name: entry.zhName, en_name: entry.enName }] : [],
				};
			});
			return pageOf('offer_approval_templates', all, query);
		},
	}),

	route<unknown, FieldBody>()({
		name: 'PUT /open-apis/hire/v1/offer_custom_fields/:offer_custom_field_id',
		limits: [
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
		scopes: ['hire:offer_selection_object'],
		body: json(
			object(
				{ name: texts },
				{ config: object({}, { options: { type: 'array', items: object({ name: texts }) } }) },
			),
		),
		handle({ params, body, company, applied }) {
			const field = company.offerForms.field(params.offer_custom_field_id);
			// The page has one code for all of this.
			if (!field?.customized) throw invalidParameter('offer custom field does not exist');
			refuseNameless(body.name, 'the field');
			const names = body.config?.options?.map((option) => option.name);
			for (const name of names ?? []) refuseNameless(name, 'every option');
			// Choices drawn from Feishu People are assumed to be changed there.
			if (WITH_OPTIONS.includes(field.type) !== Boolean(names?.length)) {
				throw new Refusal(200, 1002065, 'options are wrong for the type of this field');
			}
			company.offerForms.rename(field, body.name, names);
			applied(field.id);
			return undefined;
		},
	}),
];
