import type { ResourceMapperField } from 'n8n-workflow';
import type { Call, ReadAll } from './operation';

/** What a thing is called; a company may have named it in one language only. */
export interface Names {
	readonly zh?: string;
	readonly en?: string;
}

/** A thing that has an ID and a name. */
export interface Entry {
	readonly id: string;
	readonly names: Names;
	/** What stands above it, outermost first: the process of a stage, the departments above a department. */
	readonly path?: readonly Names[];
	/** The number that Feishu Hire shows beside the name: of a job, of a requirement. */
	readonly code?: string;
	/** The ID of what it belongs to: the process of a stage, the type of a termination reason. */
	readonly belongs?: string;
	/** No longer in use: known by name, but not offered, unless its lookup says so. */
	readonly retired?: boolean;
	/** What is told of it beside its name: the job and the stage of an application. */
	readonly also?: readonly Names[];
	/** What one must know of it: that it has ended, for example. */
	readonly note?: string;
}

/**
 * What stands in another parameter of the operation: its preset where nothing was chosen, empty where there is no
 * such parameter. Nothing where it is an expression: in a panel that has no value yet.
 */
export type Chosen = (parameter: string) => string | undefined;

/** What the things are read with. */
export interface LookupReads {
	readonly call: Call;
	readonly all: ReadAll;
	readonly chosen: Chosen;
	/** All things of another lookup, read once. */
	readonly entries: (lookup: Listed) => Promise<readonly Entry[]>;
}

/** Makes of a thing what the panel shows of it; nothing where it is not to be offered. */
export type Fit = (entry: Entry) => Entry | undefined;

/** How a thing may be told besides by its ID and by its own name: by the candidate it belongs to, for example. */
export interface Told {
	/** Of the panel's field. Saved in workflows: it never changes. */
	readonly mode: 'candidate' | 'contact';
	readonly displayName: string;
	readonly placeholder: string;
	/** The parameters whose values decide what `read` gives: the kind of ID, for example. */
	readonly asks?: readonly string[];
	/**
	 * What each of the texts may mean, all in as few requests as there can be. Each may fail alone: with InvalidValue
	 * where more can be said than that it is not found, and with CallFailure.
	 */
	readonly read: (
		texts: readonly string[],
		reads: LookupReads,
	) => (text: string) => Promise<readonly Entry[]>;
}

interface Picked {
	/** Of the method that fills the panel's list. Saved in workflows' panels: it never changes. */
	readonly name: string;
	/** Chooses and marks things by what else is chosen in the panel. */
	readonly fit?: (reads: LookupReads) => Promise<Fit>;
	/** How a run is told of it in words. */
	readonly told?: Told;
	/** In a line what stands above a thing comes before its name. */
	readonly pathFirst?: boolean;
}

/** Things of which there are few, and which change seldom: all of them are read, and kept for a while. */
export interface Listed extends Picked {
	/** All things, in the order in which they are offered. */
	readonly entries: (reads: LookupReads) => AsyncIterable<Entry>;
	/** The parameters whose values decide what `entries` gives: the kind of ID, for example. */
	readonly asks?: readonly string[];
}

/** Things of which there are many: they are found by what is typed, the likeliest first. */
export interface Searched extends Picked {
	/** `typed` is empty where nothing was typed. */
	readonly search: (typed: string, reads: LookupReads) => AsyncIterable<Entry>;
	/** The thing of an ID, where a route reads one. @throws CallFailure */
	readonly one?: (id: string, reads: LookupReads) => Promise<Entry>;
}

/** A thing that has a name: how its picker finds it. */
export type Lookup = Listed | Searched;

/** The fields that the panel's mapper offers. `name` is saved in workflows' panels: it never changes. */
export interface ColumnLookup {
	readonly name: string;
	readonly load: (reads: LookupReads) => Promise<ResourceMapperField[]>;
	/** Shown in place of the fields where there are none. */
	readonly none: string;
}
