/** The generated panel, judged by n8n's own rules: those of the newest n8n, and of older ones where installed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
} from 'n8n-workflow';
import * as externalOfferOperations from '../../nodes/FeishuHireExternalOffer/operations';
import * as offerOperations from '../../nodes/FeishuHireOffer/operations';
import { describe as panelOf } from '../../nodes/declare/describe';
import { operation } from '../../nodes/declare/operation';
import { choice, id, text } from '../../nodes/declare/params';
import { body, path } from '../../nodes/declare/place';

type Rules = Pick<typeof NodeHelpers, 'displayParameter' | 'getNodeParameters' | 'getNodeParametersIssues'>;

const installed = ['1.123.5', '2.0.3']
	.map((version) => ({
		version,
		file: join(__dirname, `../n8n/${version}/node_modules/n8n-workflow/dist/cjs/index.js`),
	}))
	.filter(({ file }) => existsSync(file))
	.map(({ version, file }): [string, Rules] => [
		`n8n ${version}`,
		(jest.requireActual(file) as { NodeHelpers: Rules }).NodeHelpers,
	]);

const properties = panelOf(
	[{ name: 'Offer', value: 'offer', default: 'updateStatus' }],
	Object.values(offerOperations),
);

const nodeWith = (parameters: INodeParameters): INode => ({
	id: '1',
	name: 'Offer',
	type: 'feishuHireOffer',
	typeVersion: 1,
	position: [0, 0],
	parameters,
});

const update = (parameters: INodeParameters): INodeParameters => ({
	resource: 'offer',
	operation: 'updateStatus',
	offerId: { __rl: true, mode: 'id', value: '6930815272790114324' },
	...parameters,
});

const STATES = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const SENT = 6;
const DECLINED = 8;
const EXPIRED = 9;

/** What belongs to some states only. */
const CONDITIONAL = ['expirationDate', 'terminationReasonIdList', 'terminationReasonNote'];

