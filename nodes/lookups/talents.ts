import type { IDataObject } from 'n8n-workflow';
import type { Entry, LookupReads, Searched } from '../declare/lookup';
import { talentList, talentRoute } from '../routes/talents';
import { inGroups, sideBySide } from './groups';

/** Orders of the list. */
const LAST_CHANGED = 1;
const LIKELIEST = 2;

const MOST = 100;

/** Asks the list for nothing, and no error, where nobody is found (`query_option` of its page). */
export const OR_NOBODY = { query_option: 'ignore_empty_error' } as const;

/** The candidates whose name, telephone number or e-mail is typed; all, the last changed first, where nothing is. */
export const talentsFound = (typed: string, { all }: Pick<LookupReads, 'all'>): AsyncIterable<IDataObject> =>
	all(talentList, {
		query: {
			...(typed === '' ? { sort_by: LAST_CHANGED } : { sort_by: LIKELIEST, keyword: typed }),
			...OR_NOBODY,
		},
	});

/** The same in groups, each a page: as many candidates as a picker looks through for what belongs to them. */
export async function* talentGroups(
	typed: string,
	reads: Pick<LookupReads, 'all'>,
): AsyncGenerator<IDataObject[]> {
	let looked = 0;
	for await (const group of inGroups(talentsFound(typed, reads), talentList.pages.size)) {
		yield group;
		looked += group.length;
		if (looked >= MOST) return;
	}
}

/**
 * What belongs to the candidates found: of a group of them side by side. Where nothing is typed, the first group that
 * has something is enough.
 */
export async function* ofTalents<T>(
	typed: string,
	reads: LookupReads,
	load: (talent: IDataObject) => Promise<readonly T[]>,
): AsyncGenerator<T> {
	for await (const group of talentGroups(typed, reads)) {
		const found = (await sideBySide(group.map(load))).flat();
		yield* found;
		if (typed === '' && found.length > 0) return;
	}
}

/** The name of a candidate. */
export const nameOfTalent = ({ basic_info: info }: IDataObject): string =>
	String((info as IDataObject | undefined)?.name ?? '');

function entryOf(talent: IDataObject): Entry {
	const { mobile, email } = (talent.basic_info ?? {}) as IDataObject;
	const reached = String(email || mobile || '');
	return {
		id: String(talent.id),
		names: { zh: nameOfTalent(talent) },
		also: [{ zh: reached }],
	};
}

/** The candidates (人才) of the talent pool, with what Feishu Hire shows of their e-mail or telephone number. */
export const talents: Searched = {
	name: 'searchTalents',
	async one(id, { call }) {
		const { talent } = await call(talentRoute, { path: { talent_id: id } });
		return entryOf({ ...(talent as IDataObject | undefined), id });
	},
	async *search(typed, reads) {
		for await (const talent of talentsFound(typed, reads)) yield entryOf(talent);
	},
};
