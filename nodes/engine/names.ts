import { isRoute, type NameList, type NameRoute, type NameSource } from '../declare/names';
import type { Wanted } from '../declare/output';
import { Canceled } from './failure';
import { pages } from './pages';
import type { Sender } from './send';

/** The names of things that records refer to by ID. Each list, and each single thing, is read once in a run. */
export class Names {
	private readonly lists = new Map<NameList, Promise<void>>();
	private readonly singles = new Map<string, Promise<void>>();
	private readonly names = new Map<NameSource, Map<string, string>>();
	private readonly failed = new Map<NameSource, string>();

	constructor(private readonly sender: Sender) {}

	/** Reads what is not known yet. A name is an extra: without it the row is given all the same. */
	async load(wanted: readonly Wanted[]): Promise<void> {
		await Promise.all(wanted.map(async ({ source, id }) => await this.loaded(source, id)));
	}

	/** The name; nothing where Feishu Hire has none, or does not show it. */
	readonly of = ({ source, id }: Wanted): string | undefined => this.names.get(source)?.get(id);

	/** Why names are left out, in a sentence. */
	words(): string | undefined {
		if (this.failed.size === 0) return undefined;
		const reasons = [...this.failed].map(([{ things }, reason]) => `${things}: ${reason}`);
		return `Some names are left out of the output. ${reasons.join('. ')}.`;
	}

	private async loaded(source: NameSource, id: string): Promise<void> {
		if (this.failed.has(source)) return;
		if (isRoute(source)) {
			const key = `${source.one.route} ${id}`;
			const single = this.singles.get(key) ?? this.guarded(source, this.single(source, id));
			this.singles.set(key, single);
			await single;
			return;
		}
		const list = this.lists.get(source) ?? this.guarded(source, this.list(source));
		this.lists.set(source, list);
		await list;
	}

	private async guarded(source: NameSource, reading: Promise<void>): Promise<void> {
		try {
			await reading;
		} catch (error) {
			if (error instanceof Canceled) return;
			this.failed.set(source, error instanceof Error ? error.message : String(error));
		}
	}

	private keep(source: NameSource, id: string, name: string): void {
		const names = this.names.get(source) ?? new Map<string, string>();
		this.names.set(source, names.set(id, name));
	}

	private async list(source: NameList): Promise<void> {
		for await (const record of pages(this.sender.call.bind(this.sender), source.list)) {
			for (const [id, name] of source.namesIn(record)) this.keep(source, id, name);
		}
	}

	private async single(source: NameRoute, id: string): Promise<void> {
		const name = source.nameIn(await this.sender.call(source.one, source.partsOf(id)));
		if (name !== undefined) this.keep(source, id, name);
	}
}