describe.each<[string, Rules]>([['the newest n8n', NodeHelpers], ...installed])(
	'the panel of an offer in %s',
	(_, rules) => {
		const description = { name: 'feishuHireOffer', properties } as INodeTypeDescription;

		/** What n8n keeps of the parameters for a run. */
		const kept = (parameters: INodeParameters) =>
			rules.getNodeParameters(
				properties,
				update(parameters),
				true,
				false,
				nodeWith(update(parameters)),
				description,
			);

		/** What the editor keeps in the saved workflow. */
		const saved = (parameters: INodeParameters) =>
			rules.getNodeParameters(
				properties,
				update(parameters),
				false,
				false,
				nodeWith(update(parameters)),
				description,
			);

		const issues = (parameters: INodeParameters) => {
			const node = nodeWith(kept(parameters) ?? {});
			return Object.keys(rules.getNodeParametersIssues(properties, node, description)?.parameters ?? {});
		};

		const shownFor = (offerStatus: unknown) => {
			const root = update({ offerStatus } as INodeParameters);
			return properties.filter((property) =>
				rules.displayParameter(root, property, nodeWith(root), description, root),
			);
		};
		const open = (name: string, offerStatus: unknown) =>
			shownFor(offerStatus)
				.filter((property) => property.name === name)
				.map(({ required }) => (required ? 'required' : 'optional'));
		const collected = (offerStatus: unknown) =>
			shownFor(offerStatus)
				.filter(({ type }) => type === 'collection')
				.flatMap(({ options }) => options ?? [])
				.map(({ name }) => name);

		it.each([
			['expirationDate', SENT],
			['terminationReasonIdList', DECLINED],
		])('has %s open and required for %d, and not at all for any other state', (name, state) => {
			for (const other of ['', ...STATES]) {
				expect([other, open(name, other)]).toEqual([other, other === state ? ['required'] : []]);
			}
		});

		it('has a note open for the states that end an offer, and not at all for any other', () => {
			for (const state of ['', ...STATES]) {
				const ends = state === DECLINED || state === EXPIRED;
				expect([state, open('terminationReasonNote', state)]).toEqual([state, ends ? ['optional'] : []]);
			}
		});

		it.each(CONDITIONAL)('has %s open but not required for an expression', (name) => {
			expect(open(name, '={{ $json.status }}')).toEqual(['optional']);
		});

		// The editor puts what an expression gives in the place of the expression.
		it.each(['6', 'Sent', '已发送', undefined, null])(
			'has each field once where the editor gets %p for an expression',
			(got) => {
				for (const name of CONDITIONAL) expect([name, open(name, got)]).toEqual([name, ['optional']]);
			},
		);

		it('has no such field in a collection', () => {
			for (const state of ['', ...STATES, '={{ $json.status }}', undefined])
				for (const name of CONDITIONAL) expect(collected(state)).not.toContain(name);
		});

		it('does not let a node run that lacks what its state requires', () => {
			expect(issues({ offerStatus: SENT })).toEqual(['expirationDate']);
			expect(issues({ offerStatus: DECLINED })).toEqual(['terminationReasonIdList']);
			expect(issues({ offerStatus: SENT, expirationDate: '2026-03-31T00:00:00' })).toEqual([]);
			expect(issues({ offerStatus: DECLINED, terminationReasonIdList: ['6891560630172518670'] })).toEqual([]);
			expect(issues({ offerStatus: 4, offerId: { __rl: true, mode: 'id', value: '' } })).toEqual(['offerId']);
		});

		it('lets every other node run', () => {
			for (const state of STATES.filter((each) => each !== SENT && each !== DECLINED)) {
				expect([state, issues({ offerStatus: state })]).toEqual([state, []]);
			}
			expect(issues({ offerStatus: '={{ $json.status }}' })).toEqual([]);
		});

		it('starts with no state, and does not let a node run that has none', () => {
			expect(kept({})).toMatchObject({ offerStatus: '' });
			expect(kept({})).not.toHaveProperty('expirationDate');
			expect(issues({})).toEqual(['offerStatus']);
			expect(issues({ offerStatus: '' })).toEqual(['offerStatus']);
		});

		it.each<[string, INodeParameters]>([
			['open and required', { offerStatus: SENT, expirationDate: '2026-03-31' }],
			['open and required, as an expression', { offerStatus: SENT, expirationDate: '={{ $json.until }}' }],
			[
				'open for an expression',
				{ offerStatus: '={{ $json.status }}', expirationDate: '={{ $json.until }}' },
			],
			['open and optional', { offerStatus: EXPIRED, terminationReasonNote: 'No answer' }],
			[
				'open and optional for an expression',
				{ offerStatus: '={{ $json.status }}', terminationReasonNote: '={{ $json.note }}' },
			],
		])('keeps a value that is %s', (_case, parameters) => {
			expect(kept(saved(parameters) ?? {})).toMatchObject(parameters);
			expect(kept(parameters)).toMatchObject(parameters);
		});

		it.each(CONDITIONAL)('drops a value of %s that its state has no place for', (name) => {
			expect(kept({ offerStatus: 4, [name]: '2026-03-31' })).not.toHaveProperty(name);
		});
	},
);

