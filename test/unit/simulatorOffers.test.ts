import { OfferStatus } from '../simulator';
import { at, outcome, REFUSED, useSimulator } from './simulatorClient';

const client = useSimulator();

const form = () => client.simulator.ids.offerForms.social;
const needed = () => ({ id: form().required, value: form().requiredOptions[0] });

function basics() {
	const { users, departments } = client.simulator.ids;
	return {
		department_id: departments[0],
		leader_user_id: users[0],
		owner_user_id: users[1],
		operator_user_id: users[2],
	};
}

function least() {
	return {
		application_id: client.simulator.ids.applications.offerStage,
		basic_info: basics(),
		salary_info: { currency: 'CNY', basic_salary: '28000.50' },
		customized_info_list: [needed()],
	};
}

/** The same, for an update of an offer there is. */
function update() {
	const { application_id: _applicationId, ...rest } = least();
	return { schema_id: client.simulator.company.offerForms.social.schemaId, ...rest };
}

const create = (body: unknown, query = '') => client.send('POST', `/offers${query}`, body);
const put = (id: string, body: unknown, query = '') => client.send('PUT', `/offers/${id}${query}`, body);
const get = (id: unknown, query = '') => client.send('GET', `/offers/${String(id)}${query}`);

it('are created, read by both ids, listed by talent, and overwritten as a whole', async () => {
	const { ids, company } = client.simulator;
	const [attachment = ''] = ids.attachments;
	const body = {
		...least(),
		offer_type: 1,
		basic_info: {
			...basics(),
			employee_type_id: ids.employeeTypes.regular,
			job_family_id: ids.jobFamilies.active,
			job_level_id: ids.jobLevels.active,
			probation_month: 6,
			contract_period: { period_type: 2, period: 3 },
			expected_onboard_date: '{"date":"2026-03-02"}',
			work_address_id: '6897079709306250001',
			recommended_words: 'Take her.',
			common_attachment_id_list: [attachment],
		},
	};
	const written = await create(body);
	expect(written.data.msg).toBe('success');
	const { offer_id: id, ...shown } = written.data.data;
	expect(shown).toEqual({ ...body, schema_id: company.offerForms.social.schemaId });

	const read = at(await get(id), 'offer');
	expect(read).toMatchObject({
		id,
		application_id: body.application_id,
		offer_type: 1,
		offer_status: OfferStatus.created,
		basic_info: {
			offer_type: 1,
			remark: 'Take her.',
			creator_user_id: ids.users[2],
			onboard_date: '2026-03-02',
			create_time: String(client.now),
			employee_type: { id: ids.employeeTypes.regular, zh_name: '正式', en_name: 'Regular' },
			sequence: { id: ids.jobFamilies.active, en_name: 'Technology' },
			work_address: { id: '6897079709306250001' },
			customize_info_list: [{ object_id: needed().id, customize_value: needed().value }],
			common_attachment_id_list: [attachment],
		},
		salary_plan: { currency: 'CNY', basic_salary: '{"amount":"28000.50","period":2}' },
		job_info: { job_id: ids.jobs.backendEngineer, job_name: 'Backend Engineer' },
	});
	const { offer_type: _type, ...withoutType } = read;
	const byApplication = await client.send('GET', `/applications/${body.application_id}/offer`);
	expect(at(byApplication, 'offer')).toEqual(withoutType);

	const talentId = company.applications.get(body.application_id)?.talentId ?? '';
	expect(await client.pages(`/offers?talent_id=${talentId}`)).toEqual([
		[
			{
				id,
				job_info: read.job_info,
				create_time: client.now,
				offer_status: 10,
				offer_type: 1,
				employee_type: (read.basic_info as Record<string, unknown>).employee_type,
				application_id: body.application_id,
			},
		],
	]);

	const updated = await put(String(id), update());
	expect(updated.data).toEqual({ code: 0, msg: 'ok', data: { offer_id: id, ...update() } });
	const { basic_info: after } = at(await get(id), 'offer') as { basic_info: Record<string, unknown> };
	expect(after).not.toHaveProperty('remark');
	expect(after).not.toHaveProperty('probation_month');
	expect(after.common_attachment_id_list).toEqual([]);
});

