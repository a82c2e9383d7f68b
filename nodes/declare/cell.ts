/**
 * Marks of direction and of byte order, soft hyphens and spaces without width: they come along when a cell, a message
 * or a web page is copied. What joins letters or emoji is none of them.
 */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text without what nobody sees of it. */
export const seen = (text: string): string => text.replace(UNSEEN, '');

/** Text as its reader sees it: full-width digits and signs become plain ones, what shows nothing goes. */
export const plain = (text: string): string => seen(text).normalize('NFKC').replace(/\s+/g, ' ').trim();

/** Whether a text shows nothing. */
export const isBlank = (text: string): boolean => !/[^\s\p{Cf}]/u.test(text);

/** What a spreadsheet shows in place of a value that it cannot work out, or for which its column is too narrow. */
const NO_VALUE = /^#(?:N\/A|(?:REF|VALUE|DIV\/0|NUM|NULL|SPILL|CALC|ERROR|FIELD|BLOCKED|BUSY)!|NAME\?|#+)$/i;

export const isCellError = (text: string): boolean => NO_VALUE.test(text.trim());