describe.each<[string, Rules]>([['the newest n8n', NodeHelpers], ...installed])(
	'the options of a run in %s',
	(_, rules) => {
		const facts = {
			action: '',
			description: '',
			docs: '',
			limits: [],
			scopes: [],
			effect: 'create',
			route: 'POST /open-apis/hire/v1/boxes',
		} as const;
		const key = text({ name: 'Key', description: '', to: body('key') });
		const made = (resource: string, value: string, withKey: boolean) =>
			operation({
				...facts,
				resource,
				value,
				name: value,
				params: { key },
				...(withKey ? { idempotencyKey: 'key' } : {}),
			});
		const panels = {
			external: panelOf(
				[
					{ name: 'External Offer', value: 'externalOffer', default: 'create' },
					{ name: 'External Application', value: 'externalApplication', default: 'create' },
				],
				Object.values(externalOfferOperations),
			),
			// The same values mean something else under another resource.
			boxes: panelOf(
				[
					{ name: 'Box', value: 'box', default: 'open' },
					{ name: 'Letter', value: 'letter', default: 'open' },
					{ name: 'Stamp', value: 'stamp', default: 'open' },
				],
				[
					made('box', 'shut', false),
					made('box', 'open', true),
					made('letter', 'open', false),
					made('letter', 'shut', true),
					made('stamp', 'open', true),
				],
			),
		};
		const description = (name: keyof typeof panels) =>
			({ name, properties: panels[name] }) as unknown as INodeTypeDescription;

		const shown = (name: keyof typeof panels, resource: string, value: string) => {
			const root = { resource, operation: value };
			const isShown = (values: INodeParameters) => (property: INodeProperties) =>
				rules.displayParameter(values, property, nodeWith(root), description(name), root);
			return panels[name]
				.filter((property) => property.name === 'options')
				.filter(isShown(root))
				.map(({ options }) => (options as INodeProperties[]).filter(isShown({})).map((each) => each.name));
		};

		it('are printed once for a panel', () => {
			expect(panels.external.filter(({ name }) => name === 'options')).toHaveLength(1);
			expect(JSON.stringify(panels.external).match(/"rateLimitWait"/g)).toHaveLength(1);
			expect(JSON.stringify(panels.external).match(/"makeKey"/g)).toHaveLength(1);
		});

		it('are those of the operation chosen, by name', () => {
			const reads = ['rateLimitWait', 'timeout'];
			const writes = ['dryRun', ...reads];
			const all = ['dryRun', 'rateLimitWait', 'makeKey', 'timeout'];
			expect(shown('boxes', 'box', 'open')).toEqual([all]);
			expect(shown('external', 'externalOffer', 'create')).toEqual([all]);
			expect(shown('external', 'externalApplication', 'create')).toEqual([all]);
			for (const resource of ['externalOffer', 'externalApplication']) {
				expect(shown('external', resource, 'update')).toEqual([writes]);
				expect(shown('external', resource, 'delete')).toEqual([writes]);
				expect(shown('external', resource, 'getAll')).toEqual([reads]);
			}
			expect(shown('external', 'externalOffer', 'get')).toEqual([reads]);
		});

		it('are not mixed up between resources that have operations of one name', () => {
			const withKey = (resource: string, value: string) =>
				shown('boxes', resource, value)
					.flat()
					.filter((name) => name === 'makeKey').length;
			expect(withKey('box', 'open')).toBe(1);
			expect(withKey('box', 'shut')).toBe(0);
			expect(withKey('letter', 'open')).toBe(0);
			expect(withKey('letter', 'shut')).toBe(1);
			expect(withKey('stamp', 'open')).toBe(1);
		});

		// n8n adds this choice to every node, and shows none of the node's own parameters under it.
		it('are hidden under Custom API Call', () => {
			const custom = '__CUSTOM_API_CALL__';
			expect(shown('external', 'externalOffer', custom)).toEqual([]);
			expect(shown('external', custom, custom)).toEqual([]);
		});

		it('come last', () => {
			expect(panels.external.at(-1)?.name).toBe('options');
		});

		it('are kept with the values given, and go with the operation that had them', () => {
			const kept = (value: string, returnDefaults: boolean) => {
				const parameters = {
					resource: 'externalOffer',
					operation: value,
					options: { makeKey: false, timeout: 5 },
				};
				const saved = rules.getNodeParameters(
					panels.external,
					parameters,
					returnDefaults,
					false,
					nodeWith(parameters),
					description('external'),
				);
				return saved?.options;
			};
			for (const returnDefaults of [true, false]) {
				expect(kept('create', returnDefaults)).toEqual({ makeKey: false, timeout: 5 });
				expect(kept('update', returnDefaults)).toEqual({ timeout: 5 });
			}
		});
	},
);

