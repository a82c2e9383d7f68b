/** Offers, internship offers and offer forms: what goes over the wire, and what comes back. */
import type { INodeParameters, ResourceMapperField } from 'n8n-workflow';
import example from '../../examples/offer-with-custom-fields.json';
import { byId, runNode } from '../n8nCore/run';
import { loadFields, searchList } from '../n8nCore/panel';
import { startSimulator, type Simulator } from '../simulator';
import { OfferStatus } from '../simulator/company/records';
import { hireRequests } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const call = (resource: string, operation: string, parameters: INodeParameters) => ({
	node: 'feishuHireOffer' as const,
	parameters: { resource, operation, simplify: false, ...parameters },
});
type Input = NonNullable<Parameters<typeof runNode>[1]['items']>;
const run = async (title: string, parameters: INodeParameters, items?: Input) => {
	const [resource = '', operation = ''] = title.split('.');
	// The mapper of the panel may have asked before.
	const before = hireRequests(simulator).length;
	const result = await runNode(simulator, { ...call(resource, operation, parameters), items });
	return { ...result, sent: hireRequests(simulator).slice(before) };
};

interface ExampleParameters {
	offerForm: { value: string };
	customizedInfoList: { value: Record<string, string>; schema: ResourceMapperField[] };
}

const people = () => {
	const { users, departments } = simulator.ids;
	return {
		departmentId: departments[0] ?? '',
		leaderUserId: users[0] ?? '',
		ownerUserId: users[1] ?? '',
		operatorUserId: users[2] ?? '',
	};
};
const sentPeople = () => {
	const { users, departments } = simulator.ids;
	return {
		department_id: departments[0],
		leader_user_id: users[0],
		owner_user_id: users[1],
		operator_user_id: users[2],
	};
};
const salaryInfo = { values: { currency: 'CNY', basicSalary: '28000.50' } };
const salary_info = { currency: 'CNY', basic_salary: '28000.50' };

const columns = async (offerForm: string) =>
	(
		await loadFields(simulator, {
			...call('offer', 'create', { offerForm: byId(offerForm) }),
			method: 'getOfferCustomFields',
			parameter: 'customizedInfoList',
		})
	).fields;

/** What n8n saves once the mapper has loaded the fields of a form and some of them were filled in, by name. */
async function mapped(filled: Record<string, string | number | boolean | null>, offerForm?: string) {
	const schema = await columns(offerForm ?? simulator.ids.offerForms.social.formId);
	const idOf = (name: string) => schema.find(({ displayName }) => displayName.includes(name))?.id ?? name;
	const value = Object.fromEntries(Object.entries(filled).map(([name, each]) => [idOf(name), each]));
	return { mappingMode: 'defineBelow', value, matchingColumns: [], schema } as unknown as INodeParameters;
}

/** The form for graduates, with nothing that has to be filled in. */
function campusForm() {
	const { campus } = simulator.ids.offerForms;
	const field = simulator.company.offerForms.field(campus.required);
	if (field) field.required = false;
	return campus.formId;
}
const signing = () => simulator.ids.offerForms.social.requiredOptions[1] ?? '';
const letter = (text = 'an offer') => ({
	data: Buffer.from(text).toString('base64'),
	mimeType: 'text/plain',
	fileName: 'letter.txt',
});

