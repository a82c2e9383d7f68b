/** What pages are made of, as GitHub reads it. */

export const code = (text: string) => `\`${text}\``;

/** Text of a panel in a cell: links are HTML there. */
export const cell = (text: string) =>
	text
		.replace(/<a href="([^"]+)">([^<]+)<\/a>/g, '[$2]($1)')
		.replace(/\|/g, '\\|')
		.replace(/\n/g, ' ');

export const table = ([head = [], ...rows]: ReadonlyArray<readonly string[]>): string =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Where a heading is found in its page. */
export const anchor = (heading: string) =>
	`#${heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replace(/ /g, '-')}`;

/** What is seen only after a click. */
export const folded = (summary: string, text: string) =>
	`<details>\n<summary>${summary}</summary>\n\n${text}\n\n</details>`;

/** Places on the canvas stay on one line. */
export const json = (value: unknown) =>
	`\`\`\`json\n${JSON.stringify(value, null, 2).replace(/\[\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2]')}\n\`\`\``;

/** The parts of a page that are there, with a blank line between them. */
export const page = (...parts: ReadonlyArray<string | undefined>): string =>
	`${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;

export const sentence = (text: string) => (text === '' || text.endsWith('.') ? text : `${text}.`);
