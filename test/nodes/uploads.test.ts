/** Large files go up a few at a time in the whole process; a run that is stopped waits for no other. */
import type { INodeExecutionData } from 'n8n-workflow';
import { runNode, type NodeRun } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import { updateExternalOffer } from './calls';

const UPLOAD = 'POST /open-apis/hire/v1/attachments';
const READ = 'POST /open-apis/hire/v1/external_offers/batch_query';
const AT_ONCE = 4;

// A run that did wait would do so for a minute, until the hanging uploads count as lost.
jest.setTimeout(30_000);

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

async function until(due: () => boolean): Promise<void> {
	for (let checks = 0; !due(); checks++) {
		if (checks > 4000) throw new Error(`It never came to that: ${String(due)}`);
		await pause(5);
	}
}

const pause = async (milliseconds: number) =>
	await new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});

/** Items with a file each. */
const letters = (count: number): INodeExecutionData[] =>
	simulator.addExternalOffers(count).map((offer) => ({
		json: { offer },
		binary: { letter: { data: 'bGV0dGVy', fileName: `${offer}.pdf`, mimeType: 'application/pdf' } },
	}));

/** A run that reads the offer of each item, and then uploads its file. */
function uploading(items: INodeExecutionData[]): { run: Promise<NodeRun>; cancel: () => void } {
	let cancel = () => {};
	const run = runNode(simulator, {
		...updateExternalOffer('={{ $json.offer }}', simulator.ids.externalApplications[0] ?? '', {
			updateFields: { attachmentBinaryFields: 'letter' },
		}),
		items,
		started: (stop) => (cancel = stop),
	});
	return { run, cancel: () => cancel() };
}

/** A run that takes all places until it is canceled, and one of two files that waits for a place. */
async function waitingBehindOther() {
	const stopHanging = simulator.fail({ kind: 'hang', route: UPLOAD });
	const other = uploading(letters(AT_ONCE));
	await until(() => simulator.countOf(UPLOAD) === AT_ONCE);
	stopHanging();
	const waiting = uploading(letters(2));
	await until(() => simulator.requestsTo(READ).filter(({ status }) => status === 200).length === AT_ONCE + 2);
	await pause(50);
	return { waiting, other };
}

test('a run that is canceled does not wait for the uploads of another', async () => {
	const { waiting, other } = await waitingBehindOther();
	waiting.cancel();
	expect((await waiting.run).run.status).toBe('canceled');
	expect(simulator.countOf(UPLOAD)).toBe(AT_ONCE);
	other.cancel();
	await other.run;
});

test('a run that fails does not wait for the uploads of another', async () => {
	const { waiting, other } = await waitingBehindOther();
	const gone = { ...letters(1)[0], json: { offer: '6900000000000000001' } };
	const { error } = await uploading([...letters(1), gone]).run;
	expect(error?.message).toMatch(/does not exist/);
	expect(simulator.countOf(UPLOAD)).toBe(AT_ONCE);
	for (const { cancel, run } of [waiting, other]) {
		cancel();
		await run;
	}
});

test('places come free in turn, those of a run that was stopped too', async () => {
	const { waiting, other } = await waitingBehindOther();
	const next = uploading(letters(3 * AT_ONCE));
	waiting.cancel();
	await waiting.run;
	other.cancel();
	await other.run;
	const { error, json } = await next.run;
	expect(error).toBeUndefined();
	expect(json).toHaveLength(3 * AT_ONCE);
	expect(simulator.countOf(UPLOAD)).toBe(4 * AT_ONCE);
});