describe('creating an offer', () => {
	const create = async (more: INodeParameters, items?: Input) =>
		await run(
			'offer.create',
			{ applicationId: byId(simulator.ids.applications.offerStage), ...people(), ...more },
			items,
		);

	test('with custom fields, each as its type is written', async () => {
		const [attachment = ''] = simulator.ids.attachments;
		const { json, error, sent } = await create({
			customizedInfoList: await mapped({
				'Signing Entity': signing(),
				Desk: '12-B',
				Benefits: '补充医疗, Meal Allowance',
				'Start Date': '2026-03-02T00:00:00',
				'Month of First Review': '2026-09-01T00:00:00',
				'Year of Graduation': '2019',
				'Days of Leave': 15,
				'Signing Bonus': '1234.5',
				'Needs a Visa': false,
				'Further Papers': attachment,
			}),
			additionalFields: { offerType: 1, salaryInfo },
		});
		expect(error).toBeUndefined();
		const { social } = simulator.ids.offerForms;
		const benefits = simulator.company.offerForms.field(social.fields.multi_select ?? '')?.options ?? [];
		expect(sent.map(({ method, path, body }) => [method, path, body])).toEqual([
			[
				'POST',
				'/open-apis/hire/v1/offers',
				{
					application_id: simulator.ids.applications.offerStage,
					offer_type: 1,
					basic_info: sentPeople(),
					salary_info,
					customized_info_list: [
						{ id: social.required, value: signing() },
						{ id: social.fields.text, value: '12-B' },
						{ id: social.fields.multi_select, value: `["${benefits[0]?.id}","${benefits[1]?.id}"]` },
						{ id: social.fields.date_select, value: '{"date":"2026-03-02"}' },
						{ id: social.fields.month_select, value: '{"date":"2026-09"}' },
						{ id: social.fields.year_select, value: '{"date":"2019"}' },
						{ id: social.fields.number, value: '15' },
						{ id: social.fields.amount, value: '1234.5' },
						{ id: social.fields.boolean, value: 'false' },
						{ id: social.fields.file, value: `[{"common_attachment_id":"${attachment}"}]` },
					],
				},
			],
		]);
		expect(json).toEqual([
			expect.objectContaining({
				offer_id: expect.stringMatching(/^\d+$/) as string,
				application_id: simulator.ids.applications.offerStage,
				offer_type: 1,
				schema_id: simulator.company.offerForms.social.schemaId,
				salary_info,
			}),
		]);
	});

	test('with values of each item', async () => {
		const [one = '', two = ''] = simulator.addApplications(2, { stage: 'offer' });
		const { json, error, sent } = await create(
			{
				applicationId: byId('={{ $json.id }}'),
				customizedInfoList: await mapped({ 'Signing Entity': signing(), Desk: '={{ $json.desk }}' }),
				additionalFields: { salaryInfo },
			},
			[{ id: one, desk: 'A1' }, { id: two }],
		);
		expect(error).toBeUndefined();
		expect(json.map(({ application_id }) => application_id)).toEqual([one, two]);
		const { required, fields } = simulator.ids.offerForms.social;
		const choice = { id: required, value: signing() };
		expect(
			Object.fromEntries(
				sent.map(({ body }) => {
					const { application_id, customized_info_list } = body as Record<string, string>;
					return [application_id, customized_info_list];
				}),
			),
		).toEqual({ [one]: [choice, { id: fields.text, value: 'A1' }], [two]: [choice] });
	});

	test('with files, which are uploaded before it is written', async () => {
		const [attachment = ''] = simulator.ids.attachments;
		const { error, sent } = await create(
			{
				customizedInfoList: await mapped({ 'Signing Entity': signing() }),
				attachments: { attachmentBinaryFields: 'letter, annex', commonAttachmentIdList: attachment },
				additionalFields: { salaryInfo },
			},
			[{ json: {}, binary: { letter: letter(), annex: letter('more') } }],
		);
		expect(error).toBeUndefined();
		expect(sent.map(({ path }) => path)).toEqual([
			'/open-apis/hire/v1/attachments',
			'/open-apis/hire/v1/attachments',
			'/open-apis/hire/v1/offers',
		]);
		const { basic_info } = sent[2]?.body as { basic_info: { common_attachment_id_list: string[] } };
		const [kept, ...uploaded] = basic_info.common_attachment_id_list;
		expect(kept).toBe(attachment);
		expect(uploaded.map((id) => simulator.company.files.get(id)?.toString())).toEqual(['an offer', 'more']);
	});

	test('not at all, where a file cannot be uploaded', async () => {
		const { error, sent } = await create(
			{ attachments: { attachmentBinaryFields: 'letter, missing' }, additionalFields: { salaryInfo } },
			[{ json: {}, binary: { letter: letter() } }],
		);
		expect(error?.message).toMatch(/missing/);
		expect(sent.filter(({ path }) => path.endsWith('/offers'))).toEqual([]);
	});

	test('not at all, and without an upload, with more files than it takes', async () => {
		const { error, sent } = await create(
			{
				attachments: {
					commonAttachmentIdList: Array.from({ length: 20 }, (_, index) => String(index + 1)).join(),
					attachmentBinaryFields: 'letter',
				},
			},
			[{ json: {}, binary: { letter: letter() } }],
		);
		expect(error?.message).toMatch(/21 attachments.*at most 20/);
		expect(sent).toEqual([]);
	});

	test('is not begun while a custom field of any item is wrong', async () => {
		const { error, sent } = await create(
			{
				customizedInfoList: await mapped({ 'Signing Entity': '={{ $json.entity }}' }),
				additionalFields: { salaryInfo },
			},
			[{ entity: 'Beijing Branch' }, { entity: 'Paris Branch' }],
		);
		expect(error?.message).toMatch(/Signing Entity.*Paris Branch.*\[item 1\]/);
		expect(error?.description).toMatch(/Shanghai Branch/);
		expect(sent).toEqual([]);
	});

	test('says nothing of custom fields that are all left empty', async () => {
		const { sent } = await create({
			customizedInfoList: await mapped(
				{ School: '', 'Date of Graduation': '={{ $json.none }}' },
				campusForm(),
			),
			additionalFields: { salaryInfo },
		});
		expect(sent.map(({ body }) => body)).toEqual([
			{
				application_id: simulator.ids.applications.offerStage,
				basic_info: sentPeople(),
				salary_info,
			},
		]);
	});

	test('whose answer was lost is told as unknown: the offer that is there may be an older one', async () => {
		simulator.fail({ route: 'POST /open-apis/hire/v1/offers', kind: 'dropAfter', times: 1 });
		const { json, error } = await create({
			customizedInfoList: await mapped({ 'Signing Entity': signing() }),
			additionalFields: { salaryInfo },
		});
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/^It is unknown whether this was done/);
		expect(error?.description).toMatch(
			/Look at the record.*already has an offer.*Get Many of the candidate.*1002053/,
		);
		expect(simulator.company.offersOf(simulator.ids.applications.offerStage)).toHaveLength(1);
	});

	test.each([
		['approvedOffer', {}, 1002053, /already has an offer/],
		['terminated', {}, 1002055, /terminated/],
		['pendingOnboarding', {}, 1002056, /stage/],
		['screening', {}, 1002062, /stage/],
		['offerStage', { schemaId: byId('1') }, 1002059, /version of the offer form does not exist/],
	] as const)(
		'of the application %s with %j is refused with %s',
		async (application, fields, code, words) => {
			const { error } = await create({
				applicationId: byId(simulator.ids.applications[application]),
				additionalFields: { salaryInfo, ...fields },
			});
			expect(error?.message).toMatch(words);
			expect(error?.description).toContain(String(code));
		},
	);

	test.each([
		[{ employmentJobId: byId('1') }, 1002069, /employment job .*does not exist/],
		[{ jobFamilyId: '={{ $json.family }}' }, 1002072, /job family .*no longer in use/],
		[{ jobLevelId: '={{ $json.level }}' }, 1002074, /job level .*no longer in use/],
		[{ jobGradeId: byId('1') }, 1002075, /job grade .*does not exist/],
	])('with %j is refused with %s', async (basicInfo, code, words) => {
		const { error } = await create({ basicInfo, additionalFields: { salaryInfo } }, [
			{ family: simulator.ids.jobFamilies.inactive, level: simulator.ids.jobLevels.inactive },
		]);
		expect(error?.message).toMatch(words);
		expect(error?.description).toContain(String(code));
	});
});

