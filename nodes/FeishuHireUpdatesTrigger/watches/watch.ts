import type { IDataObject } from 'n8n-workflow';
import type { Call, EncodedItem, PagedEndpoint, Params } from '../../declare/operation';
import type { WireObject } from '../../declare/params';
import type { Row } from '../../declare/output';

/** A line of a list. */
export interface Listed {
	readonly id: string;
	/** When it changed, in milliseconds, where the list says so. */
	readonly changed?: number;
	readonly record: IDataObject;
}

/** What was found out about a line of a list. */
export interface Reading {
	readonly changed: number;
	/** The record to give; none where the line is of something else, as an application without an offer. */
	readonly found?: Found;
}

/** A record, and since when Feishu Hire has it. */
export interface Found {
	readonly key: string;
	readonly created: number;
	readonly record: IDataObject;
}

/** A time in milliseconds, as a number or as text; 0 where there is none. */
export const timeOf = (value: unknown): number => Number(value) || 0;

/** How the panel wants records to come out. */
export interface Shape {
	readonly simplify: boolean;
	readonly fetchDetails: boolean;
}

/** Something that changes, and how the changes of it are found. */
export interface Watch {
	readonly list: PagedEndpoint;
	/** The keys of the query between whose times the list gives records. */
	readonly period: readonly [from: string, to: string];
	/** What each request for the list says besides. */
	readonly query?: WireObject;
	/** Whether these times are not those of the last change, so that the whole list has to be read for the changes. */
	readonly byAnotherTime?: boolean;
	/** The filters of the panel. */
	readonly params: Params;
	readonly listed: (line: IDataObject) => Listed;
	/** What no key of the query filters. */
	readonly wants?: (line: Listed, values: EncodedItem['values']) => boolean;
	/** Reads what the list does not say; `created`: whether it has to be known since when the record is there. */
	readonly read: (line: Listed, call: Call, created: boolean) => Promise<Reading>;
	/** The flat row of a record. */
	readonly row: Row;
	/** The record with what belongs to it. */
	readonly details?: {
		readonly row: Row;
		readonly read: (found: Found, call: Call) => Promise<IDataObject>;
	};
}
