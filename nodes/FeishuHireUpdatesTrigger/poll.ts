import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import type { Call } from '../declare/operation';
import { systemClock, type Clock } from '../engine/clock';
import { Names } from '../engine/names';
import { nodeError } from '../engine/nodeError';
import { Sender } from '../engine/send';
import { Session } from '../engine/session';
import { simplified } from '../engine/simplified';
import { Budget } from './budget';
import { changesBack, changesSince, type Changes, type Watched } from './changes';
import { AT_ONCE, forEach } from './chunks';
import { cursorFrom, type Cursor } from './cursor';
import { unlessGone } from './gone';
import { Harvest } from './harvest';
import { Lister } from './lister';
import { settingsOf, type Settings } from './settings';
import type { Found } from './watches/watch';

const TIMEOUT_MS = 30_000;
const PATIENCE_MS = 60_000;

/** The page of which 'Fetch Test Event' takes the last record, and how many records it looks through for it. */
const FEW = 10;
const LOOKED_THROUGH = 200;

/** Where the cursor stands in the node's static data. */
interface Kept {
	cursor?: Cursor;
}

/** Polls under way, by workflow and node: n8n starts the next one whether or not the last has ended. */
const underWay = new Set<string>();

/** What n8n calls at each poll time, and for 'Fetch Test Event'. */
export async function poll(
	context: IPollFunctions,
	clock: Clock = systemClock,
): Promise<INodeExecutionData[][] | null> {
	const manual = context.getMode() === 'manual';
	const place = `${String(context.getWorkflow().id)} ${context.getNode().id}`;
	if (!manual && underWay.has(place)) return null;
	if (!manual) underWay.add(place);
	try {
		const rows = manual ? await lastRow(context, clock) : await newRows(context, clock);
		return rows.length > 0 ? [rows.map((json) => ({ json }))] : null;
	} catch (error) {
		throw error instanceof NodeOperationError ? error : nodeError(context.getNode(), error);
	} finally {
		if (!manual) underWay.delete(place);
	}
}

/** What one poll works with. */
interface Poll extends Settings {
	readonly sender: Sender;
	readonly call: Call;
	/** What Feishu's clock showed at the first answer: that of this machine may be wrong. */
	readonly now: () => number;
	readonly budget: Budget;
}

async function begin(context: IPollFunctions, clock: Clock): Promise<Poll> {
	const settings = settingsOf(context);
	const session = await Session.open(context);
	let first: number | undefined;
	const sender = new Sender(session, {
		clock,
		patience: PATIENCE_MS,
		timeout: TIMEOUT_MS,
		answered: ({ date }) => (first ??= Date.parse(String(date)) || undefined),
	});
	return {
		...settings,
		sender,
		call: sender.call.bind(sender),
		now: () => first ?? Date.now(),
		budget: new Budget(clock),
	};
}

const watchedBy = (
	{ watch, filters, interviewDays, call, now }: Poll,
	size = watch.list.pages.size,
): Watched => ({
	watch,
	values: filters.values,
	periods: new Lister(watch, filters.parts.query ?? {}, call, now, size),
	days: interviewDays,
});

/** Asks for next to nothing, to know Feishu's time and whether the app may read the list at all. */
async function ask(poll: Poll): Promise<number> {
	await watchedBy(poll, 1).periods.page(Date.now());
	return poll.now();
}

async function newRows(context: IPollFunctions, clock: Clock): Promise<IDataObject[]> {
	const poll = await begin(context, clock);
	const kept = context.getWorkflowStaticData('node') as Kept;
	let { cursor } = kept;
	if (cursor?.of !== poll.of) {
		const now = await ask(poll);
		cursor = cursorFrom(poll.of, poll.start ?? now, now);
	}
	const harvest = new Harvest(cursor, poll.createdOnly, poll.most);
	for await (const changes of changesSince(watchedBy(poll), cursor.since, cursor.looked)) {
		harvest.reach(changes.from);
		if (!(await take(poll, harvest, changes))) break;
		harvest.reach(changes.to);
	}
	const rows = await rowsOf(poll, harvest.records);
	// Only now: a poll that fails has given nothing.
	kept.cursor = harvest.next(poll.now());
	return rows;
}

/** Reads what a harvest does not know, as far as there is room. @returns whether that was all of it */
async function take(
	{ watch, call, createdOnly, now, budget }: Poll,
	harvest: Harvest,
	changes: Changes,
): Promise<boolean> {
	const lines = changes.lines.filter((line) => !harvest.knows(line, changes.to));
	for (let start = 0; start < lines.length; ) {
		const size = Math.min(AT_ONCE, budget.left, harvest.room);
		if (size <= 0) return false;
		const portion = lines.slice(start, start + size);
		const readings = await forEach(
			portion,
			async (line) => await unlessGone(watch.read(line, call, createdOnly)),
		);
		readings.forEach((reading, index) => {
			const line = portion[index];
			if (reading && line) harvest.add(line, reading, now());
		});
		start += size;
		budget.spend(size);
	}
	return true;
}

async function rowsOf({ watch, shape, sender, call, timezone }: Poll, found: readonly Found[]) {
	const details = shape.fetchDetails ? watch.details : undefined;
	const read = async (each: Found) => (details ? await unlessGone(details.read(each, call)) : each.record);
	const records = (await forEach(found, read)).filter((record) => record !== undefined);
	const rows = shape.simplify
		? await simplified((details ?? watch).row, records, new Names(sender), timezone)
		: records;
	const note = sender.leftOut.certain();
	return note === undefined ? rows : rows.map((row) => ({ ...row, details_note: note }));
}

async function lastRow(context: IPollFunctions, clock: Clock): Promise<IDataObject[]> {
	const poll = await begin(context, clock);
	await ask(poll);
	let left = LOOKED_THROUGH;
	for await (const lines of changesBack(watchedBy(poll, FEW))) {
		const readings = await forEach(
			lines,
			async (line) => await unlessGone(poll.watch.read(line, poll.call, false)),
		);
		const [last] = readings
			.flatMap((reading) => (reading?.found ? [{ changed: reading.changed, found: reading.found }] : []))
			.sort((a, b) => b.changed - a.changed);
		if (last) return await rowsOf(poll, [last.found]);
		left -= lines.length;
		if (left <= 0) break;
	}
	throw new NodeOperationError(context.getNode(), 'Feishu Hire has no such record yet', {
		description:
			'There is nothing to show as a test event. Check the filters, or create a record in Feishu Hire and fetch the event again.',
	});
}
