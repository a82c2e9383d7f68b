/**
 * `npm run bench`: measures everything in one run and writes docs/bench.md and docs/bench.svg.
 * `npm run bench -- events` measures the events alone, and prints their figures.
 */
import '../environment';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaigns, ITEMS } from './campaign';
import { inChild } from './child';
import type { Cpu } from './cpu';
import { credentialReads } from './credentialReads';
import { loading } from './loading';
import type { Memory } from './memory';
import { canMeasureEvents, events } from './events';
import { eventsOf, goals, loadNow, page, type Figures } from './page';
import { plot } from './plot';
import { words } from './words';

const DOCS = join(__dirname, '../../docs');

async function told<T>(what: string, measure: () => Promise<T>): Promise<T> {
	const start = performance.now();
	const result = await measure();
	console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
	return result;
}

async function main(): Promise<void> {
	const start = performance.now();
	const load = loadNow();
	const cpu = await told('CPU time', () => inChild<Cpu>(join(__dirname, 'cpu.ts')));
	const memoryOf = async (whose: 'node' | 'bare') =>
		await told(`Memory, ${whose}`, () => inChild<Memory>(join(__dirname, 'memory.ts'), whose));
	const memory = { node: await memoryOf('node'), bare: await memoryOf('bare') };
	const figures: Figures = {
		load,
		cpu,
		memory,
		loading: await told('Loading', loading),
		reads: await told('Credential', credentialReads),
		words: await told('Names in place of IDs', words),
		campaigns: await told('Campaign', campaigns),
		events: canMeasureEvents ? await told('Events', events).catch(brokenOff) : undefined,
		minutes: (performance.now() - start) / 60_000,
		date: new Date(),
	};
	mkdirSync(DOCS, { recursive: true });
	const text = page({ ...figures, minutes: (performance.now() - start) / 60_000 });
	writeFileSync(join(DOCS, 'bench.md'), text);
	const { ours, tuned, allAtOnce } = figures.campaigns;
	const others = [...tuned.filter(({ latency }) => latency === 80), ...allAtOnce];
	writeFileSync(join(DOCS, 'bench.svg'), plot([...ours, ...others], ITEMS));
	console.log(`\n${text}`);
	for (const { name, complaint } of [...ours, ...others])
		if (complaint !== undefined) console.log(`${name}: ${complaint}`);
	const missed = goals(figures).filter(({ held }) => !held);
	for (const { what, figure, goal } of missed) console.error(`Goal missed: ${what}: ${figure}, not ${goal}`);
	if (missed.length > 0) process.exitCode = 1;
}

/** The page is written without what needs n8n, where that breaks off. */
function brokenOff(error: unknown): undefined {
	console.error(error);
	process.exitCode = 1;
}

/** Measures the events alone and writes no page. */
async function eventsAlone(): Promise<void> {
	console.log(eventsOf(await events()));
}

(process.argv[2] === 'events' ? eventsAlone() : main()).catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
