import type { IDataObject } from 'n8n-workflow';
import { folded } from '../declare/lines';
import type { Entry, LookupReads, Told } from '../declare/lookup';
import type { Endpoint } from '../declare/operation';
import { contactIn } from './contactText';
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

const inChunks = <T>(list: readonly T[]): T[][] =>
	Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, at) =>
		list.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
	);

/** Candidates by what was written of them. */
class Found {
	private readonly talents = new Map<string, Map<string, string>>();

	add(key: string, id: string, name = ''): void {
		const known = this.talents.get(key) ?? new Map<string, string>();
		this.talents.set(key, known.set(id, name));
	}

	of(key: string): Array<{ id: string; name: string }> {
		return [...(this.talents.get(key) ?? [])].map(([id, name]) => ({ id, name }));
	}
}

const keyOfMobile = (code: string, number: string) => `+${code} ${number}`;

async function findTalents(whos: readonly string[], reads: LookupReads): Promise<(who: string) => Talent[]> {
	const found = new Found();
	const emails = new Set<string>();
	const names = new Map<string, string>();
	const mobiles = new Map<string, Set<string>>();
	for (const who of whos) {
		const contact = contactIn(who);
		if ('email' in contact) emails.add(contact.email);
		else if ('name' in contact) names.set(folded(contact.name), contact.name);
		else {
			const { code, number } = contact.mobile;
			mobiles.set(code, (mobiles.get(code) ?? new Set()).add(number));
		}
	}
	const ask = async (body: Record<string, string | string[]>) => {
		const { talent_list: list } = await reads.call(FIND, { body });
		for (const each of (list ?? []) as IDataObject[]) {
			const id = String(each.talent_id);
			if (each.email) found.add(String(each.email).toLowerCase(), id);
			if (each.mobile_number)
				found.add(keyOfMobile(String(each.mobile_code ?? body.mobile_code), String(each.mobile_number)), id);
		}
	};
	await Promise.all([
		...inChunks([...emails]).map(async (email_list) => await ask({ email_list })),
		...[...mobiles].flatMap(([mobile_code, numbers]) =>
			inChunks([...numbers]).map(
				async (mobile_number_list) => await ask({ mobile_code, mobile_number_list }),
			),
		),
		...[...names].map(async ([key, name]) => {
			for await (const talent of talentsFound(name, reads)) {
				if (folded(nameOfTalent(talent)) === key) found.add(key, String(talent.id), nameOfTalent(talent));
			}
		}),
	]);
	return (who) => {
		const contact = contactIn(who);
		if ('email' in contact) return found.of(contact.email);
		if ('name' in contact) return found.of(folded(contact.name));
		return found.of(keyOfMobile(contact.mobile.code, contact.mobile.number));
	};
}

/** A candidate that was found; the name is known where the name was searched for. */
export interface Talent {
	readonly id: string;
	readonly name: string;
}

const SPLIT = /\s*[›>]\s*/;

/** Whether what belongs to a candidate is for a job, by its title or number. */
const isFor = (entry: Entry, job: string): boolean => {
	const [title = {}] = entry.also ?? [];
	const told = [entry.code, title.zh, title.en];
	return told.some((word) => word !== undefined && word !== '' && folded(word) === folded(job));
};

/**
 * What belongs to a candidate is told by the candidate, and where there are several by the job too: 'lin@example.com',
 * '+86 138 0013 8000', '林妍 › 高级 Java 工程师'.
 */
export const byCandidate = (
	belonging: (talent: Talent, reads: LookupReads, job: string | undefined) => Promise<Entry[]>,
): Told => ({
	mode: 'candidate',
	displayName: 'By Candidate',
	placeholder: 'e.g. lin.yan@example.com › Java Engineer',
	async read(texts, reads) {
		const parts = texts.map((text) => {
			const [who = '', job] = text.split(SPLIT);
			return { text, who, job: job === undefined || job.trim() === '' ? undefined : job };
		});
		const talentsOf = await findTalents(
			parts.map(({ who }) => who),
			reads,
		);
		const known = new Map<string, Promise<Entry[]>>();
		const meanings = await Promise.all(
			parts.map(async ({ text, who, job }) => {
				const things = talentsOf(who).map(async (talent) => {
					const key = `${talent.id} ${job === undefined ? '' : 'with jobs'}`;
					const found = known.get(key) ?? belonging(talent, reads, job);
					known.set(key, found);
					return await found;
				});
				const entries = (await Promise.all(things)).flat();
				return [text, job === undefined ? entries : entries.filter((entry) => isFor(entry, job))] as const;
			}),
		);
		return new Map(meanings);
	},
});

/** Candidates themselves. */
export const talentTold = byCandidate(
	async ({ id, name }) => await Promise.resolve([{ id, names: { zh: name } }]),
);
