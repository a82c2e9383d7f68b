/** Marks that nobody sees: they come along when a cell, a message or a web page is copied. */
const UNSEEN = /\p{Cf}/gu;

/** Text as its reader sees it: full-width digits and signs become plain ones, what shows nothing goes. */
export const plain = (text: string): string =>
	text.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();

/** Whether a text shows nothing. */
export const isBlank = (text: string): boolean => !/[^\s\p{Cf}]/u.test(text);

/** What a spreadsheet shows in place of a value that it cannot work out, or for which its column is too narrow. */
const NO_VALUE = /^#(?:N\/A|(?:REF|VALUE|DIV\/0|NUM|NULL|SPILL|CALC|ERROR|FIELD|BLOCKED|BUSY)!|NAME\?|#+)$/i;

export const isCellError = (text: string): boolean => NO_VALUE.test(text.trim());
