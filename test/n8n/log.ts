import { packName } from './pack';

/** n8n's MCP server writes an error for each call of a tool that was refused, as calls are in the checks. */
const OF_A_TOOL = /Error while executing Tool/;

/** What n8n wrote, in the order it wrote it. */
export class Log {
	readonly lines: string[] = [];
	/** What a check brings about on purpose: no complaint. */
	readonly expected: RegExp[] = [];
	private unfinished = '';

	add(text: string): void {
		const lines = `${this.unfinished}${text}`.split('\n');
		this.unfinished = lines.pop() ?? '';
		this.lines.push(...lines);
	}

	tail(count = 40): string {
		return [...this.lines, this.unfinished].slice(-count).join('\n');
	}

	/** Warnings and errors in which the pack, one of its nodes or its credential is named. */
	complaintsAboutThePack(): string[] {
		return this.lines.filter((line) => {
			if (this.expected.some((words) => words.test(line))) return false;
			const { level, text } = read(line);
			const bad = level ? level === 'warn' || level === 'error' : /warn|error|fail|deprecat/i.test(text);
			return bad && !OF_A_TOOL.test(text) && (text.includes(packName) || /feishuHire/i.test(text));
		});
	}
}

/** With N8N_LOG_FORMAT=json every entry is an object; Node.js itself and crashes write plain text. */
function read(line: string): { level?: string; text: string } {
	if (!line.startsWith('{')) return { text: line };
	try {
		return { level: (JSON.parse(line) as { level?: string }).level, text: line };
	} catch {
		return { text: line };
	}
}
