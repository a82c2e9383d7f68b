import type { IDataObject } from 'n8n-workflow';
import type { Listed } from '../declare/lookup';
import { isRoute, type NameRoute, type NameSource } from '../declare/names';
import type { Wanted } from '../declare/output';
import { lookupReads } from './entries';
import { Canceled } from './failure';
import { isGone } from './gone';
import { readsOf } from './resolve';
import type { Sender } from './send';

/** The names of things that records refer to by ID. Each list, and each single thing, is read once in a run. */
export class Names {
	private readonly reading = new Map<string, Promise<void>>();
	private readonly names = new Map<NameSource, Map<string, string>>();
	private readonly reasons = new Set<string>();
	/** What is not asked for any more, since all others would fail too. */
	private readonly failed = new Set<NameSource>();
	/** Two names may come from one request: the candidate and the job of an application. */
	private readonly answers = new Map<string, Promise<IDataObject>>();

	constructor(private readonly sender: Sender) {}

	/** Reads what is not known yet. A name is an extra: without it the row is given all the same. */
	async load(wanted: readonly Wanted[]): Promise<void> {
		await Promise.all(wanted.map(async ({ source, id }) => await this.loaded(source, id)));
	}

	/** The name; nothing where Feishu Hire has none, or does not show it. */
	readonly of = ({ source, id }: Wanted): string | undefined => this.names.get(source)?.get(id);

	/** Why names are left out, in a sentence. */
	words(): string | undefined {
		if (this.reasons.size === 0) return undefined;
		return `Some names are left out of the output. ${[...this.reasons].join('. ')}.`;
	}

	private async loaded(source: NameSource, id: string): Promise<void> {
		if (this.failed.has(source)) return;
		const key = isRoute(source) ? `${source.name} ${id}` : source.name;
		const reading = this.reading.get(key) ?? this.read(source, id);
		this.reading.set(key, reading);
		await reading;
	}

	private async read(source: NameSource, id: string): Promise<void> {
		try {
			await (isRoute(source) ? this.single(source, id) : this.list(source));
		} catch (error) {
			if (error instanceof Canceled) return;
			this.reasons.add(error instanceof Error ? error.message : String(error));
			if (!isGone(error)) this.failed.add(source);
		}
	}

	private keep(source: NameSource, id: string, name: string | undefined): void {
		if (name === undefined) return;
		const names = this.names.get(source) ?? new Map<string, string>();
		this.names.set(source, names.set(id, name));
	}

	private async list(source: Listed): Promise<void> {
		const reads = lookupReads({ ...readsOf(this.sender), chosen: () => '' });
		for (const { id, names } of await reads.entries(source)) this.keep(source, id, names.zh ?? names.en);
	}

	private async single(source: NameRoute, id: string): Promise<void> {
		const key = `${source.one.route} ${id}`;
		const answer = this.answers.get(key) ?? this.sender.call(source.one, source.partsOf(id));
		this.answers.set(key, answer);
		this.keep(source, id, source.nameIn(await answer));
	}
}
