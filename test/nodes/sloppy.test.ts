/**
 * Spreadsheets as people keep them: empty cells, stray spaces, dates and states in the words of two languages,
 * values of the wrong kind. Nothing is erased, nothing is decided by itself, and what is refused is explained.
 */
import type { GenericValue, IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, runNode, type RunOptions } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import { createExternalOffer, hireRequests, terminate, updateExternalOffer, updateStatus } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

type Cells = Record<string, GenericValue | GenericValue[]>;

/** What becomes of a row: the body that Feishu Hire gets, or the parameter that is wrong, what is wrong, and the mend. */
type Outcome = { sends: object } | { parameter: string; says: RegExp; mend: RegExp };

interface Sheet {
	readonly call: Pick<RunOptions, 'node' | 'parameters'>;
	/** One record for each row, whose ID is in its column `id`. */
	readonly records: (count: number) => string[];
	/** The body of a request that gives no field. */
	readonly bare: (id: string) => object;
	readonly rows: Array<[Cells, Outcome]>;
}

const sends = (body: object = {}): Outcome => ({ sends: body });
const refused = (parameter: string, says: RegExp, mend: RegExp): Outcome => ({ parameter, says, mend });

const cell = (name: string) => `={{ $json["${name}"] }}`;

const in2024 = Date.parse('2024-07-25T00:00:00+08:00');
const held = { biz_create_time: '1721899352428', owner: 'Lin Yan', offer_status: 'Sent' };

const externalApplication = () => simulator.ids.externalApplications[0] ?? '';
const threeFiles = () => simulator.ids.attachments.slice(0, 3);

/** External offers with something in every field, updated with Keep. */
const updates = (rows: Sheet['rows'], more: INodeParameters = {}): Sheet => ({
	call: updateExternalOffer(cell('id'), externalApplication(), {
		updateFields: {
			bizCreateTime: cell('Created'),
			owner: cell('Owner'),
			offerStatus: cell('State'),
			attachmentIdList: cell('Files'),
		},
		...more,
	}),
	records: (count) =>
		simulator.addExternalOffers(count, {
			externalApplicationId: externalApplication(),
			bizCreateTime: held.biz_create_time,
			owner: held.owner,
			offerStatus: held.offer_status,
			attachmentIds: threeFiles(),
		}),
	bare: () => ({ external_application_id: externalApplication(), ...held, attachment_id_list: threeFiles() }),
	rows,
});

const terminations = (rows: Sheet['rows']): Sheet => ({
	call: terminate(cell('id'), cell('Who'), {
		additionalFields: { terminationReasonList: cell('Reasons'), terminationReasonNote: cell('Note') },
	}),
	records: (count) => simulator.addApplications(count),
	bare: () => ({}),
	rows,
});

const onboardings = (rows: Sheet['rows'], fields: INodeParameters): Sheet => ({
	call: {
		node: 'feishuHireApplication',
		parameters: {
			resource: 'onboarding',
			operation: 'transferOnboard',
			applicationId: byId(cell('id')),
			additionalFields: fields,
		},
	},
	records: (count) => simulator.addApplications(count, { stage: 'pendingOnboarding' }),
	bare: () => ({}),
	rows,
});

const externalOffers = (rows: Sheet['rows']): Sheet => ({
	call: createExternalOffer(cell('id'), {
		additionalFields: {
			externalId: cell('Key'),
			bizCreateTime: cell('Created'),
			owner: cell('Owner'),
			offerStatus: cell('State'),
			attachmentIdList: cell('Files'),
		},
		options: { makeKey: false },
	}),
	records: (count) =>
		Array.from({ length: count }, (_, row) => simulator.company.addExternalApplication(`Job ${row}`).id),
	bare: (id) => ({ external_application_id: id }),
	rows,
});

const offers = (rows: Sheet['rows']): Sheet => {
	const [department = ''] = simulator.ids.departments;
	const [leader = '', owner = '', operator = ''] = simulator.ids.users;
	const { required, requiredOptions } = simulator.ids.offerForms.social;
	const [option = ''] = requiredOptions;
	const people = {
		departmentId: department,
		leaderUserId: leader,
		ownerUserId: owner,
		operatorUserId: operator,
	};
	return {
		call: {
			node: 'feishuHireOffer',
			parameters: {
				resource: 'offer',
				operation: 'create',
				applicationId: byId(cell('id')),
				...people,
				customizedInfoList: {
					mappingMode: 'defineBelow',
					value: { [`${required}:select`]: option },
					matchingColumns: [],
					schema: [],
				},
				basicInfo: {
					contractPeriod: { values: { periodType: cell('Unit'), period: cell('Length') } },
					expectedOnboardDate: cell('Start'),
					jobProcessTypeId: cell('Process'),
					probationMonth: cell('Probation'),
					recommendedWords: cell('Words'),
				},
				attachments: { commonAttachmentIdList: cell('Files') },
				additionalFields: {
					salaryInfo: { values: { currency: cell('Currency'), basicSalary: cell('Pay') } },
				},
			},
		},
		records: (count) => simulator.addApplications(count, { stage: 'offer' }),
		bare: (id) => ({
			application_id: id,
			customized_info_list: [{ id: required, value: option }],
			basic_info: {
				department_id: department,
				leader_user_id: leader,
				owner_user_id: owner,
				operator_user_id: operator,
			},
		}),
		rows,
	};
};

