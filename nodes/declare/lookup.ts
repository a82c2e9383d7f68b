import type { ResourceMapperField } from 'n8n-workflow';
import type { Call, ReadAll } from './operation';

/** One line of a picker. */
export interface LookupChoice {
	readonly name: string;
	readonly value: string;
	readonly description?: string;
}

/** What stands in another parameter of the panel; empty where it is an expression, or not there. */
export type Chosen = (parameter: string) => string;

/** A list that the panel loads from Feishu Hire. `name` is saved in workflows' panels: it never changes. */
export interface Lookup {
	readonly name: string;
	readonly load: (readAll: ReadAll, chosen: Chosen) => Promise<LookupChoice[]>;
}

/** The fields that the panel's mapper offers. `name` is saved in workflows' panels: it never changes. */
export interface ColumnLookup {
	readonly name: string;
	readonly load: (readAll: ReadAll, call: Call, chosen: Chosen) => Promise<ResourceMapperField[]>;
	/** Shown in place of the fields where there are none. */
	readonly none: string;
}
