/**
 * Every fault × every effect over real HTTP: sent how often, applied how often, what the user sees.
 * With `UPDATE_DOCS=1` the same run writes the table of docs/faults.md; without, it fails when that is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { bound } from '../../nodes/engine/token';
import { fastClock } from '../n8nCore/fastClock';
import { credentialFor, type NodeRun } from '../n8nCore/run';
import { inTime } from '../n8nCore/stalls';
import { startSimulator, type Fault, type Simulator } from '../simulator';
import {
	expectedOnce,
	expectedWhenItStays,
	FAULT_CASES,
	PATIENCE,
	type Expected,
	type FaultCase,
} from './faultCases';
import {
	appliedFor,
	CREATE,
	inputs,
	nodeUnder,
	READ,
	TRANSFER,
	tryOut,
	type Input,
	type Kind,
} from './trial';

const KINDS: readonly Kind[] = ['read', 'idempotent', 'create', 'create with key'];
const TABLE = join(__dirname, '../../docs/faults.md');
const ROUTES = { read: READ, idempotent: TRANSFER, create: CREATE, 'create with key': CREATE } as const;
const OPTIONS: INodeParameters = { rateLimitWait: PATIENCE };
/** Seconds until an answer counts as missing, in the runs in which one is. */
const TIMEOUT = 1;
const SIDE_BY_SIDE = 20;

interface Seen {
	readonly sent: number;
	readonly applied: number;
	readonly sees: string;
}

interface Cell {
	readonly given: FaultCase;
	readonly kind: Kind;
	readonly once: Seen;
	readonly stays: Seen;
}

const seenIn = ({ error }: NodeRun) =>
	error
		? error.message.replace(/ \[item \d+\]$/, '').replace(/http:\/\/[\d.:]+/, 'the base URL')
		: 'the result';

const appliedIn = ({ applied }: Simulator) => applied.filter(({ changed }) => changed).length;

let type: INodeType;
const cells: Cell[] = [];
let unreachable: Array<{ kind: Kind; seen: Seen }> = [];

async function trial(kind: Kind, { fault }: FaultCase, times: number, timeout?: number): Promise<Seen> {
	const simulator = await startSimulator({ limits: false });
	simulator.fail({ ...fault, times });
	const options = timeout === undefined ? OPTIONS : { ...OPTIONS, timeout };
	const run = await tryOut(simulator, { kind, type, items: inputs(simulator, 1), options });
	const seen = { sent: simulator.countOf(ROUTES[kind]), applied: appliedIn(simulator), sees: seenIn(run) };
	await simulator.close();
	return seen;
}

const withoutAnswer: typeof trial = async (kind, given, times) =>
	await inTime(TIMEOUT, async (timeout) => await trial(kind, given, times, timeout));

/** A host at which nothing listens any more: the token is from before. */
async function nobodyListens(kind: Kind): Promise<Seen> {
	const simulator = await startSimulator();
	const login = credentialFor(simulator);
	const credential = { ...login, accessToken: bound('t-from-before', login) };
	const items = inputs(simulator, 1);
	await simulator.close();
	const run = await tryOut(simulator, { kind, type, items, credential, options: OPTIONS });
	return { sent: simulator.countOf(ROUTES[kind]), applied: appliedIn(simulator), sees: seenIn(run) };
}

/** Fills the cells, some at a time. */
async function sideBySide(work: Array<Pick<Cell, 'given' | 'kind'>>, run: typeof trial): Promise<void> {
	const lane = async () => {
		for (let next = work.shift(); next; next = work.shift()) {
			const { given, kind } = next;
			const [once, stays] = await Promise.all([run(kind, given, 1), run(kind, given, Infinity)]);
			cells.push({ given, kind, once, stays });
		}
	};
	await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
}

beforeAll(async () => {
	type = await nodeUnder(fastClock(100));
	const work = FAULT_CASES.flatMap((given) => KINDS.map((kind) => ({ given, kind })));
	const hangs = ({ given }: Pick<Cell, 'given'>) => given.fault.kind === 'hang';
	await sideBySide(
		work.filter((cell) => !hangs(cell)),
		trial,
	);
	await sideBySide(work.filter(hangs), withoutAnswer);
	const place = ({ given, kind }: Cell) => FAULT_CASES.indexOf(given) * KINDS.length + KINDS.indexOf(kind);
	cells.sort((a, b) => place(a) - place(b));
	unreachable = await Promise.all(KINDS.map(async (kind) => ({ kind, seen: await nobodyListens(kind) })));
}, 120_000);

function check(seen: Seen | undefined, expected: Expected): void {
	expect(seen).toEqual({
		sent: expected.sent,
		applied: expected.applied,
		sees: expect.stringMatching(expected.sees) as string,
	});
}

describe.each(FAULT_CASES.map((given) => [given.title, given] as const))('%s', (_, given) => {
	test.each(KINDS)('%s', (kind) => {
		const cell = cells.find((other) => other.given === given && other.kind === kind);
		check(cell?.once, expectedOnce(given, kind));
		check(cell?.stays, expectedWhenItStays(given, kind));
	});
});

test.each(KINDS)('connection refused: %s', (kind) => {
	check(unreachable.find((other) => other.kind === kind)?.seen, {
		sent: 0,
		applied: 0,
		sees: /^Feishu cannot be reached at the base URL$/,
	});
});

