import type { IDataObject } from 'n8n-workflow';
import type { Endpoint, PagedEndpoint } from './operation';
import type { RequestParts } from './request';

/** A list of Feishu Hire, read once in a run, in which all things of a kind have their names. */
export interface NameList {
	/** What they are, for a message: 'jobs'. */
	readonly things: string;
	readonly list: PagedEndpoint;
	/** ID and name of each thing in a record of the list. */
	readonly namesIn: (record: IDataObject) => ReadonlyArray<readonly [id: string, name: string]>;
}

/** A route that tells the name of one thing: a request for each of them, and so only when the user asks. */
export interface NameRoute {
	readonly things: string;
	readonly one: Endpoint;
	readonly partsOf: (id: string) => RequestParts;
	readonly nameIn: (data: IDataObject) => string | undefined;
}

export type NameSource = NameList | NameRoute;

export const isRoute = (source: NameSource): source is NameRoute => 'one' in source;