describe('updating an offer', () => {
	const update = async (more: INodeParameters, status: 'created' | 'sent' = 'created') =>
		await run('offer.update', {
			offerId: byId(simulator.ids.offers[status]),
			...people(),
			fieldsLeftOut: 'clear',
			updateFields: { salaryInfo },
			...more,
		});
	const schemaSent = (sent: Simulator['requests']) =>
		sent
			.filter(({ method }) => method === 'PUT')
			.map(({ body }) => (body as Record<string, string>).schema_id);

	test('takes the newest version of the chosen form', async () => {
		const { social } = simulator.ids.offerForms;
		const customizedInfoList = await mapped({ 'Signing Entity': signing() });
		const before = simulator.company.offerForms.social.schemaId;
		const desk = simulator.company.offerForms.field(social.fields.text ?? '');
		if (desk) simulator.company.offerForms.rename(desk, { en_us: 'Seat' }, undefined);
		const now = simulator.company.offerForms.social.schemaId;
		expect(now).not.toBe(before);
		const { json, error, sent } = await update({ offerForm: byId(social.formId), customizedInfoList });
		expect(error).toBeUndefined();
		expect(schemaSent(sent)).toEqual([now]);
		expect(json).toEqual([
			expect.objectContaining({ offer_id: simulator.ids.offers.created, schema_id: now, salary_info }),
		]);
	});

	test('refuses what would erase something that the offer shows, and names it', async () => {
		const { social } = simulator.ids.offerForms;
		const full = await update({
			offerForm: byId(social.formId),
			customizedInfoList: await mapped({ 'Signing Entity': signing() }),
			basicInfo: { jobOffered: 'Backend Engineer', probationMonth: 3, expectedOnboardDate: '2027-04-01' },
			updateFields: { salaryInfo: { values: { ...salaryInfo.values, quarterlyBonus: '3000' } } },
		});
		expect(full.error).toBeUndefined();
		const { error, json, sent } = await run('offer.update', {
			offerId: byId(simulator.ids.offers.created),
			...people(),
			offerForm: byId(social.formId),
			basicInfo: { jobOffered: 'Data Engineer', probationMonth: '' },
			updateFields: { salaryInfo: { values: { ...salaryInfo.values, quarterlyBonus: '' } } },
		});
		expect(json).toEqual([]);
		expect(error?.message).toMatch(
			/would be erased: Expected Onboarding Date, Probation \(Months\), Salary › Quarterly Bonus, Custom Fields › .*Signing Entity/,
		);
		expect(error?.description).toMatch(/Nothing was changed.*Fields Left Out/);
		expect(sent.filter(({ method }) => method === 'PUT')).toEqual([]);
	});

	test('takes a number that is given as 0 for given', async () => {
		const { social } = simulator.ids.offerForms;
		const withProbation = async (probationMonth: number, more: INodeParameters = {}) =>
			await update({
				offerForm: byId(social.formId),
				customizedInfoList: await mapped({ 'Signing Entity': signing() }),
				basicInfo: { jobOffered: 'Backend Engineer', probationMonth },
				...more,
			});
		expect((await withProbation(3)).error).toBeUndefined();
		const { error, sent } = await withProbation(0, { fieldsLeftOut: 'refuse' });
		expect(error).toBeUndefined();
		expect(sent.at(-1)?.body).toMatchObject({ basic_info: { probation_month: 0 } });
	});

	test('erases it where that is chosen, without reading the offer', async () => {
		const { social } = simulator.ids.offerForms;
		const chosen = {
			offerForm: byId(social.formId),
			customizedInfoList: await mapped({ 'Signing Entity': signing() }),
		};
		await update({ ...chosen, basicInfo: { jobOffered: 'Backend Engineer' } });
		const { error, sent } = await update(chosen);
		expect(error).toBeUndefined();
		expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
			`GET /open-apis/hire/v1/offer_application_forms/${social.formId}`,
			`PUT /open-apis/hire/v1/offers/${simulator.ids.offers.created}`,
		]);
	});

	test('takes the version that is given, without another request', async () => {
		const { schemaId } = simulator.company.offerForms.social;
		const { error, sent } = await update({
			offerForm: byId(simulator.ids.offerForms.social.formId),
			customizedInfoList: await mapped({ 'Signing Entity': signing() }),
			updateFields: { salaryInfo, schemaId: byId(schemaId) },
		});
		expect(error).toBeUndefined();
		expect(sent).toHaveLength(1);
		expect(schemaSent(sent)).toEqual([schemaId]);
	});

	test('that was written with an older version says which form to choose', async () => {
		const customizedInfoList = await mapped({ 'Signing Entity': signing() });
		await run('offer.get', { offerId: byId(simulator.ids.offers.created) });
		const desk = simulator.company.offerForms.field(simulator.ids.offerForms.social.fields.text ?? '');
		if (desk) simulator.company.offerForms.rename(desk, { en_us: 'Seat' }, undefined);
		const { error } = await update({ customizedInfoList });
		expect(error?.message).toMatch(/offer form has changed/);
		expect(error?.description).toMatch(/Offer Form.*1002057/s);
	});

	test('that was sent is refused', async () => {
		const { error } = await update(
			{ customizedInfoList: await mapped({ 'Signing Entity': signing() }) },
			'sent',
		);
		expect(error?.message).toMatch(/cannot be changed in the status/);
		expect(error?.description).toContain('1002066');
	});
});