it('speak the types of ids that are asked for', async () => {
	const { ids } = client.simulator;
	const types = '?user_id_type=user_id&department_id_type=department_id&job_level_id_type=job_level_id';
	const mine = { ...basics(), department_id: 'D002', leader_user_id: '3f9a1c00' };
	const body = {
		...least(),
		basic_info: { ...mine, owner_user_id: '3f9a1c01', operator_user_id: '3f9a1c02' },
	};
	expect(outcome(await create(body))).toEqual(REFUSED);
	const { offer_id: id } = (await create(body, types)).data.data;
	expect(at(await get(id), 'offer', 'basic_info')).toMatchObject({
		department_id: ids.departments[1],
		leader_user_id: ids.users[0],
	});
	expect(at(await get(id, types), 'offer', 'basic_info')).toMatchObject({
		department_id: 'D002',
		leader_user_id: '3f9a1c00',
	});
	// Two of the pages know an id of the old administration, the others do not.
	const old = '?user_id_type=people_admin_id';
	expect(at(await get(id, old), 'offer', 'basic_info').leader_user_id).toBe('6940000000000000001');
	expect(outcome(await create(body, old))).toEqual(REFUSED);
	expect(outcome(await client.send('GET', `/applications/${body.application_id}/offer${old}`))).toEqual(
		REFUSED,
	);
});

it('keep the values of custom fields, each type written its own way', async () => {
	const { ids, company } = client.simulator;
	const { fields } = form();
	const [papers = ''] = ids.attachments;
	const optionsOf = (id = '') => company.offerForms.field(id)?.options?.map((option) => option.id) ?? [];
	const bonus = company.offerForms.social.modules[1]?.fields.find(
		({ name }) => name.en_us === 'Basic Salary',
	);
	const right: Record<string, string> = {
		text: 'Desk 7',
		long_text: 'Two\nlines',
		multi_select: JSON.stringify(optionsOf(fields.multi_select).slice(0, 2)),
		date_select: '{"date":"2026-03-02"}',
		month_select: '{"date":"2026-03"}',
		year_select: '{"date":"2024"}',
		number: '12',
		amount: '123.1',
		formula: `( [${bonus?.id}] * 12 + 20 / 2 ) + 2000`,
		boolean: 'true',
		file: JSON.stringify([{ common_attachment_id: papers }]),
		personnel_select: ids.users[0] ?? '',
		personnel_multi_select: JSON.stringify(ids.users),
		city_single_select: 'CT_1',
		corehr_select: optionsOf(fields.corehr_select)[0] ?? '',
		corehr_attachment: '[]',
	};
	const wrong: Record<string, string> = {
		multi_select: optionsOf(fields.multi_select).join(),
		date_select: '2026-03-02',
		month_select: '{"date":"2026-13"}',
		year_select: '{"date":"24"}',
		number: 'twelve',
		amount: '123.123',
		boolean: 'yes',
		file: '[{"common_attachment_id":"1"}]',
		personnel_multi_select: 'ou_1',
		corehr_select: '1',
	};
	const valueFor = (type: string, value: string) => ({ id: fields[type as keyof typeof fields], value });
	for (const [type, value] of Object.entries(wrong)) {
		const list = [needed(), valueFor(type, value)];
		expect([type, outcome(await create({ ...least(), customized_info_list: list }))]).toEqual([
			type,
			REFUSED,
		]);
	}
	for (const formula of ['[1] * 12', 'twelve']) {
		const list = [needed(), valueFor('formula', formula)];
		expect(outcome(await create({ ...least(), customized_info_list: list }))).toEqual([500, 1002061]);
	}
	const list = [needed(), ...Object.entries(right).map(([type, value]) => valueFor(type, value))];
	const { offer_id: id } = (await create({ ...least(), customized_info_list: list })).data.data;
	const read = at(await get(id), 'offer') as unknown as {
		basic_info: { customize_info_list: unknown[] };
		salary_plan: { customize_info_list: unknown[] };
		customized_module_list: Array<{ ID: string; object_list: unknown[] }>;
	};
	expect(read.basic_info.customize_info_list).toHaveLength(3);
	expect(read.salary_plan.customize_info_list).toHaveLength(3);
	expect(read.customized_module_list).toEqual([
		{ ID: company.offerForms.social.modules[2]?.id, object_list: expect.any(Array) },
	]);
	expect(read.customized_module_list[0]?.object_list).toHaveLength(list.length - 6);
});

