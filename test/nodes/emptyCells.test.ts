/** An empty cell is no value: in any optional field of any operation it sends nothing, and so it changes nothing. */
import type { INodeParameters } from 'n8n-workflow';
import type { Param } from '../../nodes/declare/params';
import { declared, type Declared } from '../contract/declared';
import { runNode, type RunOptions } from '../n8nCore/run';
import { rowsFor } from '../parity/rows';
import { startSimulator, type Simulator } from '../simulator';
import { Company } from '../simulator/company/company';
import { EMPTY } from './empty';

const SEED = 7;
const rows = rowsFor(new Company(SEED));

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ seed: SEED });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

const CELL = '={{ $json.cell }}';

const optional = ({ operation }: Declared) =>
	Object.entries(operation.params).filter(([, { required }]) => required !== true);

/** The parameters of a row that worked, without what is optional. */
function required({ title, operation }: Declared): INodeParameters {
	const row = rows.find((each) => each.title === title);
	const names = Object.entries(operation.params)
		.filter(([, { required: needed }]) => needed !== false)
		.map(([name]) => name);
	const given = Object.entries(row?.parameters ?? {}).filter(([name]) => names.includes(name));
	return { resource: operation.resource, operation: operation.value, ...Object.fromEntries(given) };
}

const placeOf = ({ operation }: Declared, param: Param) => param.section ?? operation.collection;

/** Parameters with `value` in each of these fields. */
function filled(
	each: Declared,
	fields: Array<[string, Param]>,
	value: string | INodeParameters,
): INodeParameters {
	const parameters = required(each);
	for (const [name, param] of fields) {
		if (param.open) parameters[name] ??= value;
		else {
			const place = placeOf(each, param);
			parameters[place] = { ...(parameters[place] as INodeParameters), [name]: value };
		}
	}
	return parameters;
}

async function requestsOf({ node, title }: Declared, parameters: INodeParameters, json: object = {}) {
	simulator.reset();
	const binary = rows.find((row) => row.title === title)?.items?.[0]?.binary;
	const { error } = await runNode(simulator, {
		node: node as RunOptions['node'],
		parameters,
		items: [{ json: { ...json }, binary }],
	});
	const sent = simulator.requests
		.filter(({ path }) => path.startsWith('/open-apis/hire/'))
		.map(({ method, path, query, body }) => ({ method, path, query, body }));
	return { sent, message: error?.message, description: error?.description };
}

describe.each(declared)('$title', (each) => {
	const fields = optional(each).filter(([, { absence }]) => absence === undefined);

	test('sends the same with empty cells in all fields as without the fields', async () => {
		for (const [name, cell] of EMPTY) {
			const { sent, message } = await requestsOf(each, required(each), { cell });
			if (sent.length === 0) expect(message).toMatch(/^It is not said which interviews to list/);
			const empty = await requestsOf(each, filled(each, fields, CELL), { cell });
			expect([name, empty.message, empty.sent]).toEqual([name, message, sent]);
		}
	});

	const groups = fields.filter(([, param]) => param.fields);
	if (groups.length > 0) {
		test.each(groups)('sends the same where all fields of %s are empty cells', async (name, param) => {
			const { sent } = await requestsOf(each, required(each));
			const values = Object.fromEntries(Object.keys(param.fields ?? {}).map((field) => [field, CELL]));
			const group = { values: param.isList ? [values, values] : values } as INodeParameters;
			for (const [kind, cell] of EMPTY) {
				const empty = await requestsOf(each, filled(each, [[name, param]], group), { cell });
				expect([kind, empty.sent]).toEqual([kind, sent]);
			}
		});
	}

	const decided = optional(each).filter(([, { absence }]) => absence !== undefined);
	if (decided.length > 0) {
		test.each(decided)('refuses %s when it is added and gives nothing', async (_, param) => {
			const name = optional(each).find(([, one]) => one === param)?.[0] ?? '';
			for (const [kind, cell] of EMPTY) {
				const { sent, message, description } = await requestsOf(each, filled(each, [[name, param]], CELL), {
					cell,
				});
				expect([kind, message]).toEqual([
					kind,
					`'${param.look.displayName}' was added and gives nothing [item 0]`,
				]);
				expect(description).toBe(
					`Without it, ${param.absence}. If that is what you want, remove the field; else give it a value. Nothing was sent.`,
				);
				expect(sent).toEqual([]);
				expect(simulator.applied).toHaveLength(0);
			}
		});
	}
});

test('nobody is onboarded as of now by a cell without a date', async () => {
	const onboard = declared.find(({ title }) => title === 'onboarding.transferOnboard');
	if (!onboard) throw new Error('There is no such operation');
	const { message, description } = await requestsOf(
		onboard,
		{ ...required(onboard), additionalFields: { actualOnboardTime: CELL } },
		{ cell: null },
	);
	expect(message).toBe("'Actual Onboarding Date' was added and gives nothing [item 0]");
	expect(description).toContain('Without it, Feishu Hire takes the present time.');
	expect(simulator.applied).toHaveLength(0);
});
