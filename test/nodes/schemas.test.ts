/** What the editor shows of a node that never ran, held against what the node gives. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { resolveOutputSchemaPath } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { declared, type Declared } from '../contract/declared';
import { byId, runNode, type RunOptions } from '../n8nCore/run';
import { packageRoot } from '../package/manifest';
import { rowsFor, type Row } from '../parity/rows';
import { startSimulator, type Simulator } from '../simulator';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());

interface Schema {
	readonly properties: Readonly<Record<string, IDataObject>>;
	readonly version: number;
}

/** The file in which n8n looks for it. */
function fileOf({ title, folder }: Declared): string | undefined {
	const [resource, operation] = title.split('.');
	const nodeDir = join(packageRoot, 'dist/nodes', folder);
	return resolveOutputSchemaPath({ nodeDir, version: 1, resource, operation });
}

const schemaOf = (operation: Declared): Schema =>
	JSON.parse(readFileSync(fileOf(operation) ?? '', 'utf8')) as Schema;

const ajv = new Ajv({
	allErrors: true,
	keywords: ['version'],
	formats: {
		date: /^\d{4}-\d\d-\d\d$/,
		'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)$/,
	},
});

/** What each operation has given so far, and a way to run another. */
class Given {
	private readonly items = new Map<string, IDataObject[]>();

	of(title: string): IDataObject[] {
		return this.items.get(title) ?? [];
	}

	async run({ title, parameters, items }: Pick<Row, 'title' | 'parameters' | 'items'>): Promise<IDataObject> {
		const [resource = '', operation = ''] = title.split('.');
		const node = declared.find((each) => each.title === title)?.node as RunOptions['node'];
		const { json, error } = await runNode(simulator, {
			node,
			parameters: { resource, operation, ...parameters },
			items,
		});
		expect(error).toBeUndefined();
		this.items.set(title, [...this.of(title), ...json]);
		return json[0] ?? {};
	}
}

/** One after the other, so that what is read has been filled in before. */
async function fillInAndRead(given: Given): Promise<void> {
	const { company, ids } = simulator;
	const rows = rowsFor(company);
	const everything = async (title: string, more: INodeParameters = {}) => {
		const row = rows.find((each) => each.title === title && each.given.startsWith('everything'));
		return await given.run({ title, parameters: { ...row?.parameters, ...more } });
	};
	const names = { includeCandidateNames: true };

	const [external = ''] = ids.externalApplications;
	const talentId = byId(company.externalApplications.get(external)?.externalTalentId ?? '');
	await everything('externalApplication.create', names);
	await everything('externalApplication.update', names);
	await given.run({ title: 'externalApplication.getAll', parameters: { talentId, ...names } });
	await everything('externalApplication.delete', names);

	const applicationId = byId(ids.applications.pendingOnboarding);
	const { employee_id: employee } = await everything('onboarding.transferOnboard', names);
	const employeeId = byId(String(employee));
	const day = '2025-09-01T00:00:00';
	for (const parameters of [
		{ employeeOperation: 1, actualConversionTime: day },
		{ employeeOperation: 2, actualOverboardTime: day, overboardNote: '职业发展考虑' },
	])
		await given.run({
			title: 'onboarding.updateEmployee',
			parameters: { employeeId, ...parameters, ...names },
		});
	await given.run({ title: 'onboarding.getEmployee', parameters: { employeeId, ...names } });
	await given.run({ title: 'onboarding.getEmployeeByApplication', parameters: { applicationId, ...names } });

	await everything('offer.update');
	for (const offerId of [ids.offers.created, ids.offers.sentByHire].map(byId))
		await given.run({ title: 'offer.get', parameters: { offerId, ...names } });
	for (const id of [ids.offers.created, ids.offers.sentByHire]) {
		const parameters = { applicationId: byId(company.offers.get(id)?.applicationId ?? ''), ...names };
		await given.run({ title: 'offer.getByApplication', parameters });
	}

	const { applicationId: offered = '' } = company.offers.get(ids.offers.created) ?? {};
	const candidate = company.applications.get(offered)?.talentId ?? '';
	const ofCandidate = { talentId: byId(candidate), returnAll: true, ...names };
	await given.run({ title: 'offer.getAll', parameters: ofCandidate });
	const interviews = { applicationId: byId(ids.applications.interview), returnAll: true, ...names };
	await given.run({ title: 'application.getInterviews', parameters: interviews });

	const created = await everything('application.create');
	const parts = ['agency', 'talent', 'employee', 'evaluation', 'interview', 'job', 'offer', 'referral'];
	const additionalFields = { options: parts.map((part) => `with_${part}`) };
	for (const id of [...Object.values(ids.applications), String(created.application_id)].map(byId)) {
		await given.run({ title: 'application.get', parameters: { applicationId: id, ...names } });
		await given.run({ title: 'application.getDetail', parameters: { applicationId: id, additionalFields } });
	}
	await given.run({ title: 'application.getAll', parameters: { returnAll: true, activeStatus: '3' } });
}

