/** Downloads go by the rules of every request: again where that is safe, in time, and not after a stop. */
import type { INodeExecutionData } from 'n8n-workflow';
import { byId, runNode, type NodeRun, type RunOptions } from '../n8nCore/run';
import { builtNodeUnder, fastClock } from '../n8nCore/fastClock';
import { inTime } from '../n8nCore/stalls';
import { startSimulator, type Fault, type Simulator } from '../simulator';

const FILE = 'GET /hire/file/blob/:ticket/';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const SIZE = 88_020;
const sizeOf = ([item]: INodeExecutionData[]) => Buffer.from(item?.binary?.data?.data ?? '', 'base64').length;

function checkThirdTime({ items, error }: NodeRun): void {
	expect(error).toBeUndefined();
	expect(sizeOf(items)).toBe(SIZE);
	expect(simulator.countOf(FILE)).toBe(3);
}

const download = async ({
	speed = 100,
	timeout = 60,
	...more
}: { speed?: number; timeout?: number } & Partial<RunOptions> = {}) =>
	await runNode(simulator, {
		node: 'feishuHireAttachment',
		type: await builtNodeUnder(fastClock(speed), 'feishuHireAttachment'),
		parameters: {
			resource: 'attachment',
			operation: 'download',
			attachmentId: byId(simulator.ids.resumes.pdf),
			type: 1,
			options: { timeout },
		},
		...more,
	});

test.each<[string, Fault]>([
	['cut off in the middle', { kind: 'dropMidBody', times: 2 }],
	['cut off at the start', { kind: 'dropBefore', times: 2 }],
	['refused by a proxy', { kind: 'status', status: 503, times: 2 }],
])('a file that is %s is fetched again, whole', async (_, fault) => {
	simulator.fail({ ...fault, route: FILE });
	checkThirdTime(await download());
});

test('a file that stands still in the middle is fetched again, whole', async () => {
	const run = await inTime(0.5, async (seconds) => {
		simulator.reset();
		simulator.fail({ kind: 'stall', times: 2, route: FILE });
		return await download({ speed: 60 / seconds });
	});
	checkThirdTime(run);
});

test('a link that is refused is not tried again, and the words say what to do', async () => {
	simulator.fail({ kind: 'code', http: 403, code: 403, msg: 'expired', route: FILE });
	const { error } = await download();
	expect(error?.message).toBe('The link to the file was refused: HTTP 403 [item 0]');
	expect(error?.description).toMatch(/new link/);
	expect(simulator.countOf(FILE)).toBe(1);
});

test('a file that cannot be had names its item', async () => {
	simulator.fail({ kind: 'dropBefore', route: FILE });
	const { error } = await download();
	expect(error?.message).toBe('The file could not be downloaded: the connection was cut [item 0]');
	expect(simulator.countOf(FILE)).toBe(4);
});

test('a download that keeps coming may take longer than the timeout', async () => {
	const { items, error } = await inTime(0.5, async (seconds) => {
		simulator.reset();
		// In ten pieces, each well within the timeout.
		simulator.fail({ kind: 'slow', overMs: 4000 * seconds, route: FILE, times: 1 });
		return await download({ speed: 1 / seconds, timeout: 1 });
	});
	expect(error).toBeUndefined();
	expect(sizeOf(items)).toBe(SIZE);
	expect(simulator.countOf(FILE)).toBe(1);
});

test('a download that hangs ends with the execution', async () => {
	simulator.fail({ kind: 'hang', route: FILE });
	let cancel = () => {};
	const running = download({ started: (stop) => (cancel = stop) });
	while (simulator.countOf(FILE) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	cancel();
	// The request itself would hang for a minute.
	const { run } = await running;
	expect(run.status).toBe('canceled');
	expect(simulator.countOf(FILE)).toBe(1);
});
