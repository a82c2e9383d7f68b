import type { GenericValue } from 'n8n-workflow';

/** What an empty cell of a spreadsheet, or an expression without a value, gives a field. */
export const EMPTY: Array<[name: string, value: GenericValue | GenericValue[]]> = [
	['an empty cell', ''],
	['a cell of spaces', '   '],
	['a cell with a no-break space', '\u00a0'],
	['a cell with a full-width space', '\u3000'],
	['a cell with a line break', '\r\n'],
	['null', null],
	['nothing', undefined],
	['an empty list', []],
	['a list of empty cells', ['', null, '\u3000']],
];
