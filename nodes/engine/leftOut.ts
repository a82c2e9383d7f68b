import type { IDataObject } from 'n8n-workflow';
import type { Endpoint, Part } from '../declare/operation';
import type { RequestParts } from '../declare/request';

/** Parts of records that were asked for and came with none: Feishu leaves out what the app has no scope for. */
export class LeftOut {
	private readonly missed = new Set<Part>();
	private readonly seen = new Set<Part>();

	/** Looks at the answer to a request. */
	look({ parts, record }: Endpoint, { query }: RequestParts, data: IDataObject): void {
		if (!parts) return;
		const found = (record === undefined ? data : data[record]) as IDataObject;
		for (const option of [query?.[parts.askedBy] ?? []].flat()) {
			const part = parts.of[String(option)];
			if (part) (found[part.key] === undefined ? this.missed : this.seen).add(part);
		}
	}

	/** Which parts those are and what would show them; of parts that a record need not have, there may be none. */
	words(): string | undefined {
		return wordsOf(this.parts());
	}

	/** Of the parts that every record has. */
	certain(): string | undefined {
		return wordsOf(this.parts().filter(({ always }) => always));
	}

	private parts(): Part[] {
		return [...this.missed].filter((part) => !this.seen.has(part));
	}
}

function wordsOf(parts: readonly Part[]): string | undefined {
	if (parts.length === 0) return undefined;
	const names = parts.map(({ name }) => name).join(', ');
	const scopes = parts.map(({ name, scopes: [scope] }) => `${scope} for ${name}`).join(', ');
	const why = parts.every(({ always }) => always)
		? 'It leaves out what the app has no scope (权限) for'
		: 'It leaves out what there is none of, and what the app has no scope (权限) for';
	return `Feishu Hire gave nothing of: ${names}. ${why}: ${scopes}.`;
}
