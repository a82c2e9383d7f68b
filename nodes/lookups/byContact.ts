import type { IDataObject } from 'n8n-workflow';
import { InvalidValue } from '../declare/invalid';
import type { Entry, LookupReads, Told } from '../declare/lookup';
import type { Endpoint } from '../declare/operation';
import { contactIn } from './contactText';

/** The route that finds people of the company by e-mail address or mobile number. */
const FIND: Endpoint = {
	route: 'POST /open-apis/contact/v3/users/batch_get_id',
	docs: 'https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/batch_get_id',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['contact:user.id:readonly'],
	effect: 'read',
};

const AT_ONCE = 50;

/** Feishu shows a mobile number with its country code, and without one where it was asked for without. */
const same = (one: string, other: string) => one.replace(/\D/g, '').endsWith(other) || one === other;

/** What the route takes for a text: numbers of mainland China without a code, all others with it. */
function askedFor(text: string): { readonly email?: string; readonly mobile?: string } {
	const contact = contactIn(text);
	if ('email' in contact) return { email: contact.email };
	if ('name' in contact) return {};
	const { code, number } = contact.mobile;
	return { mobile: code === '86' ? number : `+${code}${number}` };
}

async function ask(
	{ emails, mobiles }: { emails: string[]; mobiles: string[] },
	{ call, chosen }: LookupReads,
): Promise<IDataObject[]> {
	const { user_list: list } = await call(FIND, {
		query: { user_id_type: chosen('userIdType') || 'open_id' },
		body: { ...(emails.length > 0 ? { emails } : {}), ...(mobiles.length > 0 ? { mobiles } : {}) },
	});
	return (list ?? []) as IDataObject[];
}

/** People of the company (员工), in the kind of ID that 'User ID Type' says. */
export const byContact: Told = {
	mode: 'contact',
	displayName: 'By E-Mail or Mobile',
	placeholder: 'e.g. wang.fang@example.com or +86 138 0013 8000',
	asks: ['userIdType'],
	async read(texts, reads) {
		if (reads.chosen('userIdType') === 'people_admin_id') {
			throw new InvalidValue(
				'People cannot be found by e-mail or mobile number under the kind People Admin ID',
				"Choose another 'User ID Type' under ID Types.",
			);
		}
		const asked = texts.map((text) => ({ text, ...askedFor(text) }));
		const emails = [...new Set(asked.flatMap(({ email }) => email ?? []))];
		const mobiles = [...new Set(asked.flatMap(({ mobile }) => mobile ?? []))];
		const pages = Math.ceil(Math.max(emails.length, mobiles.length) / AT_ONCE);
		const chunk = (list: string[], at: number) => list.slice(at * AT_ONCE, (at + 1) * AT_ONCE);
		const found = await Promise.all(
			Array.from(
				{ length: pages },
				async (_, at) => await ask({ emails: chunk(emails, at), mobiles: chunk(mobiles, at) }, reads),
			),
		);
		const people = found.flat();
		const meaning = ({ text, email, mobile }: (typeof asked)[number]): Entry[] =>
			people
				.filter(({ user_id: id }) => Boolean(id))
				.filter((each) =>
					email === undefined
						? mobile !== undefined && each.mobile !== undefined && same(String(each.mobile), mobile)
						: String(each.email ?? '').toLowerCase() === email,
				)
				.map(({ user_id: id }) => ({ id: String(id), names: { zh: text } }));
		return new Map(asked.map((each) => [each.text, meaning(each)]));
	},
};
