import type { IDataObject } from 'n8n-workflow';
import type { Searched } from '../declare/lookup';
import { applicationEntry, detailsFor } from './applications';

/** The employees (入职信息) whom applications have become, found by their candidate. */
export const employees: Searched = {
	name: 'searchEmployees',
	async *search(typed, reads) {
		for await (const detail of detailsFor(typed, reads, ['with_employee'])) {
			const id = (detail.employee as IDataObject | undefined)?.id;
			if (id !== undefined) yield { ...applicationEntry(detail), id: String(id) };
		}
	},
};
