export interface Column {
	title: string;
	width: number;
}

/** A table whose cells are broken into lines that fit their column. */
export function table(columns: Column[], rows: string[][]): string {
	const border = columns.map(({ width }) => '─'.repeat(width + 2)).join('┼');
	const print = (cells: string[]) => {
		const lines = cells.map((cell, index) => broken(cell, columns[index]?.width ?? 20));
		const height = Math.max(...lines.map(({ length }) => length));
		return Array.from({ length: height }, (_, row) =>
			columns
				.map(({ width }, column) => ` ${padded(lines[column]?.[row] ?? '', width)} `)
				.join('│')
				.trimEnd(),
		);
	};
	return [
		...print(columns.map(({ title }) => title)),
		...rows.flatMap((row) => [border, ...print(row)]),
	].join('\n');
}

/** Chinese characters take two places in a terminal. */
const places = (text: string) =>
	[...text].reduce(
		(sum, letter) =>
			sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(letter) ? 2 : 1),
		0,
	);

const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - places(text)));

/** Breaks after a comma, a colon, a slash or a blank where it can. */
function broken(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const paragraph of text.split('\n')) {
		let line = '';
		for (const piece of paragraph.match(/[^,:/ ]*[,:/ ]?/g) ?? []) {
			if (places(line + piece) > width && line) {
				lines.push(line);
				line = '';
			}
			for (const letter of piece) {
				if (places(line + letter) > width) {
					lines.push(line);
					line = '';
				}
				line += letter;
			}
		}
		lines.push(line);
	}
	return lines;
}
