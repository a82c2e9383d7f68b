import type { IDataObject } from 'n8n-workflow';
import type { Entry, Listed } from '../declare/lookup';
import { interviewList } from '../routes/interviews';
import { within } from './names';

const MONTH = 30 * 24 * 3_600_000;

/** Day and time of an interview, by the world's clock: the panel does not know the workflow's time zone. */
const timeOf = (milliseconds: unknown): string =>
	`${new Date(Number(milliseconds)).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function entryOf({ id, begin_time: begin, stage }: IDataObject): Entry {
	const { name } = (stage ?? {}) as IDataObject;
	return { id: String(id), names: { zh: timeOf(begin) }, also: [within(name)] };
}

/** The interviews (面试) of the chosen application, or those of the last 30 days and all to come. */
export const interviews: Listed = {
	name: 'searchInterviews',
	asks: ['applicationId'],
	async *entries({ all, chosen }) {
		const application = chosen('applicationId');
		const start = String(Date.now() - MONTH);
		const query: Record<string, string> = application
			? { application_id: application }
			: { start_time: start };
		for await (const interview of all(interviewList, { query })) yield entryOf(interview);
	},
};
