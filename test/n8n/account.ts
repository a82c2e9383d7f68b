import { mkdirSync, writeFileSync, appendFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Simulator } from '../simulator';
import type { Wishes } from './arguments';
import { step } from './progress';
import type { Stage } from './stage';

const project = join(__dirname, '..', '..');

/** What one part of a run came to. */
export interface Part {
	what: string;
	/** How many requests it sent, those for a token included. */
	sent: number;
	ms: number;
	/** What is not as it should be, one line each. */
	failures: readonly string[];
}

/** The stage on which a part plays, and where it writes all that it saw. */
export interface Trial extends Stage {
	note(text: string): void;
}

/** How many failures of a part a person reads before they turn to the file. */
const SHOWN = 3;

/** What a person reads at the end of a run: a line for each part, and what failed in it. */
export function summary(parts: readonly Part[], version: string): string {
	const width = Math.max(...parts.map(({ what }) => what.length));
	const lines = parts.flatMap(({ what, sent, ms, failures }) => [
		`  ${failures.length === 0 ? '✓' : '✗'} ${what.padEnd(width)} ${String(sent).padStart(6)} requests ${(ms / 1000).toFixed(1).padStart(7)} s`,
		...failures.slice(0, SHOWN).map((failure) => `      ${failure}`),
		...(failures.length > SHOWN ? [`      and ${failures.length - SHOWN} more`] : []),
	]);
	const failed = parts.reduce((sum, { failures }) => sum + failures.length, 0);
	const verdict = failed === 0 ? 'All succeeded.' : `${failed} ${failed === 1 ? 'thing' : 'things'} failed.`;
	return [`With n8n ${version}:`, ...lines, verdict].join('\n');
}

/** Keeps what the parts of a run note, in a file and, where wished, on the screen. */
export class Account {
	readonly parts: Part[] = [];
	private readonly file: string;

	constructor(
		private readonly stage: Stage,
		private readonly wishes: Pick<Wishes, 'only' | 'verbose'>,
	) {
		this.file = join(project, '.cache', `headless-${stage.runtime.version}.log`);
		mkdirSync(dirname(this.file), { recursive: true });
		writeFileSync(this.file, '');
	}

	/** Plays one part, if it is wished for; it says what is not as it should be. */
	async play(what: string, part: (trial: Trial) => string[] | Promise<string[]>): Promise<void> {
		const { only } = this.wishes;
		if (only.length > 0 && !only.some((name) => what.startsWith(name))) return;
		const { simulator } = this.stage;
		const began = Date.now();
		let sent = -simulator.requestCount;
		// A part may put the company back as it was, and the count with it.
		const reset = () => {
			sent += simulator.requestCount;
			simulator.reset();
		};
		const trial = {
			...this.stage,
			simulator: Object.create(simulator, { reset: { value: reset } }) as Simulator,
			note: (text: string) => this.note(text),
		};
		this.note(`\n## ${what}`);
		const failures = await step(what, async () => await part(trial)).catch((error: unknown) => [
			error instanceof Error ? error.message : String(error),
		]);
		this.parts.push({ what, sent: sent + simulator.requestCount, ms: Date.now() - began, failures });
	}

	/** Tells a person how it went. @returns the exit code */
	close(): number {
		if (this.parts.length === 0) {
			console.error(`No part has a name that begins so: ${this.wishes.only.join(', ')}`);
			return 2;
		}
		const told = summary(this.parts, this.stage.runtime.version);
		appendFileSync(this.file, `\n${told}\n${this.parts.flatMap(({ failures }) => failures).join('\n')}\n`);
		console.log(`\n${told} Every request and answer: ${relative(process.cwd(), this.file)}`);
		return this.parts.every(({ failures }) => failures.length === 0) ? 0 : 1;
	}

	private note(text: string): void {
		appendFileSync(this.file, `${text}\n`);
		if (this.wishes.verbose) console.log(text);
	}
}
