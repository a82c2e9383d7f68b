import type { IDataObject } from 'n8n-workflow';
import type { Listed } from './lookup';
import type { Endpoint } from './operation';
import type { RequestParts } from './request';

/** A route that tells the name of one thing: a request for each of them, and so only when the user asks. */
export interface NameRoute {
	/** What they are, for a message: 'candidates'. */
	readonly name: string;
	readonly one: Endpoint;
	readonly partsOf: (id: string) => RequestParts;
	readonly nameIn: (data: IDataObject) => string | undefined;
}

/** Where the names of things come from that a record refers to by ID. */
export type NameSource = Listed | NameRoute;

export const isRoute = (source: NameSource): source is NameRoute => 'one' in source;
