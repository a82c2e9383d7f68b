import type { IDataObject } from 'n8n-workflow';
import type { Entry, Listed, LookupReads, Searched } from '../declare/lookup';
import { isId } from '../declare/reference';
import { byCandidate, type Talent } from './byCandidate';
import { allOf, inGroups, sideBySide } from './groups';
import { jobs } from './jobs';
import { applicationDetailRoute } from '../routes/applicationDetail';
import { applicationList, applicationRoute } from '../routes/applications';
import { besideIn } from './names';
import { talentGroups } from './talents';

const ACTIVE = '1';
const ENDED = '2';

/** As many details as may be read in a second. */
const AT_ONCE = 10;

const HOUR = 3_600_000;

/** Where the periods of the last changes begin, in hours ago. */
const PERIODS = [1, 6, 24, 4 * 24, 16 * 24, 64 * 24];

/** The lists one after the other. The first page of each is read at once. */
async function* idsIn(
	{ all }: Pick<LookupReads, 'all'>,
	queries: ReadonlyArray<Record<string, string>>,
): AsyncGenerator<string> {
	const lists = queries.map((query) => all(applicationList, { query })[Symbol.asyncIterator]());
	const first = await sideBySide(lists.map(async (list) => await list.next()));
	for (const [at, list] of lists.entries()) {
		// Unlike other lists, this one has bare IDs for items.
		for (let step = first[at]; step && !step.done; step = await list.next()) yield String(step.value);
	}
}

/** Feishu Hire has no order of its list by time, but periods can be asked for. */
async function* lastChanged(reads: LookupReads): AsyncGenerator<string> {
	const now = Date.now();
	const begins = PERIODS.map((hours) => String(now - hours * HOUR));
	yield* idsIn(
		reads,
		[...begins, undefined].map((begin, at) => ({
			active_status: ACTIVE,
			...(begin === undefined ? {} : { update_start_time: begin }),
			...(at === 0 ? {} : { update_end_time: String(Number(begins[at - 1]) - 1) }),
		})),
	);
	yield* idsIn(reads, [{ active_status: ENDED }]);
}

async function* ofCandidates(typed: string, reads: LookupReads): AsyncGenerator<string> {
	for await (const group of talentGroups(typed, reads)) {
		const ofGroup = (active_status: string) =>
			group.map(({ id }) => ({ talent_id: String(id), active_status }));
		yield* idsIn(reads, [...ofGroup(ACTIVE), ...ofGroup(ENDED)]);
	}
}

function idsFor(typed: string, reads: LookupReads): AsyncIterable<string> {
	if (typed === '') return lastChanged(reads);
	if (!isId(typed)) return ofCandidates(typed, reads);
	return (async function* () {
		yield typed;
	})();
}

/** An application with `options` of what belongs to it. */
async function detailOf(
	id: string,
	{ call }: Pick<LookupReads, 'call'>,
	options: readonly string[] = [],
): Promise<IDataObject> {
	const parts = { path: { application_id: id }, query: { options: [...options] } };
	const { application_detail: detail } = await call(applicationDetailRoute, parts);
	return detail as IDataObject;
}

async function applicationOf(id: string, { call }: Pick<LookupReads, 'call'>): Promise<IDataObject> {
	const { application } = await call(applicationRoute, { path: { application_id: id } });
	return (application ?? {}) as IDataObject;
}

/** The stage in which the application of the panel stands: one, or none where the panel names no application. */
export const presentStage: Listed = {
	name: 'presentStage',
	asks: ['applicationId'],
	async *entries(reads) {
		const application = reads.chosen('applicationId');
		if (!application) return;
		const { stage: found } = await applicationOf(application, reads);
		const stage = (found ?? {}) as IDataObject;
		yield { id: String(stage.id), names: besideIn(stage) };
	},
};

/** What applications are told by. */
const WHOSE = ['with_talent', 'with_job'];

