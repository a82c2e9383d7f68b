import type { IDataObject } from 'n8n-workflow';
import { InvalidValue, quoted } from '../declare/invalid';
import { folded } from '../declare/lines';
import type { Entry, LookupReads, Told } from '../declare/lookup';
import type { Endpoint } from '../declare/operation';
import { listed, named } from '../declare/reference';
import { contactIn, spellingsOf } from './contactText';
import { askedInGroups } from './groups';
import { nameOfTalent, talentsFound } from './talents';

/** The route that finds candidates by e-mail address or mobile number. */
const FIND: Endpoint = {
	route: 'POST /open-apis/hire/v1/talents/batch_get_id',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/batch_get_id',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:talent:readonly', 'hire:talent'],
	effect: 'read',
	errors: {
		1002009: {
			what: 'A mobile number is not one',
			mend: 'Give it with its country code, for example +86 138 0013 8000.',
		},
	},
};

/** The page names no most for the lists. */
const AT_ONCE = 50;

const WRONG_MOBILE = 1002009;

const isWrongMobile = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === WRONG_MOBILE;

/** A candidate that was found; the name is known where the name was searched for. */
export interface Talent {
	readonly id: string;
	readonly name: string;
}

/** Who is meant, and where something was written behind it, for which job. */
interface Meant {
	readonly who: string;
	readonly job?: string;
}

const JOINT = /\s*[›>＞]\s*/g;

/** How a text can be read, the likeliest first: names and titles may have the sign in them that stands before the job. */
function meantBy(text: string): Meant[] {
	const parted = [...text.matchAll(JOINT)].map(({ index, 0: { length } }) => ({
		who: text.slice(0, index),
		job: text.slice(index + length).trim(),
	}));
	const [first] = parted;
	if (first && !('name' in contactIn(first.who))) return [first];
	return [...parted.filter(({ who }) => who.trim() !== ''), { who: text }];
}

/** Finds candidates: those of e-mail addresses and mobile numbers in groups, each other name once. */
function finder(whos: readonly string[], reads: LookupReads): (who: string) => Promise<Talent[]> {
	const contacts = whos.map(contactIn);
	const ask = async (body: Record<string, string | string[]>) => {
		const { talent_list: list } = await reads.call(FIND, { body });
		return (list ?? []) as IDataObject[];
	};
	const withEmail = askedInGroups(
		contacts.flatMap((contact) => ('email' in contact ? spellingsOf(contact.email) : [])),
		AT_ONCE,
		async (emails) => await ask({ email_list: [...emails] }),
	);
	const mobiles = new Map<string, string[]>();
	for (const contact of contacts) {
		if (!('mobile' in contact)) continue;
		const { code, number } = contact.mobile;
		mobiles.set(code, [...(mobiles.get(code) ?? []), number]);
	}
	const withMobile = new Map(
		[...mobiles].map(([mobile_code, numbers]) => [
			mobile_code,
			askedInGroups(
				numbers,
				AT_ONCE,
				async (list) => await ask({ mobile_code, mobile_number_list: [...list] }),
				isWrongMobile,
			),
		]),
	);
	const withName = new Map<string, Promise<Talent[]>>();
	const searched = async (name: string) => {
		const talents = [];
		for await (const talent of talentsFound(name, reads)) {
			if (folded(nameOfTalent(talent)) === folded(name))
				talents.push({ id: String(talent.id), name: nameOfTalent(talent) });
		}
		return talents;
	};
	return async (who) => {
		const contact = contactIn(who);
		if ('name' in contact) {
			const found = withName.get(contact.name) ?? searched(contact.name);
			withName.set(contact.name, found);
			return await found;
		}
		if ('mobile' in contact) {
			const { code, number } = contact.mobile;
			const list = (await withMobile.get(code)?.(number)) ?? [];
			return talentsIn(list.filter((each) => String(each.mobile_number) === number));
		}
		const lists = await Promise.all(spellingsOf(contact.email).map(withEmail));
		const email = contact.email.toLowerCase();
		return talentsIn(lists.flat().filter((each) => String(each.email ?? '').toLowerCase() === email));
	};
}

const talentsIn = (list: readonly IDataObject[]): Talent[] =>
	[...new Set(list.map(({ talent_id: id }) => String(id)))].map((id) => ({ id, name: '' }));

/** Whether what belongs to a candidate is for a job, by its title or number. */
const isFor = ({ code, also: [title = {}] = [] }: Entry, job: string): boolean =>
	named([{ id: '', names: title, ...(code ? { code } : {}) }], job).length > 0;

/** What belongs to a candidate, of which there may be none, or several. */
interface Belonging {
	/** What a candidate has who has none: 'no offer'. */
	readonly none: string;
	/** With a job, each is told with it. */
	readonly of: (talent: Talent, reads: LookupReads, job: string | undefined) => Promise<Entry[]>;
}

/**
 * What belongs to a candidate is told by the candidate, and where there are several by the job too: 'lin@example.com',
 * '+86 138 0013 8000', '林妍 › 高级 Java 工程师'.
 */
export const byCandidate = (
	{ none, of }: Belonging,
	placeholder = 'e.g. lin.yan@example.com › Java Engineer',
): Told => ({
	mode: 'candidate',
	displayName: 'By Candidate',
	placeholder,
	read(texts, reads) {
		const talentsOf = finder(
			texts.flatMap((text) => meantBy(text).map(({ who }) => who)),
			reads,
		);
		const known = new Map<string, Promise<Entry[]>>();
		const belongingTo = async (talent: Talent, job: string | undefined) => {
			const key = `${talent.id} ${job ? 'with jobs' : ''}`;
			const found = known.get(key) ?? of(talent, reads, job);
			known.set(key, found);
			return await found;
		};
		return async (text) => {
			for (const { who, job } of meantBy(text)) {
				const talents = await talentsOf(who);
				if (talents.length === 0) continue;
				const entries = (await Promise.all(talents.map(async (each) => await belongingTo(each, job)))).flat();
				const fitting = job ? entries.filter((entry) => isFor(entry, job)) : entries;
				if (fitting.length > 0) return fitting;
				throw nothing(who, none, job, entries);
			}
			return [];
		};
	},
});

function nothing(
	who: string,
	none: string,
	job: string | undefined,
	entries: readonly Entry[],
): InvalidValue {
	if (!job || entries.length === 0)
		return new InvalidValue(
			`${quoted(who)} has ${none}`,
			'Look at the candidate in Feishu Hire, or give the ID (By ID).',
		);
	return new InvalidValue(
		`${quoted(who)} has ${none} for ${quoted(job)}`,
		`There is ${listed(entries)}. Write the title or the number of the job, or give the ID (By ID).`,
	);
}

/** Candidates themselves. */
export const talentTold = byCandidate(
	{
		none: 'nothing',
		of: async ({ id, name }) => await Promise.resolve([{ id, names: { zh: name } }]),
	},
	'e.g. lin.yan@example.com or +86 138 0013 8000',
);
