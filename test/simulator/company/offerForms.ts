/** The forms on which offers are written: what is asked for, in modules of fields, and the version of it all. */

export interface Texts {
	zh_cn?: string;
	en_us?: string;
}

export interface FieldOption {
	id: string;
	name: Texts;
}

/** The types that the page lists, with the number that the older of its two type fields gives some of them. */
export const FIELD_TYPES = {
	text: 1,
	long_text: 2,
	select: 3,
	multi_select: 4,
	date_select: 5,
	month_select: 6,
	year_select: 7,
	number: 8,
	amount: 9,
	formula: 10,
	default: 11,
	boolean: undefined,
	file: undefined,
	personnel_select: undefined,
	personnel_multi_select: undefined,
	city_single_select: undefined,
	corehr_text: undefined,
	corehr_long_text: undefined,
	corehr_select: undefined,
	corehr_multi_select: undefined,
	corehr_date_select: undefined,
	corehr_number: undefined,
	corehr_boolean: undefined,
	corehr_attachment: undefined,
	corehr_personnel_select: undefined,
	corehr_personnel_multi_select: undefined,
} as const;
export type FieldType = keyof typeof FIELD_TYPES;

export interface FormField {
	id: string;
	name: Texts;
	description: Texts;
	customized: boolean;
	required: boolean;
	active: boolean;
	needsApproval: boolean;
	sensitive: boolean;
	type: FieldType;
	options?: FieldOption[];
	formula?: { value: string; result: 1 | 2 | 3; fields: Array<{ key: string; value: Texts }> };
	/** Shown only when that field has one of these values. */
	shownWhen?: { fieldId: string; values: string[] };
}

export interface FormModule {
	id: string;
	name: Texts;
	hint: Texts;
	kind: 'basic' | 'salary' | 'custom';
	active: boolean;
	fields: FormField[];
}

export interface OfferForm {
	id: string;
	name: Texts;
	createTime: number;
	/** Changes with every change of any form. */
	schemaId: string;
	modules: FormModule[];
}

export interface OfferFormIds {
	formId: string;
	/** The custom fields by type, as far as the form has them; of types that occur twice, the first. */
	fields: Partial<Record<FieldType, string>>;
	/** The one field that every offer must fill, and its options. */
	required: string;
	requiredOptions: string[];
	/** No longer in use. */
	retired: string;
	/** A field of the form that is not the company's own. */
	preset: string;
}

interface FieldPlan {
	zh: string;
	en: string;
	type: FieldType;
	required?: true;
	retired?: true;
	needsApproval?: true;
	sensitive?: true;
	options?: Array<[zh: string, en: string]>;
}

const preset = (zh: string, en: string, more: Partial<FieldPlan> = {}): FieldPlan => ({
	zh,
	en,
	type: 'default',
	...more,
});
const own = (type: FieldType, zh: string, en: string, more: Partial<FieldPlan> = {}): FieldPlan => ({
	zh,
	en,
	type,
	...more,
});

const SIGNING: FieldPlan = own('select', '签约主体', 'Signing Entity', {
	required: true,
	options: [
		['北京分公司', 'Beijing Branch'],
		['上海分公司', 'Shanghai Branch'],
	],
});

const BASIC: FieldPlan[] = [
	preset('入职部门', 'Department', { required: true }),
	preset('直属上级', 'Direct Manager', { required: true }),
	preset('预计入职日期', 'Expected Onboarding Date'),
	preset('试用期', 'Probation'),
];

const SALARY: FieldPlan[] = [
	preset('币种', 'Currency', { required: true }),
	preset('基本工资', 'Basic Salary', { required: true, needsApproval: true, sensitive: true }),
];

const SOCIAL: { basic: FieldPlan[]; salary: FieldPlan[]; more: FieldPlan[] } = {
	basic: [
		...BASIC,
		SIGNING,
		own('text', '工位', 'Desk'),
		own('long_text', '入职说明', 'Notes on Onboarding'),
		own('text', '旧工号', 'Former Staff Number', { retired: true }),
	],
	salary: [
		...SALARY,
		own('amount', '签约奖金', 'Signing Bonus', { needsApproval: true, sensitive: true }),
		own('number', '年假天数', 'Days of Leave'),
		own('formula', '年薪', 'Annual Salary'),
	],
	more: [
		own('multi_select', '福利', 'Benefits', {
			options: [
				['补充医疗', 'Health Insurance'],
				['餐补', 'Meal Allowance'],
				['租房补贴', 'Housing Allowance'],
			],
		}),
		own('date_select', '到岗日期', 'Start Date'),
		own('month_select', '首次调薪月份', 'Month of First Review'),
		own('year_select', '毕业年份', 'Year of Graduation'),
		own('boolean', '需要签证', 'Needs a Visa'),
		own('file', '附加材料', 'Further Papers'),
		own('personnel_select', '导师', 'Mentor'),
		own('personnel_multi_select', '面试小组', 'Panel'),
		own('city_single_select', '户口城市', 'Registered City'),
		own('corehr_text', '护照号', 'Passport Number'),
		own('corehr_long_text', '健康说明', 'Health Notes'),
		own('corehr_select', '社保类型', 'Social Insurance', {
			options: [
				['城镇', 'Urban'],
				['农村', 'Rural'],
			],
		}),
		own('corehr_multi_select', '语言', 'Languages', {
			options: [
				['英语', 'English'],
				['日语', 'Japanese'],
			],
		}),
		own('corehr_date_select', '合同开始日期', 'Start of Contract'),
		own('corehr_number', '工龄', 'Years of Service'),
		own('corehr_boolean', '竞业限制', 'Non-compete'),
		own('corehr_attachment', '证件扫描件', 'Scan of Papers'),
		own('corehr_personnel_select', '人事负责人', 'HR Partner'),
		own('corehr_personnel_multi_select', '审批人', 'Approvers'),
	],
};