describe('a panel', () => {
	const facts = {
		name: 'Do',
		description: '',
		docs: '',
		limits: [],
		scopes: [],
		errors: {},
		effect: 'idempotent',
	} as const;
	const boxId = id({ name: 'Box ID', description: '', to: path('box_id'), required: true });
	const note = text({
		name: 'Note',
		description: 'Words',
		to: body('note'),
		placeholder: 'e.g. x',
		hint: 'y',
		rows: 3,
	});
	const route = 'PATCH /open-apis/hire/v1/boxes/:box_id';
	const panel = panelOf(
		[
			{ name: 'Box', value: 'box', default: 'open' },
			{ name: 'Letter', value: 'letter', default: '' },
		],
		[
			operation({
				...facts,
				resource: 'letter',
				value: 'shut',
				name: 'Shut',
				action: 'c',
				route,
				params: { boxId },
			}),
			operation({
				...facts,
				resource: 'box',
				value: 'update',
				name: 'Update',
				action: 'b',
				route,
				collection: 'updateFields',
				params: {
					boxId,
					kind: choice({
						name: 'Kind',
						description: '',
						to: body('kind'),
						open: true,
						options: [
							{ name: 'Round', value: 2 },
							{ name: 'Flat', value: 1 },
						],
						default: 1,
					}),
					zip: text({ name: 'Zip', description: '', to: body('zip') }),
					note,
				},
			}),
			operation({
				...facts,
				resource: 'box',
				value: 'open',
				name: 'Open',
				action: 'a',
				route,
				params: { boxId },
			}),
		],
	);
	const shown = (resource: string, value: string) =>
		panel.filter((property) =>
			NodeHelpers.displayParameter({ resource, operation: value }, property, nodeWith({}), null),
		);
	const namesOf = (list: INodeProperties[]) => list.map(({ name }) => name);

	it('begins with the resources in the order given', () => {
		expect(panel[0]).toMatchObject({ name: 'resource', default: 'box', noDataExpression: true });
		expect(panel[0]?.options?.map((option) => 'name' in option && option.name)).toEqual(['Box', 'Letter']);
	});

	it('offers the operations of the chosen resource, by name', () => {
		const [, operations] = shown('box', 'open');
		expect(operations).toMatchObject({ name: 'operation', default: 'open', noDataExpression: true });
		expect(operations?.options).toEqual([
			{ name: 'Open', value: 'open', action: 'a', description: '' },
			{ name: 'Update', value: 'update', action: 'b', description: '' },
		]);
		expect(shown('letter', 'shut')[1]?.options).toEqual([
			{ name: 'Shut', value: 'shut', action: 'c', description: '' },
		]);
	});

	it('shows the parameters of the chosen operation only, what is open in the order declared', () => {
		expect(namesOf(shown('box', 'update')).slice(2, 5)).toEqual(['boxId', 'kind', 'updateFields']);
		expect(namesOf(shown('box', 'open'))).toContain('boxId');
		for (const name of ['kind', 'updateFields', 'additionalFields']) {
			expect(namesOf(shown('box', 'open'))).not.toContain(name);
			expect(namesOf(shown('letter', 'shut'))).not.toContain(name);
		}
	});

	it('collects what is not required, a few in the order declared', () => {
		const fields = shown('box', 'update').find(({ name }) => name === 'updateFields');
		expect(fields).toMatchObject({ displayName: 'Update Fields', type: 'collection', default: {} });
		expect(fields?.options?.map(({ name }) => name)).toEqual(['zip', 'note']);
	});

	it('offers a few choices in the order declared', () => {
		const kind = shown('box', 'update').find(({ name }) => name === 'kind');
		expect(kind?.options?.map(({ name }) => name)).toEqual(['Round', 'Flat']);
		expect(kind).not.toHaveProperty('required');
	});

	it('sorts five and more by name, and puts a last section below the rest', () => {
		const names = ['Echo', 'delta', 'Bravo', 'Charlie', 'Alpha'];
		const plain = (name: string) => text({ name, description: '', to: body(name), section: 'many' });
		const [many, few, last, options] = panelOf(
			[{ name: 'Box', value: 'box', default: 'open' }],
			[
				operation({
					...facts,
					resource: 'box',
					value: 'open',
					name: 'Open',
					action: 'a',
					route,
					sections: { last: { title: 'Last', last: true }, many: { title: 'Many' } },
					params: {
						boxId,
						note,
						kind: { ...text({ name: 'Kind', description: '', to: body('kind') }), section: 'last' },
						...Object.fromEntries(names.map((name) => [name, plain(name)])),
					},
				}),
			],
		).slice(-4);
		expect([many, few, last, options].map((each) => each?.displayName)).toEqual([
			'Many',
			'Additional Fields',
			'Last',
			'Options',
		]);
		expect(many?.options?.map(({ name }) => name)).toEqual(['Alpha', 'Bravo', 'Charlie', 'delta', 'Echo']);
		expect(last?.options?.map(({ name }) => name)).toEqual(['kind']);
	});

	it('keeps how a parameter looks', () => {
		const fields = shown('box', 'update').find(({ name }) => name === 'updateFields');
		expect(fields?.options?.[1]).toEqual({
			displayName: 'Note',
			name: 'note',
			type: 'string',
			default: '',
			description: 'Words',
			placeholder: 'e.g. x',
			hint: 'y',
			typeOptions: { rows: 3 },
		});
	});
});
