/** Options › Dry Run: nothing is written, and what comes out is what the same node then sends. */
import type { INodeParameters } from 'n8n-workflow';
import { declared } from '../contract/declared';
import { runNode, type RunOptions } from '../n8nCore/run';
import { rowsFor } from '../parity/rows';
import { startSimulator, type Simulator } from '../simulator';
import { Company } from '../simulator/company/company';
import { transferStage, updateExternalOffer } from './calls';

const SEED = 7;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ seed: SEED });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

const UPLOAD = '/open-apis/hire/v1/attachments';

const dry = (parameters: INodeParameters, dryRun: boolean | string = true): INodeParameters => ({
	...parameters,
	options: { ...(parameters.options as INodeParameters | undefined), dryRun },
});

const rows = rowsFor(new Company(SEED)).flatMap((row) => {
	const known = declared.find(({ title }) => title === row.title);
	if (!known || known.operation.effect === 'read') return [];
	const [resource = '', operation = ''] = row.title.split('.');
	const call = {
		node: known.node as RunOptions['node'],
		parameters: { resource, operation, ...row.parameters },
	};
	return [{ ...row, call, action: known.operation.action }];
});

it('is tried for every operation that writes', () => {
	const writing = declared.filter(({ operation }) => operation.effect !== 'read');
	expect(writing.length).toBeGreaterThan(15);
	expect(new Set(rows.map(({ title }) => title))).toEqual(new Set(writing.map(({ title }) => title)));
});

it.each(rows)('$title with $given: shows the request, and sends none', async ({ call, items, action }) => {
	const shown = await runNode(simulator, { ...call, parameters: dry(call.parameters), items });
	expect(shown.error).toBeUndefined();
	expect(simulator.applied).toEqual([]);
	expect(simulator.requests.filter(({ path }) => path === UPLOAD)).toEqual([]);
	expect(shown.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);

	simulator.reset();
	const { error } = await runNode(simulator, { ...call, items });
	expect(error).toBeUndefined();
	const sent = simulator.requests.filter(({ path }) => path.startsWith('/open-apis/hire/')).at(-1);
	const [record = {}] = shown.json;
	expect(record).toMatchObject({
		dry_run: true,
		operation: action,
		method: sent?.method,
		path: sent?.path,
		query: sent?.query ?? {},
	});
	// An upload gives its ID only when it is made; its own request is no JSON.
	const uploads = simulator.requests.filter(({ path }) => path === UPLOAD).length;
	if (uploads === 0) {
		expect(record).not.toHaveProperty('sent_before');
		expect(record.body).toEqual(sent?.body ?? {});
	} else if (sent?.path !== UPLOAD) {
		expect(record.sent_before).toHaveLength(uploads);
		const ids = (text: string) => text.replace(/\(ID of the file '[^']+' once it is uploaded\)/g, 'ID');
		const last = String(JSON.stringify(sent?.body).match(/"(\d{19})"\]/)?.[1]);
		expect(ids(JSON.stringify(record.body))).toBe(JSON.stringify(sent?.body).replace(`"${last}"]`, '"ID"]'));
	}
});

it('shows under Keep the whole record as it would be written', async () => {
	const { externalOffers, externalApplications } = simulator.ids;
	const call = updateExternalOffer(externalOffers.full, externalApplications[0] ?? '', {
		updateFields: { owner: 'Wang Fang' },
	});
	const { json } = await runNode(simulator, { ...call, parameters: dry(call.parameters) });
	expect(json[0]?.body).toEqual({
		external_application_id: externalApplications[0],
		biz_create_time: '1721899352428',
		owner: 'Wang Fang',
		offer_status: 'Sent',
		attachment_id_list: [simulator.ids.attachments[0]],
	});
	expect(simulator.applied).toEqual([]);
});

describe('many items', () => {
	const items = (count: number) => Array.from({ length: count }, (_, row) => ({ row }));

	it('says how long the limits make them take', async () => {
		const { applications, stages } = simulator.ids;
		const call = transferStage(applications.screening, stages.social.interview);
		const { json, hints } = await runNode(simulator, {
			...call,
			parameters: dry(call.parameters),
			items: items(2000),
		});
		expect(json).toHaveLength(2000);
		expect(simulator.requests.map(({ path }) => path)).toEqual([
			'/open-apis/auth/v3/tenant_access_token/internal',
			'/open-apis/hire/v1/job_processes',
		]);
		// 1,000 a minute and 50 a second: one whole minute, then 19 whole seconds before the last 50.
		expect(hints).toEqual([
			'Dry run of 2000 items: nothing was written. At the limits of Feishu Hire, sending takes at least 79 seconds.',
		]);
	});

	const each = async (items: Array<{ readonly application: string; readonly dry: string }>) => {
		const call = transferStage('={{ $json.application }}', simulator.ids.stages.social.interview);
		return await runNode(simulator, { ...call, parameters: dry(call.parameters, '={{ $json.dry }}'), items });
	};

	it('is decided for each of them by an expression', async () => {
		const { applications } = simulator.ids;
		const { json, error } = await each([
			{ application: applications.screening, dry: 'true' },
			{ application: applications.evaluation, dry: '' },
		]);
		expect(error).toBeUndefined();
		expect(json.map(({ dry_run }) => dry_run)).toEqual([true, undefined]);
		expect(simulator.applied).toHaveLength(1);
	});

	it('is no work done in the account of a run that failed', async () => {
		const { applications } = simulator.ids;
		const { error } = await each([
			{ application: applications.screening, dry: 'true' },
			{ application: applications.evaluation, dry: '' },
			{ application: '6900000000000000001', dry: '' },
		]);
		expect(error?.description).toMatch(/Of the 3 items, 1 were applied, 1 were a dry run, 1 failed/);
	});

	it('sends nothing where it is neither on nor off', async () => {
		const { applications, stages } = simulator.ids;
		const call = transferStage(applications.screening, stages.social.interview);
		const { error } = await runNode(simulator, {
			...call,
			parameters: dry(call.parameters, '={{ "perhaps" }}'),
		});
		expect(error?.message).toBe(`'Dry Run' is neither true nor false: "perhaps" [item 0]`);
		expect(simulator.requests).toEqual([]);
	});
});

it('tells what is wrong as a real run does, and that it was none', async () => {
	const { externalApplications } = simulator.ids;
	const call = updateExternalOffer('6900000000000000001', externalApplications[0] ?? '');
	const { error } = await runNode(simulator, { ...call, parameters: dry(call.parameters) });
	expect(error?.message).toMatch(/external offer does not exist/);
	expect(error?.description).toMatch(/It was a dry run\./);
});