const given = new Given();
beforeAll(async () => {
	for (const row of rowsFor(simulator.company)) {
		// The schema is that of the panel as it is at first.
		if (row.parameters.fetchDetails === true) continue;
		simulator.reset();
		await given.run(row);
	}
	simulator.reset();
	await fillInAndRead(given);
}, 120_000);

const inBoth = (...names: string[]): string[] => names.flatMap((name) => [name, `${name}_en`]);
const thing = (name: string): string[] => [`${name}_id`, ...inBoth(`${name}_name`)];

/** Job sites, candidates' wishes of cities, and of a job all but its title: the simulator's applications have none. */
const OF_APPLICATIONS = [
	...['job_recruitment_type', 'job_department', 'website', 'channel'].flatMap(thing),
	...inBoth('job_city_names', 'preferred_city_names'),
];
/** The simulator knows places by their IDs alone, keeps no such grade or kind, and reckons no total. */
const OF_OFFERS = [
	...['recruitment_type_id', 'recruitment_type_name', 'recruitment_type_name_en', 'job_grade_id'],
	...inBoth('onboard_address_name', 'onboard_address_area', 'work_address_area'),
	...['work_location', 'work_location_address'].flatMap(thing),
	...['total_annual_cash', 'expire_time'],
	// Who sent it, with which files, and what the candidate answered.
	...['sender_user_id', 'answer_time', 'answer_note', 'sent_file_names'],
];
/** The types of the vendor's SDK have it in the answers, its pages do not. */
const OF_EXTERNAL = ['external_id'];

/** What Feishu Hire gives, and no record of the simulator has. */
const UNSEEN: Readonly<Record<string, readonly string[]>> = {
	'application.get': [
		...OF_APPLICATIONS,
		...['termination_reason_note', 'resume_attachment_id', 'creator_id'],
	],
	'application.getDetail': [
		// Not kept of a candidate.
		...['candidate_mobile', 'candidate_mobile_code'],
		...OF_APPLICATIONS,
		...['owner_id', 'creator_id', 'terminator_id'],
		// The interviews in it are without their records, as on the page.
		...inBoth('interviewer_names'),
		...['company', 'onboard_address', 'work_address'].flatMap(thing),
		...inBoth('onboard_address_area', 'work_address_area'),
		'attachment_names',
		// No candidate of the simulator came by a headhunter or was referred.
		...['referrer_id', ...inBoth('headhunter_name', 'headhunter_company_name', 'referrer_name')],
	],
	// All interviews of the simulator are by video, without a room, a contact or a remark.
	'application.getInterviews': [
		...['interview_round_type', 'contact_user', 'address'].flatMap(thing),
		...inBoth('score_names', 'address_area', 'talent_time_zone_name'),
		...['contact_mobile', 'meeting_room_names', 'meeting_building_names', 'meeting_floor_names', 'remark'],
	],
	// Of one who has just come.
	'onboarding.transferOnboard': ['actual_conversion_time', 'overboard_time', 'overboard_note'],
	'externalApplication.create': OF_EXTERNAL,
	// Its page names no time of the making.
	'externalApplication.delete': [...OF_EXTERNAL, 'create_time'],
	'externalApplication.getAll': OF_EXTERNAL,
	'externalApplication.update': OF_EXTERNAL,
	'externalOffer.create': OF_EXTERNAL,
	'externalOffer.get': OF_EXTERNAL,
	'externalOffer.getAll': OF_EXTERNAL,
	'externalOffer.update': OF_EXTERNAL,
	'offer.get': OF_OFFERS,
	'offer.getByApplication': OF_OFFERS,
};

it.each(declared)('$title gives what its schema says', (operation) => {
	const { version, ...schema } = schemaOf(operation);
	expect(version).toBe(1);
	const items = given.of(operation.title);
	expect(items.length).toBeGreaterThan(0);
	const check = ajv.compile({ ...schema, additionalProperties: false });
	const seen = new Set<string>();
	for (const item of items) {
		check(item);
		expect([item, check.errors]).toEqual([item, null]);
		for (const key of Object.keys(item)) seen.add(key);
	}
	const unseen = Object.keys(schema.properties).filter((key) => !seen.has(key));
	expect(unseen.sort()).toEqual([...(UNSEEN[operation.title] ?? [])].sort());
});

it('an offer that was sent several times says when it was last', () => {
	const { company, ids } = simulator;
	const [sent] = given.of('offer.get').flatMap(({ send_time: time }) => (time === undefined ? [] : [time]));
	const { createTime = 0 } = company.offers.get(ids.offers.sentByHire) ?? {};
	expect(Date.parse(String(sent))).toBe(createTime + 2 * 86_400_000);
});
