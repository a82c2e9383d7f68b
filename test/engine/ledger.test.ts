/** What a failed attempt had done: remembered from try to try of one node in one run, and by nothing else. */
import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { Ledger, runKey } from '../../nodes/engine/ledger';

interface Try {
	readonly execution: string;
	readonly node?: string;
	readonly run?: number;
	readonly settings?: Partial<INode>;
}

const contextOf = ({ execution, node = 'node', run = 0, settings }: Try) =>
	({
		getInstanceId: () => 'instance',
		getExecutionId: () => execution,
		getNode: () => ({ id: node, retryOnFail: true, maxTries: 3, ...settings }),
		getWorkflowDataProxy: () => ({ $runIndex: run }),
	}) as unknown as IExecuteFunctions;

const applied = { items: [{ json: { id: '1' } }] };

afterEach(() => {
	for (const execution of ['a', 'b', 'c']) Ledger.open(contextOf({ execution }))?.close({ again: false });
});

test('there is none without Retry On Fail', () => {
	expect(Ledger.open(contextOf({ execution: 'a', settings: { retryOnFail: false } }))).toBeUndefined();
	expect(Ledger.waiting).toBe(0);
});

test('the next try is answered from it, for the same item with the same request only', () => {
	const first = Ledger.open(contextOf({ execution: 'a' }));
	first?.record(4, '{"a":1}', applied);
	first?.close({ again: true });
	const next = Ledger.open(contextOf({ execution: 'a' }));
	expect(next?.recall(4, '{"a":1}')).toBe(applied);
	expect(next?.recall(4, '{"a":2}')).toBeUndefined();
	expect(next?.recall(5, '{"a":1}')).toBeUndefined();
});

test.each([
	['execution', { execution: 'b' }],
	['node', { execution: 'a', node: 'other' }],
	['run of the node in a loop', { execution: 'a', run: 1 }],
])('another %s knows nothing of it', (_, other) => {
	const ledger = Ledger.open(contextOf({ execution: 'a' }));
	ledger?.record(0, 'same', applied);
	ledger?.close({ again: true });
	const stranger = Ledger.open(contextOf(other));
	expect(stranger?.recall(0, 'same')).toBeUndefined();
	expect(runKey(contextOf(other))).not.toBe(runKey(contextOf({ execution: 'a' })));
	stranger?.close({ again: false });
});

test('success ends it', () => {
	const ledger = Ledger.open(contextOf({ execution: 'a' }));
	ledger?.record(0, 'same', applied);
	ledger?.close({ again: false });
	expect(Ledger.waiting).toBe(0);
});

test.each([
	[undefined, 3],
	[0, 3],
	[1, 2],
	[4, 4],
	[99, 5],
])('with %p tries set, the end of try %i ends it, as n8n counts them', (maxTries, tries) => {
	for (let count = 1; count <= tries; count++) {
		const ledger = Ledger.open(contextOf({ execution: 'a', settings: { maxTries } }));
		ledger?.record(0, 'same', applied);
		ledger?.close({ again: true });
		expect(Ledger.waiting).toBe(count < tries ? 1 : 0);
	}
});

test('no more than a hundred nodes are remembered, the youngest of them', () => {
	const executions = Array.from({ length: 150 }, (_, index) => contextOf({ execution: `many ${index}` }));
	for (const context of executions) Ledger.open(context)?.record(0, 'same', applied);
	expect(Ledger.waiting).toBe(100);
	const recalled = executions.slice(100).map((context) => Ledger.open(context)?.recall(0, 'same'));
	expect(recalled.every((past) => past === applied)).toBe(true);
	for (const context of executions.slice(50)) Ledger.open(context)?.close({ again: false });
	expect(Ledger.waiting).toBe(0);
});