const states = (rows: Sheet['rows']): Sheet => ({
	call: updateStatus(cell('id'), cell('State'), {
		expirationDate: cell('Until'),
		terminationReasonIdList: cell('Reasons'),
		terminationReasonNote: cell('Note'),
	}),
	// Approved, but for those whose approval is the matter.
	records: (count) =>
		Array.from({ length: count }, (_, row) => ({ 2: 10, 3: 2, 4: 6 })[row] ?? 4).flatMap((status) =>
			simulator.addOffers(1, { status: status as 2 | 4 | 6 | 10 }),
		),
	bare: () => ({}),
	rows,
});

const reasons = () => simulator.ids.reasons.weDeclined;

const sheets: Record<string, () => Sheet> = {
	'dates of external offers to update': () =>
		updates([
			[{ Created: '' }, sends()],
			[{ Created: '\u3000', Owner: null }, sends()],
			[{ Created: '2024年7月25日' }, sends({ biz_create_time: String(in2024) })],
			[{ Created: '2024.7.25 下午3:30' }, sends({ biz_create_time: String(in2024 + 15.5 * 3_600_000) })],
			[{ Created: 45_498 }, sends({ biz_create_time: String(in2024) })],
			[{ Created: 'Jul 25, 2024' }, sends({ biz_create_time: String(in2024) })],
			[{ Created: '３/4/2024' }, refused('Created At', /could be 2024-03-04 or 2024-04-03/, /year first/)],
			[{ Created: '24/7/25' }, refused('Created At', /year with two digits/, /four digits/)],
			[
				{ Created: '待定' },
				refused('Created At', /no date: \\?"待定/, /Where there is none yet, give nothing/),
			],
			[{ Created: true }, refused('Created At', /no date/, /2026-03-31/)],
		]),

	'attachments of external offers to update': () => {
		const [first = '', second = ''] = threeFiles();
		return updates([
			[{ Files: '' }, sends()],
			[{ Files: ' , ' }, sends()],
			[{ Files: '[]' }, sends()],
			[{ Files: [] }, sends()],
			[{ Files: [null, ''] }, sends()],
			[{ Files: `${first}，${second}、` }, sends({ attachment_id_list: [first, second] })],
			[{ Files: ` ${first}\r\n` }, sends({ attachment_id_list: [first] })],
			[{ Files: 7.404675264888097e18 }, refused('Attachment IDs', /lost its last digits/, /as text/)],
			[{ Files: 'none' }, refused('Attachment IDs', /is not an ID/, /digits only/)],
			[{ Files: '无' }, refused('Attachment IDs', /is not an ID/, /digits only/)],
		]);
	},

	'fields of external offers to clear': () =>
		updates(
			[
				[{ Clear: '' }, sends()],
				[{ Clear: '　' }, sends()],
				[{ Clear: 'Owner' }, sends({ owner: undefined })],
				[{ Clear: 'owner, Offer Status' }, sends({ owner: undefined, offer_status: undefined })],
				[{ Clear: 'Attachment IDs' }, sends({ attachment_id_list: undefined })],
				[{ Clear: ['biz_create_time'] }, sends({ biz_create_time: undefined })],
				[{ Clear: 'owner', Owner: ' ' }, sends({ owner: undefined })],
				[
					{ Clear: 'owner', Owner: '张三' },
					refused('Fields to Clear', /owner, which is given too/, /Remove it/),
				],
				[{ Clear: 'Salary' }, refused('Fields to Clear', /cannot be/, /Attachment IDs/)],
				[{ Clear: true }, refused('Fields to Clear', /cannot be/, /Attachment IDs/)],
			],
			{ fieldsToClear: cell('Clear') },
		),

	'applications to end, by whom': () =>
		terminations([
			[{ Who: 1 }, sends({ termination_type: 1 })],
			[{ Who: ' 22 ', Note: ' ' }, sends({ termination_type: 22 })],
			[{ Who: 'The candidate declined' }, sends({ termination_type: 22 })],
			[
				{ Who: '候选人拒绝了我们', Note: '薪资不符' },
				sends({ termination_type: 22, termination_reason_note: '薪资不符' }),
			],
			[{ Who: '　其他\u00a0', Note: 0 }, sends({ termination_type: 27, termination_reason_note: '0' })],
			[{ Who: '' }, refused('Termination Type', /is missing/, /expression, it gave nothing/)],
			[{ Who: '\u00a0' }, refused('Termination Type', /is missing/, /Fill in/)],
			[{}, refused('Termination Type', /is missing/, /Fill in/)],
			[
				{ Who: 'rejected' },
				refused('Termination Type', /cannot be/, /22 \(The Candidate Declined, 候选人拒绝了我们\)/),
			],
			[{ Who: [1] }, refused('Termination Type', /cannot be/, /1 \(We Rejected the Candidate/)],
		]),

	'applications to end, with reasons': () => {
		const [first = '', second = ''] = reasons();
		const ended = (list?: string[]) =>
			sends({ termination_type: 1, ...(list ? { termination_reason_list: list } : {}) });
		return terminations(
			[
				[{ Reasons: '' }, ended()],
				[{ Reasons: ['', null] }, ended()],
				[{ Reasons: '、' }, ended()],
				[{ Reasons: first }, ended([first])],
				[{ Reasons: `${first}\n${second}` }, ended([first, second])],
				[{ Reasons: `${first}；\u3000${second}` }, ended([first, second])],
				[{ Reasons: [first, ''] }, ended([first])],
				[{ Reasons: Number(first) }, refused('Reasons for Termination', /lost its last digits/, /as text/)],
				[{ Reasons: '薪资' }, refused('Reasons for Termination', /is not found/, /By ID/)],
				[{ Reasons: { id: first } }, refused('Reasons for Termination', /is not an ID/, /as text/)],
			].map(([cells, outcome]): [Cells, Outcome] => [
				{ Who: '我们拒绝了候选人', ...(cells as Cells) },
				outcome as Outcome,
			]),
		);
	},

	'people to onboard, on a day': () => {
		const day = Date.parse('2025-09-01T00:00:00+08:00');
		const on = (actual_onboard_time: number) => sends({ actual_onboard_time });
		const given = (says: RegExp, mend: RegExp) => refused('Actual Onboarding Date', says, mend);
		return onboardings(
			[
				[{ Day: '2025年9月1日' }, on(day)],
				[{ Day: '2025年9月1日（周一）上午9点半' }, on(day + 9.5 * 3_600_000)],
				[{ Day: 45_901 }, on(day)],
				[{ Day: '1 Sept 2025', Department: ' ', Leader: null }, on(day)],
				[{ Day: 20_250_901 }, on(day)],
				[{ Day: '' }, given(/added and gives nothing/, /takes the present time/)],
				[{ Day: null }, given(/added and gives nothing/, /remove the field/)],
				[{ Day: '2025年9月1日 星期二' }, given(/that day is a Monday \(星期一\)/, /2026-03-31/)],
				[{ Day: '1/9/2025' }, given(/could be 2025-01-09 or 2025-09-01/, /year first/)],
				[{ Day: '9月1日' }, given(/names no year/, /2026-03-31/)],
			],
			{ actualOnboardTime: cell('Day'), department: cell('Department'), leader: cell('Leader') },
		);
	},

	'people to onboard, with the end of their probation': () => {
		const end = Date.parse('2030-03-01T00:00:00+08:00');
		const given = (says: RegExp, mend: RegExp) => refused('Expected End of Probation', says, mend);
		return onboardings(
			[
				[{ End: '2030/3/1', Family: '' }, sends({ expected_conversion_time: end })],
				[{ End: '2030. 3. 1' }, sends({ expected_conversion_time: end })],
				[{ End: 'March 1st, 2030' }, sends({ expected_conversion_time: end })],
				[{ End: `${end}` }, sends({ expected_conversion_time: end })],
				[{ End: '2030-03-01', Requirement: ' ' }, sends({ expected_conversion_time: end })],
				[{ End: ' ' }, given(/added and gives nothing/, /records none/)],
				[{ End: end / 1000 }, given(/looks like seconds/, /multiply by 1000/)],
				[{ End: '47543' }, given(/number of a day in a spreadsheet \(2030-03-01\)/, /as a number/)],
				[{ End: '2030年2月30日' }, given(/no date of the calendar/, /2026-03-31/)],
				[
					{ End: '2030-03-01', Requirement: 'none' },
					refused('Job Requirement', /is not an ID/, /digits only/),
				],
			],
			{
				expectedConversionTime: cell('End'),
				sequence: cell('Family'),
				jobRequirementId: byId(cell('Requirement')),
			},
		);
	},

	'external offers to import': () =>
		externalOffers([
			[{ Created: '', Owner: '', State: '', Files: '' }, sends()],
			[{ Owner: '\u00a0', State: '　' }, sends()],
			[{ Owner: '张三', State: '已发送' }, sends({ owner: '张三', offer_status: '已发送' })],
			[
				{ Key: 729557715718, Created: 45_498.5 },
				sends({ external_id: '729557715718', biz_create_time: String(in2024 + 43_200_000) }),
			],
			[{ State: false }, sends({ offer_status: 'false' })],
			[{ Created: '2024-7-25 9:30 PM' }, sends({ biz_create_time: String(in2024 + 21.5 * 3_600_000) })],
			[{ Owner: { name: '张三' } }, refused('Offer Owner Name', /is not text/, /Give text/)],
			[{ Key: Number('6960663240925956401') }, refused('External ID', /lost its last digits/, /as text/)],
			[{ Created: 45_498_000 }, refused('Created At', /is no date/, /2026-03-31/)],
			[
				{ Files: simulator.ids.attachments.slice(0, 21).join(' ') },
				refused('Attachment IDs', /has 21/, /at most 20/),
			],
		]),

	'cells that were copied from elsewhere': () => {
		const [first = '', second = ''] = threeFiles();
		return externalOffers([
			[{ Owner: '\u200b', State: '\ufeff', Created: '\u200e' }, sends()],
			[{ Files: `\u200b${first}\u202c` }, sends({ attachment_id_list: [first] })],
			[{ Files: `'${first}, '${second}` }, sends({ attachment_id_list: [first, second] })],
			[
				{ Created: "'2024-07-25\u200b", Owner: 'Zhang\u200bSan' },
				sends({ biz_create_time: String(in2024), owner: 'Zhang\u200bSan' }),
			],
			[{ Created: '２０２４－０７－２５' }, sends({ biz_create_time: String(in2024) })],
			[{ Owner: '#N/A' }, refused('Offer Owner Name', /the error of a spreadsheet/, /leave the cell empty/)],
			[{ State: '#REF!' }, refused('Offer Status', /the error of a spreadsheet/, /Mend the formula/)],
			[
				{ Owner: '########' },
				refused('Offer Owner Name', /the error of a spreadsheet/, /width of the column/),
			],
			[
				{ Owner: '[object Object]' },
				refused('Offer Owner Name', /made of an object/, /name the field in it/),
			],
			[{ Owner: '#1 recruiter', State: '=SENT' }, sends({ owner: '#1 recruiter', offer_status: '=SENT' })],
		]);
	},

	'states that were copied from elsewhere': () => {
		const until = { Until: '2031-05-06' };
		return states([
			[{ State: 'ＳＥＮＴ', ...until }, sends({ offer_status: 6, expiration_date: '2031-05-06' })],
			[{ State: '6.0', ...until }, sends({ offer_status: 6, expiration_date: '2031-05-06' })],
			[{ State: '审批 中' }, sends({ offer_status: 2 })],
			[{ State: '审批通过\u200b' }, sends({ offer_status: 4 })],
			[{ State: '候选人 已拒绝' }, refused('Reasons for Termination', /is missing/, /Declined/)],
			[{ State: 'accepted' }, refused('Offer Status', /cannot be/, /7 \(Accepted by Candidate/)],
			[{ State: '#N/A' }, refused('Offer Status', /cannot be/, /6 \(Sent, 已发送\)/)],
			[{ State: '已发送', Until: '#N/A' }, refused('Expiration Date', /is no date/, /give nothing/)],
			[{ State: '6.5', ...until }, refused('Offer Status', /cannot be/, /6 \(Sent, 已发送\)/)],
			[{ State: 'null', ...until }, refused('Offer Status', /cannot be/, /6 \(Sent, 已发送\)/)],
		]);
	},

	'offers to create': () => {
		const pay = { Currency: 'CNY', Pay: '28000' };
		const salary_info = { currency: 'CNY', basic_salary: '28000' };
		const made = (basic: object = {}) => sends({ salary_info, basic_info: basic });
		const rows: Array<[Cells, Outcome]> = [
			[{ ...pay, Unit: '', Length: '', Start: '', Process: '', Probation: '', Words: '', Files: '' }, made()],
			[{ ...pay, Unit: '\u3000', Length: null, Probation: ' ' }, made()],
			[{ ...pay, Unit: '年', Length: '3 ' }, made({ contract_period: { period_type: 2, period: 3 } })],
			[
				{ ...pay, Unit: 'months', Length: 36, Probation: 0 },
				made({ contract_period: { period_type: 1, period: 36 }, probation_month: 0 }),
			],
			[
				{ ...pay, Start: 46_450, Process: '社招' },
				made({ expected_onboard_date: '{"date":"2027-03-04"}', job_process_type_id: 1 }),
			],
			[
				{ ...pay, Start: '2027年3月4日', Process: 'graduates' },
				made({ expected_onboard_date: '{"date":"2027-03-04"}', job_process_type_id: 2 }),
			],
			[
				{ ...pay, Unit: '年', Length: '' },
				refused('Contract Period', /has no 'Length'/, /remove the whole group/),
			],
			[{ ...pay, Probation: '三个月' }, refused('Probation (Months)', /no whole number/, /for example 3/)],
			[
				{ Currency: 'CNY', Pay: '28,000' },
				refused('Salary', /no amount/, /without a currency or separators/),
			],
			[{ Currency: '', Pay: '28000' }, refused('Salary', /has no 'Currency'/, /Fill in/)],
		];
		return offers(rows);
	},

	'states of offers': () => {
		const [reason = ''] = simulator.ids.reasons.candidateDeclined;
		const until = { Until: '2031年5月6日', Note: '等候', Reasons: reason };
		return states([
			[{ State: '已发送', ...until }, sends({ offer_status: 6, expiration_date: '2031-05-06' })],
			[{ State: ' sent', Until: 48_000 }, sends({ offer_status: 6, expiration_date: '2031-06-01' })],
			[{ State: '审批中', ...until }, sends({ offer_status: 2 })],
			[{ State: 'approved', Until: '待定' }, sends({ offer_status: 4 })],
			[
				{ State: '候选人已拒绝', ...until },
				sends({ offer_status: 8, termination_reason_id_list: [reason], termination_reason_note: '等候' }),
			],
			[{ State: '', ...until }, refused('Offer Status', /is missing/, /expression, it gave nothing/)],
			[{ State: '已发送', Until: '' }, refused('Expiration Date', /is missing/, /when the status is Sent/)],
			[{ State: '已发送', Until: '6/5/2031' }, refused('Expiration Date', /could be/, /year first/)],
			[
				{ State: 'Declined by Candidate', Reasons: [''] },
				refused('Reasons for Termination', /is missing/, /Declined/),
			],
			[{ State: '已寄出' }, refused('Offer Status', /cannot be/, /6 \(Sent, 已发送\)/)],
		]);
	},
};

/** With `undefined` where a field of the bare body goes. */
function joined(bare: object, more: object): object {
	const all = { ...(bare as IDataObject), ...(more as IDataObject) };
	if ('basic_info' in bare)
		all.basic_info = { ...(bare.basic_info as object), ...(all.basic_info as object) };
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

test.each(Object.entries(sheets))('%s', async (_, make) => {
	const { call, records, bare, rows } = make();
	expect(rows).toHaveLength(10);
	const ids = records(rows.length);
	const { items, failed, error } = await runNode(simulator, {
		...call,
		items: rows.map(([cells], row) => ({ json: { id: ids[row] ?? '', ...cells } })),
		settings: { onError: 'continueErrorOutput' },
	});
	expect(error).toBeUndefined();
	const writes = hireRequests(simulator).filter(
		({ method, path }) => method !== 'GET' && !path.endsWith('/batch_query'),
	);
	for (const [row, [cells, outcome]] of rows.entries()) {
		const id = ids[row] ?? '';
		const sent = writes.filter(({ path, body }) => path.includes(id) || JSON.stringify(body).includes(id));
		const told = JSON.stringify(
			failed.find(({ pairedItem }) => JSON.stringify(pairedItem) === `{"item":${row}}`)?.json,
		);
		if ('sends' in outcome) {
			expect([cells, told, sent.map(({ body }) => body)]).toEqual([
				cells,
				undefined,
				[joined(bare(id), outcome.sends)],
			]);
			continue;
		}
		expect([cells, sent]).toEqual([cells, []]);
		expect(told).toContain(`'${outcome.parameter}`);
		expect(told).toMatch(outcome.says);
		expect(told).toMatch(outcome.mend);
	}
	expect(items).toHaveLength(rows.filter(([, outcome]) => 'sends' in outcome).length);
});
