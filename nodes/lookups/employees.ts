import type { IDataObject } from 'n8n-workflow';
import type { Entry, Searched } from '../declare/lookup';
import { applicationEntry, detailsFor, detailsOfCandidate } from './applications';
import { byCandidate } from './byCandidate';

const WITH_EMPLOYEE = ['with_employee'];

/** The employee whom an application has become: one or none. */
function employeesIn(detail: IDataObject): Entry[] {
	const id = (detail.employee as IDataObject | undefined)?.id;
	return id === undefined ? [] : [{ ...applicationEntry(detail), id: String(id) }];
}

/** The employees (入职信息) whom applications have become, found by their candidate. */
export const employees: Searched = {
	name: 'searchEmployees',
	told: byCandidate({
		none: 'not been onboarded',
		of: async ({ id }, reads) => (await detailsOfCandidate(id, reads, WITH_EMPLOYEE)).flatMap(employeesIn),
	}),
	async *search(typed, reads) {
		for await (const detail of detailsFor(typed, reads, WITH_EMPLOYEE)) yield* employeesIn(detail);
	},
};
