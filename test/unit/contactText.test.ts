/** How people write e-mail addresses, telephone numbers and names. */
import { contactIn } from '../../nodes/lookups/contactText';

const china = (number: string) => ({ mobile: { code: '86', number } });

test.each([
	['Lin.Yan@Example.com', { email: 'Lin.Yan@Example.com' }],
	[' lin@example.com ', { email: 'lin@example.com' }],
	['lin＠example.com', { email: 'lin@example.com' }],
	['13800138000', china('13800138000')],
	['138 0013 8000', china('13800138000')],
	['\u202a+86\u00a0138–0013—8000\u202c', china('13800138000')],
	['\ufefflin@example.com\u200b', { email: 'lin@example.com' }],
	['Lin Yan @ home', { name: 'Lin Yan @ home' }],
	[' 欧阳\u3000明\u200b', { name: '欧阳\u3000明' }],
	['138-0013-8000', china('13800138000')],
	['+86 138 0013 8000', china('13800138000')],
	['+86-13800138000', china('13800138000')],
	['0086 13800138000', china('13800138000')],
	['8613800138000', china('13800138000')],
	['１３８００１３８０００', china('13800138000')],
	['+1 (415) 555-2671', { mobile: { code: '1', number: '4155552671' } }],
	['+65 6123 4567', { mobile: { code: '65', number: '61234567' } }],
	['+852 5123 4567', { mobile: { code: '852', number: '51234567' } }],
	['+7 912 345-67-89', { mobile: { code: '7', number: '9123456789' } }],
	['林妍', { name: '林妍' }],
	['Jean-Luc Picard', { name: 'Jean-Luc Picard' }],
	['007', { name: '007' }],
	['6960663240925956401', { name: '6960663240925956401' }],
])('%s', (text, contact) => {
	expect(contactIn(text)).toEqual(contact);
});
