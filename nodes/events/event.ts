import type { FilterName } from './filters';

/** How a field is typed, as the page of the event says. */
export type Kind = 'string' | 'int' | 'float' | readonly [Kind] | Fields;

export interface Fields {
	readonly [key: string]: Kind;
}

/** One event of Feishu Hire: what it is called, what it carries, and what it takes to get it. */
export interface HireEvent {
	/** Saved in workflows: never changes. */
	readonly type: `hire.${string}_v1`;
	readonly name: string;
	/** The Chinese name, as Feishu's developer console has it. */
	readonly zh: string;
	readonly description: string;
	/** The vendor's page. */
	readonly docs: string;
	/** Scopes (权限) of which the app needs any one. */
	readonly scopes: readonly string[];
	readonly fields: Fields;
	/** What it can be filtered by: where in the item that stands, with dots between the keys. */
	readonly filters: Readonly<Partial<Record<FilterName, string>>>;
}

/** The filters by what is read after the event came. */
const byDetails = (fields: Fields): HireEvent['filters'] => ({
	...('application_id' in fields || 'offer_id' in fields ? { jobId: 'details.job_id' } : {}),
	...('offer_id' in fields ? { offerStatus: 'details.offer_status' } : {}),
});

export const hireEvent = ({
	filters,
	...event
}: Omit<HireEvent, 'filters'> & Partial<Pick<HireEvent, 'filters'>>): HireEvent => ({
	...event,
	filters: { ...filters, ...byDetails(event.fields) },
});