describe('reading offers', () => {
	const offer = () => simulator.ids.offers.sent;

	test('one, simplified and raw', async () => {
		const simple = await run('offer.get', { offerId: byId(offer()), simplify: true });
		expect(simple.json).toHaveLength(1);
		expect(simple.json[0]).toMatchObject({
			offer_id: offer(),
			offer_status: OfferStatus.sent,
			offer_status_name: 'Sent',
			job_title: expect.any(String) as string,
			department_id: simulator.ids.departments[0],
			leader_user_id: simulator.ids.users[0],
			onboard_date: '2026-03-02',
		});
		expect(Object.values(simple.json[0] ?? {}).filter((value) => typeof value === 'object')).toEqual([]);
		const raw = await run('offer.get', { offerId: byId(offer()), simplify: false });
		expect(raw.json[0]).toMatchObject({
			id: offer(),
			basic_info: { onboard_date: '2026-03-02' },
			salary_plan: { currency: 'CNY' },
		});
	});

	test('the one of an application', async () => {
		const application = simulator.ids.applications.approvedOffer;
		const { json, sent } = await run('offer.getByApplication', { applicationId: byId(application) });
		expect(json).toEqual([
			expect.objectContaining({ id: simulator.ids.offers.approved, application_id: application }),
		]);
		expect(sent.map(({ path }) => path)).toEqual([`/open-apis/hire/v1/applications/${application}/offer`]);
	});

	test('one that there is not', async () => {
		const { error } = await run('offer.get', { offerId: byId('6900000000000000001') });
		expect(error?.description).toMatch(/offer exists.*1002002/s);
	});

	describe('of a candidate', () => {
		const talent = () => {
			const { company, ids } = simulator;
			const { talentId, jobId, stageId } = company.applications.get(ids.applications.offerStage) ?? {};
			if (!talentId || !jobId || !stageId) throw new Error('The seed has no such application');
			for (let i = 0; i < 12; i++) {
				company.addOffer(company.addApplication({ talentId, jobId, stageId }).id, OfferStatus.created);
			}
			return talentId;
		};

		test('a few, with one request', async () => {
			const { json, sent } = await run('offer.getAll', { talentId: byId(talent()), limit: 7 });
			expect(json).toHaveLength(7);
			expect(sent.map(({ query }) => query)).toEqual([expect.objectContaining({ page_size: '7' })]);
		});

		test('all of them, page after page', async () => {
			const talentId = talent();
			const { company } = simulator;
			const { jobId = '', stageId = '' } =
				company.applications.get(simulator.ids.applications.offerStage) ?? {};
			for (let i = 0; i < 200; i++) {
				company.addOffer(company.addApplication({ talentId, jobId, stageId }).id, OfferStatus.created);
			}
			const { json, sent } = await run('offer.getAll', { talentId: byId(talentId), returnAll: true });
			expect(json).toHaveLength(212);
			expect(new Set(json.map(({ id }) => id)).size).toBe(212);
			expect(sent.map(({ query }) => query.page_size)).toEqual(['200', '200']);
		});

		test('none, where there is no offer', async () => {
			const { json, error } = await run('offer.getAll', { talentId: byId(simulator.ids.talents.fresh) });
			expect(error).toBeUndefined();
			expect(json).toEqual([]);
		});
	});
});