it.each([
	['no leader', { basic_info: { leader_user_id: undefined } }],
	['months as text', { basic_info: { probation_month: '3' } }],
	['a period of 101', { basic_info: { contract_period: { period_type: 1, period: 101 } } }],
	['a bare day of onboarding', { basic_info: { expected_onboard_date: '2026-03-02' } }],
	[
		'a day of onboarding that does not exist',
		{ basic_info: { expected_onboard_date: '{"date":"2026-02-30"}' } },
	],
	['an unknown basic field', { basic_info: { remark: 'x' } }],
	['pay as a number', { salary_info: { basic_salary: 28000 } }],
	['pay with three decimals', { salary_info: { basic_salary: '1.234' } }],
	['no pay', { salary_info: { basic_salary: undefined } }],
	['half a month of bonus', { salary_info: { award_salary_multiple: '2.5' } }],
	['type 3', { offer_type: 3 }],
] as Array<[string, { basic_info?: object; salary_info?: object; offer_type?: number }]>)(
	'are refused with %s',
	async (_name, { basic_info: basic, salary_info: salary, ...rest }) => {
		const body = least();
		const wrong = {
			...body,
			...rest,
			basic_info: { ...body.basic_info, ...basic },
			salary_info: { ...body.salary_info, ...salary },
		};
		expect(outcome(await create(wrong))).toEqual(REFUSED);
	},
);

it('must fill what the form requires, with fields of the form that are in use, once', async () => {
	const lists = [
		[],
		[needed(), needed()],
		[needed(), { id: form().retired, value: 'x' }],
		[needed(), { id: form().preset, value: 'x' }],
		[needed(), { id: client.simulator.ids.offerForms.campus.fields.text, value: 'x' }],
		[needed(), { id: form().fields.text }],
		[{ id: form().required, value: 'x' }],
	];
	for (const list of lists) {
		expect(outcome(await create({ ...least(), customized_info_list: list }))).toEqual(REFUSED);
	}
});

it.each([
	['attachment_id_list', ['6792436415209817600'], 500, 1002058],
	['common_attachment_id_list', ['1'], 400, 1002083],
	['common_attachment_id_list', Array.from({ length: 21 }, () => '1'), 400, 1002082],
	['employment_job_id', '1', 400, 1002069],
	['employment_job_id', '6807407987381831003', 400, 1002070],
	['employment_job_id', '6807407987381831002', 400, 1002077],
	['job_family_id', '1', 400, 1002071],
	['job_family_id', '6930000000000020003', 400, 1002072],
	['job_family_id', '6930000000000020002', 400, 1002079],
	['job_level_id', '1', 400, 1002073],
	['job_level_id', '6930000000000010003', 400, 1002074],
	['job_grade_id', '1', 400, 1002075],
	['job_grade_id', '6897079709306259002', 400, 1002076],
	['job_grade_id', '6897079709306259001', 400, 1002080],
])('are refused with the %s %j: %i %i', async (field, value, status, code) => {
	const basic = { ...basics(), job_family_id: '6930000000000020001', job_level_id: '6930000000000010002' };
	const body = { ...least(), basic_info: { ...basic, [field]: value } };
	expect(outcome(await create(body))).toEqual([status, code]);
});

it('depend on the application', async () => {
	const { applications } = client.simulator.ids;
	const at = async (id: string) => outcome(await create({ ...least(), application_id: id }));
	expect(await at('1')).toEqual([500, 1002054]);
	expect(await at(applications.terminated)).toEqual([500, 1002055]);
	expect(await at(applications.onboarded)).toEqual([500, 1002056]);
	expect(await at(applications.screening)).toEqual([500, 1002062]);
	expect(await at(applications.approvedOffer)).toEqual([500, 1002053]);
	expect(outcome(await client.send('GET', `/applications/${applications.screening}/offer`))).toEqual(REFUSED);
	expect(outcome(await get('1'))).toEqual(REFUSED);
	expect(outcome(await client.send('GET', '/offers'))).toEqual(REFUSED);
	expect(outcome(await client.send('GET', '/offers?talent_id=1&page_size=201'))).toEqual(REFUSED);
	expect(await client.pages('/offers?talent_id=1')).toEqual([[]]);
});

it('make room for another when they are over', async () => {
	const { company, ids } = client.simulator;
	const declined = company.offers.get(ids.offers.declined);
	const body = { ...least(), application_id: declined?.applicationId };
	expect(outcome(await create(body))).toEqual([200, 0]);
	const talentId = company.applications.get(declined?.applicationId ?? '')?.talentId ?? '';
	const pages = await client.pages(`/offers?talent_id=${talentId}&page_size=1`);
	expect(pages.map((page) => page.length)).toEqual([1, 1]);
});

