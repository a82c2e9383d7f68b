/** What must hold where several processes of n8n work with one app. Each check gives what is not as it should be. */
import { setTimeout as wait } from 'node:timers/promises';
import { batchesOf, campaign, creates, transfers, type Work } from './campaign';
import type { Fleet } from './fleet';

const EXECUTIONS = 20;

const once = (done: readonly string[], wanted: number): string[] => {
	const rows = new Set(done).size;
	return [
		...(done.length === rows ? [] : [`${done.length - rows} were done twice`]),
		...(rows === wanted ? [] : [`${rows} of ${wanted} were done`]),
	];
};

/** So many writes at once, within what the limits of their route allow. */
interface Load {
	readonly work: Work;
	readonly rows: readonly string[];
	/** The shortest time that the published limits allow. */
	readonly shortestSeconds: number;
	/** How many times as long it may take. */
	readonly most: number;
}

const named = (path: string, count: number) =>
	Array.from({ length: count }, (_, index) => `${path} ${index}`);

/** Creates of external offers: 10 a second. */
export const manyCreates = (count: number, most: number): Load => ({
	work: creates,
	rows: named('sharing', count),
	shortestSeconds: Math.ceil(count / 10) - 1,
	most,
});

/** Transfers to another stage, some thousands: 1,000 a minute, and of the last thousand 50 a second. */
export async function manyTransfers({ simulator }: Fleet, count: number, most: number): Promise<Load> {
	const minutes = Math.ceil(count / 1000) - 1;
	return {
		work: transfers,
		rows: await simulator.addApplications(count),
		shortestSeconds: 60 * minutes + Math.ceil((count - 1000 * minutes) / 50) - 1,
		most,
	};
}

/** They share the limit: nearly as fast as one alone could be, with few refusals. */
export async function checkSharing(
	fleet: Fleet,
	{ work, rows, shortestSeconds, most }: Load,
): Promise<string[]> {
	const { simulator } = fleet;
	const run = await campaign(fleet, `sharing-${work.node}`, work);
	const before = (await simulator.requests()).at(-1)?.seq ?? 0;
	const batches = batchesOf(rows, EXECUTIONS);
	await run.start(batches);
	const statuses = await run.end(900_000);
	const requests = (await simulator.requests(before)).filter(({ route }) => route === work.route);
	const refused = requests.filter(({ code }) => code === 99991400).length;
	const took = ((requests.at(-1)?.at ?? 0) - (requests[0]?.at ?? 0)) / 1000;
	const times = took / shortestSeconds;
	console.log(
		`  ${rows.length} × ${work.node} in ${EXECUTIONS} executions: ${JSON.stringify(statuses)}, ` +
			`${took.toFixed(1)} s, ${times.toFixed(2)} × the shortest, ${refused} of ${requests.length} requests refused`,
	);
	return [
		...once(await run.done(batches), rows.length),
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
	const run = await campaign(fleet, path, creates);
	const batches = batchesOf(named(path, count), EXECUTIONS);
	await run.start(batches);
	while ((await run.done(batches)).length < count / 4) await wait(50);
	await disturb();
	// A worker's lock on an execution ends after a minute; then n8n looks, and waits half a minute for its end.
	const statuses = await run.end(300_000);
	const made = await run.done(batches);
	console.log(`  ${path}: ${JSON.stringify(statuses)}, ${made.length} of ${count} made`);
	const doubled = made.length - new Set(made).size;
	const untold =
		made.length < count && !statuses.error && !statuses.crashed ? ['what was not done is not told'] : [];
	await run.start(batches);
	await run.end(120_000);
	return [
		...(doubled === 0 ? [] : [`${doubled} made twice`]),
		...untold,
		...once(await run.done(batches), count).map((failure) => `run again: ${failure}`),
	];
}