test.each(KINDS)('a token that expires under 20 requests in flight is renewed once: %s', async (kind) => {
	const simulator = await startSimulator({ limits: false, latency: { before: 30, after: 30 } });
	const items = inputs(simulator, 60);
	simulator.expireTokensAfter(25);
	const { json, error } = await tryOut(simulator, { kind, type, items });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(60);
	expect(simulator.tokenCalls).toBe(2);
	const refused = simulator.requests.filter(({ code }) => code === 99991663);
	expect(refused.length).toBeGreaterThanOrEqual(20);
	expect(simulator.countOf(ROUTES[kind])).toBe(60 + refused.length);
	expect(appliedIn(simulator)).toBe(kind === 'read' ? 0 : 60);
	await simulator.close();
});

test('a redirect is not followed: the token and the item go nowhere but to the host of the credential', async () => {
	const simulator = await startSimulator();
	const elsewhere = await startSimulator();
	simulator.fail({ kind: 'status', status: 307, location: `${elsewhere.url}/open-apis/` });
	const { error } = await tryOut(simulator, { kind: 'create', type, items: inputs(simulator, 1) });
	expect(error?.message).toMatch(/HTTP 307/);
	expect(error?.description).toMatch(/base URL in the credential/);
	expect(elsewhere.requests).toHaveLength(0);
	await simulator.close();
	await elsewhere.close();
});

test('the app secret is not sent on by a redirect either', async () => {
	const simulator = await startSimulator();
	const elsewhere = await startSimulator();
	simulator.fail({ kind: 'status', status: 307, location: `${elsewhere.url}/open-apis/`, route: '*' });
	const { error } = await tryOut(simulator, { kind: 'create', type, items: inputs(simulator, 1) });
	expect(error?.message).toMatch(/^Feishu cannot be reached/);
	expect(elsewhere.requests).toHaveLength(0);
	await simulator.close();
	await elsewhere.close();
});

test('a create that is cut off while another one has the token renewed says that its result is unknown', async () => {
	const simulator = await startSimulator({ limits: false });
	const [cut, renews] = inputs(simulator, 2) as [Input, Input];
	const of = ({ owner }: Input): Pick<Fault, 'route' | 'times'> => ({
		route: ({ body }) => (body as { owner?: string } | undefined)?.owner === owner,
		times: 1,
	});
	simulator.settings.latency = {
		before: ({ path, body }) =>
			path.includes('/auth/') ? 200 : (body as { owner?: string }).owner === cut.owner ? 80 : 0,
	};
	simulator.fail({ kind: 'dropAfter', ...of(cut) });
	simulator.fail({ kind: 'code', http: 400, code: 99991663, ...of(renews) });
	const { json } = await tryOut(simulator, {
		kind: 'create',
		type,
		items: [cut, renews],
		settings: { onError: 'continueRegularOutput' },
	});
	expect(json[0]?.error).toMatchObject({ message: expect.stringMatching(/unknown whether/) as string });
	expect(json[1]?.owner).toBe(renews.owner);
	expect(simulator.tokenCalls).toBe(2);
	expect([cut, renews].map((item) => appliedFor(simulator, item))).toEqual([1, 1]);
	await simulator.close();
});

const row = (columns: ReadonlyArray<string | number>) => `| ${columns.join(' | ')} |`;

/** Rows that differ in their effect only become one. */
function merged(
	lines: ReadonlyArray<readonly [title: string, kind: Kind, ...Array<string | number>]>,
): string[] {
	const rows = new Map<string, { title: string; kinds: Kind[]; rest: Array<string | number> }>();
	for (const [title, kind, ...rest] of lines) {
		const key = JSON.stringify([title, rest]);
		const same = rows.get(key);
		if (same) same.kinds.push(kind);
		else rows.set(key, { title, kinds: [kind], rest });
	}
	return [...rows.values()].map(({ title, kinds, rest }) => row([title, kinds.join(', '), ...rest]));
}

function table(): string {
	const rows = merged([
		...cells.map(
			({ given, kind, once, stays }) =>
				[
					given.title,
					kind,
					once.sent,
					once.applied,
					once.sees,
					stays.sent,
					stays.applied,
					stays.sees,
				] as const,
		),
		...unreachable.map(
			({ kind, seen }) =>
				['Connection refused', kind, '–', '–', '–', seen.sent, seen.applied, seen.sees] as const,
		),
	]);
	return `# What becomes of a request under each fault

Measured over HTTP against the simulator, one item a run; \`npm run build && UPDATE_DOCS=1 npx jest test/engine/faults\` writes this page, and the same test without \`UPDATE_DOCS\` fails when it no longer holds. What is expected of each row stands in \`test/engine/faultCases.ts\`.

*Sent* counts the requests that reached the server, *applied* the changes there: never more than one. A create carries a key (External ID) unless the user switches that off. The runs wait ${PATIENCE} s for refusals for frequency (5 minutes unless set); where no answer comes, a second or a little more for one (a minute unless set).

${row(['Fault', 'Effect', 'Once: sent', 'applied', 'the user sees', 'Each time: sent', 'applied', 'the user sees'])}
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

test('docs/faults.md says so', () => {
	if (process.env.UPDATE_DOCS === '1') writeFileSync(TABLE, table());
	expect(existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : '').toBe(table());
});