/** The details of the applications that are meant by what is typed, with `parts` of them. */
export async function* detailsFor(
	typed: string,
	reads: LookupReads,
	parts: readonly string[] = [],
): AsyncGenerator<IDataObject> {
	const options = [...WHOSE, ...parts];
	for await (const ids of inGroups(idsFor(typed, reads), AT_ONCE)) {
		const details = await sideBySide(ids.map(async (id) => await detailOf(id, reads, options)));
		yield* typed === '' ? details.sort(byChange) : details;
	}
}

const changeOf = ({ basic_info: info }: IDataObject): number =>
	Number((info as IDataObject | undefined)?.modify_time ?? 0);

const isEnded = ({ basic_info: info }: IDataObject): boolean =>
	String((info as IDataObject | undefined)?.active_status) === ENDED;

const byChange = (one: IDataObject, other: IDataObject): number =>
	Number(isEnded(one)) - Number(isEnded(other)) || changeOf(other) - changeOf(one);

/** In place of a name that Feishu leaves out, without an error. */
const NAMELESS = `(no name without ${applicationDetailRoute.parts.of.with_talent.scopes[0]})`;

/** What is told of an application: its candidate, job and stage. */
export function applicationEntry(detail: IDataObject): Entry {
	const { basic_info: info = {}, talent, job } = detail;
	const { id, stage } = info as IDataObject;
	return {
		id: String(id),
		names: { zh: talent ? String((talent as IDataObject).name ?? '') : NAMELESS },
		also: [
			{ zh: String((job as IDataObject | undefined)?.name ?? '') },
			besideIn((stage ?? {}) as IDataObject),
		],
		...(isEnded(detail) ? { note: 'ended' } : {}),
	};
}

/** The details of all applications of a candidate, with `parts` of them. */
export async function detailsOfCandidate(
	talent_id: string,
	reads: LookupReads,
	parts: readonly string[],
): Promise<IDataObject[]> {
	const queries = [ACTIVE, ENDED].map((active_status) => ({ talent_id, active_status }));
	const ids = await allOf(idsIn(reads, queries));
	return await sideBySide(ids.map(async (id) => await detailOf(id, reads, [...WHOSE, ...parts])));
}

/** An application by its ID. */
export const oneApplication = async (id: string, reads: Pick<LookupReads, 'call'>): Promise<Entry> =>
	applicationEntry(await detailOf(id, reads, WHOSE));

/** The applications of a candidate. Only where that decides between several is each of them read. */
async function ofCandidate(
	{ id: talent_id, name }: Talent,
	reads: LookupReads,
	active_status: string,
	job: string | undefined,
): Promise<Entry[]> {
	const ids = await allOf(idsIn(reads, [{ talent_id, active_status }]));
	if (ids.length < 2 && !job) return ids.map((id) => ({ id, names: { zh: name } }));
	const known = new Map((await reads.entries(jobs)).map((each) => [each.id, each]));
	return await sideBySide(
		ids.map(async (id): Promise<Entry> => {
			const { job_id: of, stage } = await applicationOf(id, reads);
			const title = known.get(String(of));
			return {
				id,
				names: { zh: name },
				...(title?.code ? { code: title.code } : {}),
				also: [title?.names ?? {}, besideIn((stage ?? {}) as IDataObject)],
			};
		}),
	);
}

/** Applications under way, told by their candidate: where there are none, the message names those that have ended. */
const activeByCandidate = byCandidate({
	none: 'no application that is under way',
	async of(talent, reads, job) {
		const active = await ofCandidate(talent, reads, ACTIVE, job);
		if (active.length > 0) return active;
		const ended = await ofCandidate(talent, reads, ENDED, job);
		return ended.map((entry) => ({ ...entry, retired: true, note: 'ended' }));
	},
});

/** Applications that have ended, told by their candidate. */
export const endedByCandidate = byCandidate({
	none: 'no application that has ended',
	of: async (talent, reads, job) => await ofCandidate(talent, reads, ENDED, job),
});

/** The applications (投递), those under way first: of the candidates found, or the last changed. */
export const applications: Searched = {
	name: 'searchApplications',
	told: activeByCandidate,
	one: oneApplication,
	async *search(typed, reads) {
		for await (const detail of detailsFor(typed, reads)) yield applicationEntry(detail);
	},
};
