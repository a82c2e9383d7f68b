/** The sticky notes of an example: what they say in English and in Chinese, and the room that they take. */
import type { Workflow, WorkflowNode } from './examples';

/** A heading, a paragraph or an item of a list. */
interface Block {
	mark: string;
	text: string;
}

type Drawn = Pick<WorkflowNode, 'name' | 'type' | 'position'>;

export interface Note extends Drawn {
	parameters: { content: string; width: number; height: number };
}

const isNote = ({ type }: WorkflowNode) => type === 'n8n-nodes-base.stickyNote';

export const notesOf = ({ nodes }: Pick<Workflow, 'nodes'>) => nodes.filter(isNote) as unknown as Note[];

const beside = ({ nodes }: Pick<Workflow, 'nodes'>) => nodes.filter((node) => !isNote(node));

function blocksOf(content: string): Block[] {
	const lines = content.split('\n').filter((line) => line !== '');
	return lines.map((line) => {
		const [, mark = '', text = ''] = /^(#+ |\d+\. |- )?(.*)$/.exec(line) ?? [];
		return { mark, text };
	});
}

/** An English sentence may hold a word of Feishu's, and a Chinese one names of nodes. */
function isChinese({ text }: Block): boolean {
	const own = text.replace(/\([^)]*\)|`[^`]*`/g, '');
	return (own.match(/\p{Script=Han}/gu) ?? []).length > (own.match(/[a-z]+/gi) ?? []).length;
}

/** What all notes of an example say. The heading of a note for both languages has a half for each: 'Dates · 日期'. */
export function halvesOf(workflow: Pick<Workflow, 'nodes'>): { english: Block[]; chinese: Block[] } {
	const blocks = notesOf(workflow)
		.flatMap(({ parameters }) => blocksOf(parameters.content))
		.flatMap(({ mark, text }) => text.split(' · ').map((half) => ({ mark, text: half })));
	return { english: blocks.filter((block) => !isChinese(block)), chinese: blocks.filter(isChinese) };
}

/**
 * What a sentence calls by its name, and its translation must call so too: words of `code`, *settings* and buttons
 * of n8n, **nodes**, and what Feishu's own pages say (终止投递).
 */
export function namesIn({ text }: Block, { nodes }: Pick<Workflow, 'nodes'>): string[] {
	const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);
	const bold = found(/\*\*([^*]+)\*\*(?! \(\p{Script=Han})/gu).filter((each) =>
		nodes.some(({ name }) => name === each),
	);
	const settings = found(/(?<!\*)\*([^*]+)\*(?!\*)/g);
	return [...found(/`([^`]+)`/g), ...settings, ...bold, ...found(/\((\p{Script=Han}[^)]*)\)/gu)];
}

/** Of the text of a note as n8n draws it, in pixels and rather too much. */
function heightOf({ parameters: { content, width } }: Note): number {
	return blocksOf(content).reduce((sum, { mark, text }) => {
		const size = { '## ': 24, '### ': 16 }[mark] ?? 14;
		const shown = text.replace(/[*`]/g, '');
		const wide = (shown.match(/[\p{Script=Han}，。：；（）「」？]/gu) ?? []).length;
		const inOneLine = (wide + (shown.length - wide) * 0.55) * size;
		const room = width - (/^(-|\d)/.test(mark) ? 46 : 26);
		return sum + Math.ceil(inOneLine / room) * size * 1.35 + 8;
	}, 10);
}

const NODE = 96;
/** What n8n writes below a node. */
const LABEL = 44;

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function boxOf({ name, position: [left = 0, top = 0] }: Drawn, width: number, height: number): Box {
	return { name, left, top, right: left + width, bottom: top + height };
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const holds = (a: Box, b: Box) =>
	a.left <= b.left && b.right <= a.right && a.top <= b.top && b.bottom <= a.bottom;

/** What cannot be read, or lies over something. A note may lie under nodes as a whole: then its text is above them. */
export function unreadable(workflow: Pick<Workflow, 'nodes'>): string[] {
	const nodes = beside(workflow).map((node) => boxOf(node, NODE, NODE + LABEL));
	const notes = notesOf(workflow).map((note) => {
		const box = boxOf(note, note.parameters.width, note.parameters.height);
		return { box, end: box.top + heightOf(note), on: nodes.filter((node) => meet(box, node)) };
	});
	return notes.flatMap(({ box, end, on }) => [
		...on.filter((node) => !holds(box, node)).map(({ name }) => `${box.name} lies half under ${name}`),
		...notes
			.filter((other) => other.box !== box && meet(box, other.box))
			.map((other) => `${box.name} lies over ${other.box.name}`),
		...(end > Math.min(box.bottom, ...on.map(({ top }) => top)) ? [`${box.name} is too small`] : []),
	]);
}