const CAMPUS: typeof SOCIAL = {
	basic: [...BASIC, SIGNING, own('text', '学校', 'School')],
	salary: SALARY,
	more: [own('date_select', '毕业日期', 'Date of Graduation')],
};

function fieldFrom(plan: FieldPlan, newId: () => string): FormField {
	const options = plan.options?.map(([zh_cn, en_us]) => ({ id: newId(), name: { zh_cn, en_us } }));
	return {
		id: newId(),
		name: { zh_cn: plan.zh, en_us: plan.en },
		description: { zh_cn: '', en_us: '' },
		customized: plan.type !== 'default',
		required: plan.required ?? false,
		active: !plan.retired,
		needsApproval: plan.needsApproval ?? false,
		sensitive: plan.sensitive ?? false,
		type: plan.type,
		...(options ? { options } : {}),
	};
}

function moduleFrom(
	kind: FormModule['kind'],
	name: Texts,
	plans: readonly FieldPlan[],
	newId: () => string,
): FormModule {
	const fields = plans.map((plan) => fieldFrom(plan, newId));
	const basicSalary = fields.find((field) => field.name.en_us === 'Basic Salary');
	for (const field of fields) {
		if (field.type !== 'formula' || !basicSalary) continue;
		field.formula = {
			value: `[${basicSalary.id}] * 12`,
			result: 1,
			fields: [{ key: basicSalary.id, value: basicSalary.name }],
		};
	}
	return { id: newId(), name, hint: { zh_cn: '', en_us: '' }, kind, active: true, fields };
}

function formFrom(name: Texts, plan: typeof SOCIAL, createTime: number, newId: () => string): OfferForm {
	const modules = [
		moduleFrom('basic', { zh_cn: '基本信息', en_us: 'Basic Information' }, plan.basic, newId),
		moduleFrom('salary', { zh_cn: '薪资信息', en_us: 'Salary Information' }, plan.salary, newId),
		moduleFrom('custom', { zh_cn: '补充信息', en_us: 'Further Information' }, plan.more, newId),
	];
	const signing = modules[0]?.fields.find(({ type }) => type === 'select');
	const bonus = modules[1]?.fields.find(({ type }) => type === 'amount');
	const [firstOption] = signing?.options ?? [];
	if (signing && bonus && firstOption) {
		bonus.shownWhen = { fieldId: signing.id, values: [firstOption.id] };
	}
	return { id: newId(), name, createTime, schemaId: newId(), modules };
}

export class OfferForms {
	readonly social: OfferForm;
	readonly campus: OfferForm;
	readonly forms: readonly OfferForm[];
	/** Every version there ever was, the current ones too. */
	private readonly versions = new Set<string>();

	constructor(
		private readonly newId: () => string,
		createTime: number,
	) {
		const { social, campus } = {
			social: { zh_cn: '社招 Offer 申请表', en_us: 'Offer Form for Experienced Hires' },
			campus: { zh_cn: '校招 Offer 申请表', en_us: 'Offer Form for Graduates' },
		};
		this.social = formFrom(social, SOCIAL, createTime, newId);
		this.campus = formFrom(campus, CAMPUS, createTime, newId);
		this.forms = [this.social, this.campus];
		for (const form of this.forms) this.versions.add(form.schemaId);
	}

	has(schemaId: string): boolean {
		return this.versions.has(schemaId);
	}

	field(id: string): FormField | undefined {
		return this.forms.flatMap(fieldsOf).find((field) => field.id === id);
	}

	rename(field: FormField, name: Texts, optionNames: Texts[] | undefined): void {
		field.name = name;
		if (optionNames) {
			const old = field.options ?? [];
			// An option whose name stays is assumed to stay the same option.
			field.options = optionNames.map((option) => ({
				id: old.find((candidate) => sameTexts(candidate.name, option))?.id ?? this.newId(),
				name: option,
			}));
		}
		for (const form of this.forms) {
			form.schemaId = this.newId();
			this.versions.add(form.schemaId);
		}
	}
}

function sameTexts(one: Texts, other: Texts): boolean {
	return one.zh_cn === other.zh_cn && one.en_us === other.en_us;
}

export function fieldsOf(form: OfferForm): FormField[] {
	return form.modules.flatMap(({ fields }) => fields);
}

export function idsOf(form: OfferForm): OfferFormIds {
	const fields = fieldsOf(form);
	const own = fields.filter(({ customized, active }) => customized && active);
	const required = own.find((field) => field.required);
	return {
		formId: form.id,
		fields: Object.fromEntries([...own].reverse().map(({ type, id }) => [type, id])),
		required: required?.id ?? '',
		requiredOptions: required?.options?.map(({ id }) => id) ?? [],
		retired: fields.find(({ active }) => !active)?.id ?? '',
		preset: fields.find(({ customized }) => !customized)?.id ?? '',
	};
}
