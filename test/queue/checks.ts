/** What must hold where several processes of n8n work with one app. Each check gives what is not as it should be. */
import { setTimeout as wait } from 'node:timers/promises';
import { batchesOf, campaign } from './campaign';
import type { Fleet } from './fleet';

const EXECUTIONS = 20;
/** The published limit of the route. */
const PER_SECOND = 10;

const ROUTE = 'POST /open-apis/hire/v1/external_offers';

const once = (owners: readonly string[], wanted: number): string[] => {
	const rows = new Set(owners).size;
	return [
		...(owners.length === rows ? [] : [`${owners.length - rows} records were made twice`]),
		...(rows === wanted ? [] : [`${rows} of ${wanted} records were made`]),
	];
};

/** They share the limit: nearly as fast as one alone could be, with few refusals. */
export async function checkSharing(fleet: Fleet, count: number): Promise<string[]> {
	const path = 'sharing';
	const { simulator } = fleet;
	// In a short run it weighs more how the shares are found, and taken back when one is done: 1.13 to 1.25 were seen.
	const most = count < 2000 ? 1.35 : 1.1;
	const creates = await campaign(fleet, path);
	const before = (await simulator.requests()).at(-1)?.seq ?? 0;
	await creates.start(batchesOf(path, EXECUTIONS, count / EXECUTIONS));
	const statuses = await creates.end(600_000);
	const requests = (await simulator.requests(before)).filter(({ route }) => route === ROUTE);
	const refused = requests.filter(({ code }) => code === 99991400).length;
	const took = ((requests.at(-1)?.at ?? 0) - (requests[0]?.at ?? 0)) / 1000;
	const times = took / (Math.ceil(count / PER_SECOND) - 1);
	console.log(
		`  ${count} creates in ${EXECUTIONS} executions: ${JSON.stringify(statuses)}, ${took.toFixed(1)} s, ` +
			`${times.toFixed(2)} × the shortest, ${refused} of ${requests.length} requests refused`,
	);
	return [
		...once(await creates.made(), count),
		...(statuses.success === EXECUTIONS ? [] : [JSON.stringify(statuses)]),
		...(times <= most ? [] : [`${times.toFixed(2)} × the shortest time`]),
		...(refused <= requests.length / 10 ? [] : [`${refused} of ${requests.length} requests refused`]),
	];
}

/** What is done to the processes in the middle doubles nothing, and the same rows run again make what is missing. */
export async function checkDisturbed(
	fleet: Fleet,
	path: string,
	disturb: () => Promise<void>,
): Promise<string[]> {
	const count = 200;
	const creates = await campaign(fleet, path);
	const batches = batchesOf(path, EXECUTIONS, count / EXECUTIONS);
	await creates.start(batches);
	while ((await creates.made()).length < count / 4) await wait(50);
	await disturb();
	// A worker's lock on an execution ends after a minute; then n8n looks, and waits half a minute for its end.
	const statuses = await creates.end(300_000);
	const made = await creates.made();
	console.log(`  ${path}: ${JSON.stringify(statuses)}, ${made.length} of ${count} made`);
	const doubled = made.length - new Set(made).size;
	const untold =
		made.length < count && !statuses.error && !statuses.crashed ? ['what was not done is not told'] : [];
	await creates.start(batches);
	await creates.end(120_000);
	return [
		...(doubled === 0 ? [] : [`${doubled} made twice`]),
		...untold,
		...once(await creates.made(), count).map((failure) => `run again: ${failure}`),
	];
}