describe('an internship', () => {
	const change = async (offer: string, statusChange: string, more: INodeParameters = {}) =>
		await run('internshipOffer.updateStatus', { offerId: byId(offer), statusChange, ...more });

	test('begins', async () => {
		const { pending } = simulator.ids.internshipOffers;
		const { json, sent } = await change(pending, 'confirm_onboarding', {
			actualOnboardingDate: '2022-01-01',
		});
		const body = {
			operation: 'confirm_onboarding',
			onboarding_info: { actual_onboarding_date: '2022-01-01' },
		};
		expect(sent.map((request) => request.body)).toEqual([body]);
		expect(json).toEqual([{ offer_id: pending, ...body }]);
		expect(simulator.company.offers.get(pending)?.status).toBe(OfferStatus.internOnboarded);
	});

	test('that began, though the answer was lost, is not begun again, and told as unknown', async () => {
		const { pending } = simulator.ids.internshipOffers;
		simulator.fail({
			route: 'POST /open-apis/hire/v1/offers/:offer_id/intern_offer_status',
			kind: 'dropAfter',
			times: 1,
		});
		const { json, error } = await change(pending, 'confirm_onboarding', {
			actualOnboardingDate: '2022-01-01',
		});
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/^It is unknown whether this was done/);
		expect(simulator.applied).toHaveLength(1);
	});

	test.each([
		['confirm_onboarding', 'Actual Onboarding Date', 'the intern has started'],
		['offboard', 'Actual Departure Date', 'the intern has left'],
	])('needs a day for %s, also where an expression says so', async (kind, date, condition) => {
		const { error, sent } = await run(
			'internshipOffer.updateStatus',
			{ offerId: byId(simulator.ids.internshipOffers.pending), statusChange: '={{ $json.change }}' },
			[{ change: kind }],
		);
		expect(error?.message).toContain(`'${date}' is missing`);
		expect(error?.description).toContain(condition);
		expect(sent).toEqual([]);
	});

	test.each([
		['left', 'confirm_onboarding', { actualOnboardingDate: '2022-01-01' }, 1002067, /not waiting/],
		['pending', 'offboard', { actualOffboardingDate: '2022-01-01' }, 1002068, /not onboarded/],
	] as const)('%s cannot be changed by %s', async (offer, statusChange, more, code, words) => {
		const { error } = await change(simulator.ids.internshipOffers[offer], statusChange, more);
		expect(error?.message).toMatch(words);
		expect(error?.description).toContain(String(code));
	});
});

