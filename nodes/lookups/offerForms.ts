import type { IDataObject } from 'n8n-workflow';
import { columnOf } from '../declare/customFields';
import type { ColumnLookup, Listed, LookupReads } from '../declare/lookup';
import type { Call, Endpoint, PagedEndpoint } from '../declare/operation';
import { allOf, sideBySide } from './groups';
import { within } from './names';

/** The route that lists the forms. */
export const FORMS = {
	route: 'GET /open-apis/hire/v1/offer_application_forms',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer_application_form/list',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:offer_schema:readonly'],
	effect: 'read',
	// The page of the list also says that the number has no effect.
	pages: { size: 100 },
} as const satisfies PagedEndpoint;

/** The route that reads one form. */
export const FORM = {
	route: 'GET /open-apis/hire/v1/offer_application_forms/:offer_application_form_id',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer_application_form/get',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:offer_schema:readonly'],
	effect: 'read',
	record: 'offer_apply_form',
	errors: {
		1002002: {
			what: 'The offer form does not exist',
			mend: "Choose 'Offer Form' from the list again: the form may have been deleted in Feishu Hire.",
		},
	},
} as const satisfies Endpoint;

const IN_USE = 1;

/** Both names, where they differ. */
export const namesOf = ({ name, id }: IDataObject): string => {
	const { zh_cn: chinese, en_us: english } = (name ?? {}) as IDataObject;
	return [...new Set([chinese, english])].filter(Boolean).join(' / ') || String(id);
};

/** The offer application forms (Offer 申请表). */
export const offerForms: Listed = {
	name: 'searchOfferForms',
	async *entries({ all }) {
		for await (const { id, name } of all(FORMS)) yield { id: String(id), names: within(name) };
	},
};

/** A form with its modules and fields. */
export async function offerForm(call: Call, id: string): Promise<IDataObject> {
	const { offer_apply_form: form } = await call(FORM, { path: { offer_application_form_id: id } });
	return (form ?? {}) as IDataObject;
}

/** The version (schema) that a form has now. Each change of the form in Feishu Hire makes a new one. */
export const versionOf = ({ schema }: IDataObject): string => String((schema as IDataObject | undefined)?.id);

/** The fields of a form that the company has added and uses. */
export function ownFieldsOf({ schema }: IDataObject): IDataObject[] {
	const modules = ((schema as IDataObject | undefined)?.module_list ?? []) as IDataObject[];
	return modules
		.filter(({ active_status: status }) => status === IN_USE)
		.flatMap(({ object_list: fields }) => (fields ?? []) as IDataObject[])
		.filter(({ is_customized: own, active_status: status }) => own === true && status === IN_USE);
}

export const optionsOf = ({ config }: IDataObject): IDataObject[] =>
	((config as IDataObject | undefined)?.options ?? []) as IDataObject[];

/** Whether the form asks for a field only when other fields have certain values. */
function dependsOnOthers({ config }: IDataObject): boolean {
	const display = (config as IDataObject | undefined)?.object_display_config as IDataObject | undefined;
	return ((display?.pre_object_config_list ?? []) as unknown[]).length > 0;
}

/** The forms chosen in `offerForm`, or all of them, with their modules and fields. */
async function* wholeForms({ call, chosen, entries }: LookupReads): AsyncGenerator<IDataObject> {
	const picked = chosen('offerForm');
	const ids = picked ? [picked] : (await entries(offerForms)).map(({ id }) => id);
	yield* await sideBySide(ids.map(async (id) => await offerForm(call, id)));
}

/** The present versions (schemas) of the forms, by the names of the forms. */
export const offerFormVersions: Listed = {
	name: 'searchOfferFormVersions',
	asks: ['offerForm'],
	async *entries(reads) {
		for await (const form of wholeForms(reads)) yield { id: versionOf(form), names: within(form.name) };
	},
};

/** The company's own fields of all forms, each with its form. */
export const offerFormFields: Listed = {
	name: 'searchOfferFormFields',
	async *entries(reads) {
		for await (const form of wholeForms(reads)) {
			for (const field of ownFieldsOf(form)) {
				yield { id: String(field.id), names: within(field.name), also: [within(form.name)] };
			}
		}
	},
};

/** The company's own fields of the form chosen in `offerForm`; where an expression chooses, those of all forms. */
export const offerCustomFields: ColumnLookup = {
	name: 'getOfferCustomFields',
	none: "No custom fields (自定义字段) to fill in: choose an 'Offer Form' that has some in use.",
	async load(reads) {
		const picked = reads.chosen('offerForm');
		if (picked === '' && (await reads.entries(offerForms)).length > 1) return [];
		const forms = await allOf(wholeForms(reads));
		return forms.flatMap((form) =>
			ownFieldsOf(form).map((field) => {
				const column = columnOf({
					id: String(field.id),
					type: String(field.object_type_v2),
					name: namesOf(field),
					required: forms.length === 1 && field.is_required === true && !dependsOnOthers(field),
					options: optionsOf(field).map((option) => ({ name: namesOf(option), value: String(option.id) })),
				});
				const { displayName } = column;
				return forms.length > 1 ? { ...column, displayName: `${displayName} · ${namesOf(form)}` } : column;
			}),
		);
	},
};
