import type { IDataObject } from 'n8n-workflow';
import type { Endpoint } from './operation';

/** One line of a picker. */
export interface LookupChoice {
	readonly name: string;
	readonly value: string;
	readonly description?: string;
}

/** All records of a paged route, page after page. */
export type ReadAll = (endpoint: Endpoint, pageSize: number) => AsyncIterable<IDataObject>;

/** A list that the panel loads from Feishu Hire. `name` is saved in workflows' panels: it never changes. */
export interface Lookup {
	readonly name: string;
	readonly load: (readAll: ReadAll) => Promise<LookupChoice[]>;
}
