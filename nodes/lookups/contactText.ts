import { seen } from '../declare/cell';

/** How people write whom they mean: an e-mail address, a telephone number, or a name. */
export type Contact =
	| { readonly email: string }
	| { readonly mobile: { readonly code: string; readonly number: string } }
	| { readonly name: string };

/** Country codes of two digits; those that begin with 1 or 7 have one, all others three (ITU-T E.164). */
const TWO_DIGITS = new Set(
	'20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
		' ',
	),
);

const CHINA = '86';

function codeOf(international: string): string {
	if (/^[17]/.test(international)) return international.slice(0, 1);
	return international.slice(0, TWO_DIGITS.has(international.slice(0, 2)) ? 2 : 3);
}

/** Whoever stores an address may have kept its letter case, and may ask for it: as it is written, and in small letters. */
export const spellingsOf = (email: string): string[] => [...new Set([email, email.toLowerCase()])];

/** Takes spaces, dashes, brackets and full-width digits; without a country code a number is one of mainland China. */
export function contactIn(text: string): Contact {
	const name = seen(text)
		.replace(/[ \t\r\n\u00a0]+/g, ' ')
		.trim();
	const plain = name.normalize('NFKC').replace(/\p{Dash}/gu, '-');
	if (/^[^\s@]+@[^\s@]+$/.test(plain)) return { email: name.normalize('NFKC') };
	if (/[^\d\s().+-]/.test(plain)) return { name };
	const digits = plain.replace(/\D/g, '');
	const international = /^\+/.test(plain) ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
	if (international !== undefined && international.length >= 8) {
		const code = codeOf(international);
		return { mobile: { code, number: international.slice(code.length) } };
	}
	return digits.length >= 7 && digits.length <= 15
		? {
				mobile: {
					code: CHINA,
					number: digits.length === 13 && digits.startsWith(CHINA) ? digits.slice(2) : digits,
				},
			}
		: { name };
}