describe('offer forms', () => {
	test('all of them', async () => {
		const { json, sent } = await run('offerForm.getAll', { returnAll: true });
		const { social, campus } = simulator.ids.offerForms;
		expect(json.map(({ id }) => id)).toEqual([social.formId, campus.formId]);
		// Feishu Hire gives one a page, whatever it is asked for.
		expect(sent).toHaveLength(2);
	});

	test('one, simplified and raw', async () => {
		const { campus } = simulator.ids.offerForms;
		const { json } = await run('offerForm.get', {
			offerApplicationFormId: byId(campus.formId),
			simplify: true,
		});
		expect(json).toEqual([
			{
				offer_form_id: campus.formId,
				offer_form_name: '校招 Offer 申请表',
				offer_form_name_en: 'Offer Form for Graduates',
				schema_id: simulator.company.offerForms.campus.schemaId,
				custom_field_ids: expect.stringMatching(new RegExp(`^${campus.required}(, \\d+){2}$`)) as string,
				custom_field_names: '签约主体, 学校, 毕业日期',
				required_custom_field_names: '签约主体',
			},
		]);
		const raw = await run('offerForm.get', { offerApplicationFormId: byId(campus.formId), simplify: false });
		expect(raw.json[0]).toMatchObject({
			id: campus.formId,
			schema: { module_list: expect.any(Array) as [] },
		});
	});

	test('their approval templates', async () => {
		const { json, sent } = await run('offerForm.getApprovalTemplates', { limit: 2 });
		expect(json.map(({ name }) => name)).toEqual([
			{ zh_cn: '标准审批流', en_us: 'Standard Approval' },
			{ zh_cn: '高管审批流', en_us: 'Approval of Executives' },
		]);
		expect(sent).toHaveLength(1);
	});

	test('a custom field gets another name and other choices', async () => {
		const { required } = simulator.ids.offerForms.social;
		const { json, error, sent } = await run('offerForm.updateCustomField', {
			offerCustomFieldId: byId(required),
			name: { values: { zhCn: '就职状态' } },
			updateFields: { options: { values: [{ zhCn: '无业' }] } },
		});
		expect(error).toBeUndefined();
		expect(sent.map(({ body }) => body)).toEqual([
			{ name: { zh_cn: '就职状态' }, config: { options: [{ name: { zh_cn: '无业' } }] } },
		]);
		expect(json).toEqual([{ success: true, offer_custom_field_id: required, name_zh_cn: '就职状态' }]);
		expect(simulator.company.offerForms.field(required)?.name).toEqual({ zh_cn: '就职状态' });
	});

	test('choices for a field without any are refused', async () => {
		const { error } = await run('offerForm.updateCustomField', {
			offerCustomFieldId: byId(simulator.ids.offerForms.social.fields.text ?? ''),
			name: { values: { enUs: 'Desk' } },
			updateFields: { options: { values: [{ enUs: 'A' }] } },
		});
		expect(error?.message).toMatch(/choices do not fit/);
		expect(error?.description).toContain('1002065');
	});

	test('a custom field keeps a name: none is refused before anything is sent', async () => {
		const { error, sent } = await run('offerForm.updateCustomField', {
			offerCustomFieldId: byId(simulator.ids.offerForms.social.required),
			name: { values: { zhCn: '', enUs: '' } },
		});
		expect(error?.message).toMatch(/'Field Name'/);
		expect(sent).toEqual([]);
	});
});

