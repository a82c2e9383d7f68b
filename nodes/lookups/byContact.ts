import type { IDataObject } from 'n8n-workflow';
import { InvalidValue, quoted } from '../declare/invalid';
import type { Told } from '../declare/lookup';
import type { Endpoint } from '../declare/operation';
import { contactIn, spellingsOf } from './contactText';
import { askedInGroups } from './groups';

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

/** What the route takes for a number: that of mainland China without a code, all others with it. */
const mobileIn = ({ code, number }: { code: string; number: string }): string =>
	code === '86' ? number : `+${code}${number}`;

/** A number as the route takes it; Feishu may show it with its country code though it was asked for without. */
function sameMobile(shown: unknown, mobile: string): boolean {
	const contact = contactIn(String(shown ?? ''));
	return 'mobile' in contact && mobileIn(contact.mobile) === mobile;
}

/** People of the company (员工), in the kind of ID that 'User ID Type' says. */
export const byContact: Told = {
	mode: 'contact',
	displayName: 'By E-Mail or Mobile',
	placeholder: 'e.g. wang.fang@example.com or +86 138 0013 8000',
	asks: ['userIdType'],
	read(texts, { call, chosen }) {
		const kind = chosen('userIdType') || 'open_id';
		if (kind === PEOPLE_ADMIN)
			return async () => await Promise.reject(new InvalidValue(...NOT_BY_PEOPLE_ADMIN));
		const ask = (key: 'emails' | 'mobiles') => async (list: readonly string[]) => {
			const { user_list: people } = await call(FIND, {
				query: { user_id_type: kind },
				body: { [key]: [...list] },
			});
			return (people ?? []) as IDataObject[];
		};
		const contacts = texts.map(contactIn);
		const withEmail = askedInGroups(
			contacts.flatMap((contact) => ('email' in contact ? spellingsOf(contact.email) : [])),
			AT_ONCE,
			ask('emails'),
		);
		const withMobile = askedInGroups(
			contacts.flatMap((contact) => ('mobile' in contact ? mobileIn(contact.mobile) : [])),
			AT_ONCE,
			ask('mobiles'),
		);
		const peopleOf = async (text: string): Promise<IDataObject[]> => {
			const contact = contactIn(text);
			if ('name' in contact) {
				throw new InvalidValue(
					`${quoted(text)} is neither an e-mail address nor a mobile number`,
					'Several people may have one name. Give the e-mail address or the mobile number, choose from the list, or give the ID (By ID).',
				);
			}
			if ('mobile' in contact) {
				const mobile = mobileIn(contact.mobile);
				return (await withMobile(mobile)).filter((each) => sameMobile(each.mobile, mobile));
			}
			const found = await Promise.all(spellingsOf(contact.email).map(withEmail));
			const email = contact.email.toLowerCase();
			return found.flat().filter((each) => String(each.email ?? '').toLowerCase() === email);
		};
		return async (text) => {
			const ids = new Set((await peopleOf(text)).flatMap(({ user_id: id }) => (id ? String(id) : [])));
			if (ids.size === 0) throw notFound(text);
			return [...ids].map((id) => ({ id, names: { zh: text } }));
		};
	},
};

const notFound = (text: string) =>
	new InvalidValue(
		`${quoted(text)} is not found`,
		"Give the e-mail address or mobile number that the person has in Feishu, not one of Feishu Mail (企业邮箱), and see that the app's contact range (通讯录权限范围) covers the person. Who has left the company is not found; User IDs need the scope contact:user.employee_id:readonly. Or give the ID (By ID).",
	);

const PEOPLE_ADMIN = 'people_admin_id';

const NOT_BY_PEOPLE_ADMIN = [
	'People cannot be found by e-mail or mobile number under the kind People Admin ID',
	"Choose another 'User ID Type' under ID Types.",
] as const;
