import { at, outcome, REFUSED, useSimulator } from './simulatorClient';

interface Field {
	id: string;
	name: object;
	is_customized: boolean;
	is_required: boolean;
	active_status: number;
	object_type?: number;
	object_type_v2: string;
	config: { options?: Array<{ id: string; name: object }>; formula?: object; object_display_config?: object };
}

const client = useSimulator();
const form = () => client.simulator.ids.offerForms.social;
const change = (id: string | undefined, body: unknown) =>
	client.send('PUT', `/offer_custom_fields/${id ?? ''}`, body);

async function read(): Promise<{ schemaId: string; fields: Field[] }> {
	const reply = await client.send('GET', `/offer_application_forms/${form().formId}`);
	const schema = at(reply, 'offer_apply_form', 'schema') as unknown as {
		id: string;
		module_list: Array<{ object_list: Field[] }>;
	};
	return { schemaId: schema.id, fields: schema.module_list.flatMap((module) => module.object_list) };
}

it('are listed one by one, whatever size of a page is asked for', async () => {
	const { social, campus } = client.simulator.ids.offerForms;
	const pages = await client.pages('/offer_application_forms?page_size=100');
	expect(pages).toMatchObject([[{ id: social.formId }], [{ id: campus.formId }]]);
	expect(pages[0]?.[0]).toMatchObject({ create_time: expect.stringMatching(/^\d{13}$/) });
	expect(outcome(await client.send('GET', '/offer_application_forms?page_size=101'))).toEqual(REFUSED);
	expect(outcome(await client.send('GET', '/offer_application_forms/1'))).toEqual(REFUSED);
});

it('have fields of every type', async () => {
	const { fields } = await read();
	const own = fields.filter((field) => field.is_customized && field.active_status === 1);
	expect(new Set(fields.map((field) => field.object_type_v2)).size).toBe(26);
	expect(own.filter((field) => field.is_required).map(({ id }) => id)).toEqual([form().required]);
	for (const field of own) {
		const choice =
			/select$/.test(field.object_type_v2) && /^(corehr_)?(multi_)?select$/.test(field.object_type_v2);
		expect([field.object_type_v2, field.config.options !== undefined]).toEqual([
			field.object_type_v2,
			choice,
		]);
	}
	const byType = new Map(own.map((field) => [field.object_type_v2, field]));
	expect(byType.get('amount')).toMatchObject({
		object_type: 9,
		config: { object_display_config: { pre_object_config_list: [{ id: form().required, operator: 1 }] } },
	});
	expect(byType.get('formula')?.config.formula).toMatchObject({ result: 1, extra_map: [{}] });
	expect(byType.get('file')).not.toHaveProperty('object_type');
});

it('have custom fields that can be renamed, which makes a new version of every form', async () => {
	const before = await read();
	const campus = client.simulator.company.offerForms.campus.schemaId;
	const name = { zh_cn: '座位', en_us: 'Seat' };
	expect((await change(form().fields.text, { name })).data).toEqual({ code: 0, msg: 'success', data: {} });
	const after = await read();
	expect(after.fields.find(({ id }) => id === form().fields.text)?.name).toEqual(name);
	expect(after.schemaId).not.toBe(before.schemaId);
	expect(client.simulator.company.offerForms.campus.schemaId).not.toBe(campus);
});

it('have options where the type has them, and nowhere else', async () => {
	const { fields } = form();
	const kept = { zh_cn: '餐补', en_us: 'Meal Allowance' };
	const name = { en_us: 'Benefits' };
	const config = { options: [{ name: kept }, { name: { en_us: 'Bicycle' } }] };
	const old = (await read()).fields.find(({ id }) => id === fields.multi_select)?.config.options ?? [];
	expect(outcome(await change(fields.multi_select, { name, config }))).toEqual([200, 0]);
	const options = (await read()).fields.find(({ id }) => id === fields.multi_select)?.config.options ?? [];
	expect(options.map((option) => option.name)).toEqual([kept, { en_us: 'Bicycle' }]);
	expect(options[0]?.id).toBe(old[1]?.id);

	// A refusal under HTTP 200.
	expect(outcome(await change(fields.text, { name, config }))).toEqual([200, 1002065]);
	expect(outcome(await change(fields.multi_select, { name }))).toEqual([200, 1002065]);
	expect(outcome(await change(fields.formula, { name }))).toEqual([200, 0]);
});

it.each([
	['no name', {}],
	['an empty name', { name: {} }],
	['a name as text', { name: 'Seat' }],
	['a type', { name: { en_us: 'Seat' }, object_type: 1 }],
	['a nameless option', { name: { en_us: 'Seat' }, config: { options: [{ name: {} }] } }],
	['options as texts', { name: { en_us: 'Seat' }, config: { options: ['a'] } }],
])('refuse %s', async (_name, body) => {
	expect(outcome(await change(form().fields.multi_select, body))).toEqual(REFUSED);
});

it('have preset fields that can not be changed', async () => {
	expect(outcome(await change(form().preset, { name: { en_us: 'x' } }))).toEqual(REFUSED);
	expect(outcome(await change('1', { name: { en_us: 'x' } }))).toEqual(REFUSED);
});

it('have templates of approval, with departments by the id of the old administration', async () => {
	const [templates] = await client.pages('/offer_approval_templates');
	expect(templates).toHaveLength(3);
	expect(templates?.[0]).toMatchObject({
		name: { en_us: 'Standard Approval' },
		department_list: [{ id: '6960000000000000001', name: '研发部', en_name: 'Engineering' }],
	});
	const [open] = await client.pages('/offer_approval_templates?department_id_type=open_department_id');
	expect(open?.[0]).toMatchObject({ department_list: [{ id: client.simulator.ids.departments[0] }] });
	expect(await client.pages('/offer_approval_templates?page_size=2')).toHaveLength(2);
	expect(outcome(await client.send('GET', '/offer_approval_templates?page_size=201'))).toEqual(REFUSED);
});