it('are written on the newest version of the form', async () => {
	const { offerForms } = client.simulator.company;
	const old = offerForms.social.schemaId;
	const field = { name: { en_us: 'Place' } };
	await client.send('PUT', `/offer_custom_fields/${form().fields.text}`, field);
	expect(outcome(await create({ ...least(), schema_id: old }))).toEqual([500, 1002057]);
	expect(outcome(await create({ ...least(), schema_id: '1' }))).toEqual([500, 1002059]);
	expect(outcome(await create({ ...least(), schema_id: offerForms.social.schemaId }))).toEqual([200, 0]);
	const { created } = client.simulator.ids.offers;
	expect(outcome(await put(created, { ...update(), schema_id: old }))).toEqual([500, 1002057]);
	expect(outcome(await put(created, { ...update(), schema_id: undefined }))).toEqual(REFUSED);
});

it('are updated unless sent, and go back for approval when pay changes', async () => {
	const { offers } = client.simulator.ids;
	expect(outcome(await put('1', update()))).toEqual([500, 1002064]);
	expect(outcome(await put(offers.sent, update()))).toEqual([500, 1002066]);
	expect(outcome(await put(offers.accepted, update()))).toEqual([500, 1002066]);
	expect(outcome(await put(offers.pendingOnboarding, update()))).toEqual([500, 1002056]);
	expect(outcome(await put(offers.created, { ...update(), offer_type: 1 }))).toEqual(REFUSED);
	expect(outcome(await put(offers.created, { ...update(), application_id: '1' }))).toEqual(REFUSED);

	const statusAfter = async (id: string, pay: object) => {
		const salary = { currency: 'CNY', basic_salary: '28000', award_salary_multiple: '2', ...pay };
		expect(outcome(await put(id, { ...update(), salary_info: salary }))).toEqual([200, 0]);
		return at(await get(id), 'offer').offer_status;
	};
	expect(await statusAfter(offers.approved, {})).toBe(OfferStatus.approved);
	expect(await statusAfter(offers.approved, { basic_salary: '30000' })).toBe(OfferStatus.withdrawn);
	expect(await statusAfter(offers.created, { basic_salary: '30000' })).toBe(OfferStatus.created);
});

it('of internships are confirmed, given up, and left', async () => {
	const { internshipOffers: interns, offers } = client.simulator.ids;
	const step = (id: string, body: object) => client.send('POST', `/offers/${id}/intern_offer_status`, body);
	const confirm = {
		operation: 'confirm_onboarding',
		onboarding_info: { actual_onboarding_date: '2026-01-12' },
	};
	const leave = {
		operation: 'offboard',
		offboarding_info: { actual_offboarding_date: '2026-01-14', notes: 'Back to school' },
	};
	const cancel = { operation: 'cancel_onboarding' };
	const reply = await step(interns.pending, confirm);
	expect(reply.data).toEqual({ code: 0, msg: 'success', data: { offer_id: interns.pending, ...confirm } });
	expect(at(await get(interns.pending), 'offer')).toMatchObject({ offer_status: 12, offer_type: 2 });
	expect(outcome(await step(interns.pending, confirm))).toEqual([500, 1002067]);
	const early = { ...leave, offboarding_info: { actual_offboarding_date: '2026-01-12' } };
	expect(outcome(await step(interns.pending, early))).toEqual(REFUSED);
	expect(outcome(await step(interns.pending, leave))).toEqual([200, 0]);
	expect(at(await get(interns.pending), 'offer').offer_status).toBe(13);
	expect(outcome(await step(interns.left, leave))).toEqual([500, 1002068]);
	expect(outcome(await step(interns.accepted, cancel))).toEqual([200, 0]);
	expect(outcome(await step(offers.accepted, confirm))).toEqual([500, 1002067]);
	for (const wrong of [
		{ operation: 'confirm_onboarding' },
		{ operation: 'offboard' },
		{ ...confirm, onboarding_info: { actual_onboarding_date: '2026-02-30' } },
		{ ...confirm, onboarding_info: {} },
		{ operation: 'quit' },
	]) {
		expect(outcome(await step(interns.onboarded, wrong))).toEqual(REFUSED);
	}
	expect(outcome(await step('1', cancel))).toEqual(REFUSED);
});