describe('the panel', () => {
	test('lists the forms', async () => {
		const { results } = await searchList(
			simulator,
			{ ...call('offer', 'create', {}), method: 'searchOfferForms', parameter: 'offerForm' },
			'graduates',
		);
		expect(results).toEqual([
			{
				name: '校招 Offer 申请表',
				value: simulator.ids.offerForms.campus.formId,
				description: 'Offer Form for Graduates',
			},
		]);
	});

	test('offers the own fields in use of the chosen form, with their options', async () => {
		const { campus, social } = simulator.ids.offerForms;
		expect(await columns(campus.formId)).toEqual([
			expect.objectContaining({
				id: `${campus.required}:select`,
				displayName: '签约主体 / Signing Entity (one of a list)',
				required: true,
				type: 'options',
				options: [
					{ name: '北京分公司 / Beijing Branch', value: campus.requiredOptions[0] },
					{ name: '上海分公司 / Shanghai Branch', value: campus.requiredOptions[1] },
				],
			}),
			expect.objectContaining({ displayName: '学校 / School (text)', required: false, type: 'string' }),
			expect.objectContaining({ displayName: '毕业日期 / Date of Graduation (date)', type: 'dateTime' }),
		]);
		const ids = (await columns(social.formId)).map(({ id }) => id.split(':')[0]);
		expect(ids).toEqual(
			expect.arrayContaining(Object.values(social.fields).filter((id) => id !== social.preset)),
		);
		expect(ids).not.toContain(social.retired);
		expect(ids).not.toContain(social.preset);
	});

	test('offers those of all forms, none of them a must, where an expression chooses the form', async () => {
		const found = await columns('={{ $json.form }}');
		expect(found.some(({ required }) => required)).toBe(false);
		expect(found.map(({ displayName }) => displayName)).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^签约主体.* · 社招 Offer 申请表/),
				expect.stringMatching(/^毕业日期.* · 校招 Offer 申请表/),
			]),
		);
	});

	test('offers none before a form is chosen, since there are several, and says so', async () => {
		const { fields, emptyFieldsNotice } = await loadFields(simulator, {
			...call('offer', 'create', {}),
			method: 'getOfferCustomFields',
			parameter: 'customizedInfoList',
		});
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(/choose an 'Offer Form'/);
	});

	test.each([null, '={{ undefined }}', undefined])(
		'names a required one that is empty, not its ID: %j',
		async (empty) => {
			const { error, sent } = await run('offer.create', {
				applicationId: byId(simulator.addApplications(1, { stage: 'offer' })[0] ?? ''),
				...people(),
				offerForm: byId(simulator.ids.offerForms.social.formId),
				customizedInfoList: await mapped({
					Desk: 'by the window',
					...(empty === undefined ? {} : { 'Signing Entity': empty }),
				}),
			});
			expect(error?.message).toMatch(/^'Custom Fields' has no '签约主体 \/ Signing Entity [^0-9]*'/);
			expect(sent).toEqual([]);
		},
	);

	test('saved in the example workflow is what it offers today', async () => {
		const { nodes } = example as unknown as { nodes: Array<{ name: string; parameters: ExampleParameters }> };
		const { offerForm, customizedInfoList } =
			nodes.find(({ name }) => name === 'Create Offer')?.parameters ?? ({} as ExampleParameters);
		expect(offerForm.value).toBe(simulator.ids.offerForms.social.formId);
		const { value, schema } = customizedInfoList;
		expect(schema.filter(({ removed }) => removed !== true).map(({ id }) => id)).toEqual(Object.keys(value));
		// With a field more or less the editor calls the fields outdated.
		expect(schema.map(({ removed: _, ...saved }) => saved)).toEqual(await columns(offerForm.value));
	});

	test('says which scope is missing', async () => {
		simulator.revokeScope('hire:offer_schema:readonly');
		await expect(columns('')).rejects.toThrow(/hire:offer_schema:readonly/);
	});
});
