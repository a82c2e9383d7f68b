/** A small workflow for each operation, of those that the headless run plays in real n8n. */
import type { Operation } from '../../nodes/declare/operation';
import { operationWorkflow } from '../n8n/operationWorkflow';
import { rowsFor, type Row } from '../parity/rows';
import { Company } from '../simulator/company/company';

/** Of the company in the simulator that `npm start` brings, in which the examples run as they are. */
export const SEED = 1;

const rows = rowsFor(new Company(SEED));

/** The row with the fewest parameters; how a run goes is left to the user, and a read to its usual kinds of IDs. */
export function exampleRow({
	resource,
	value,
	effect,
}: Operation): Pick<Row, 'title' | 'items' | 'parameters'> {
	const [row] = rows
		.filter(({ title }) => title === `${resource}.${value}`)
		.map(({ title, items, parameters: { options: _, idTypes, ...parameters } }) => ({
			title,
			items,
			parameters: { ...parameters, ...(effect === 'read' || !idTypes ? {} : { idTypes }) },
		}))
		.sort((a, b) => JSON.stringify(a.parameters).length - JSON.stringify(b.parameters).length);
	if (!row) throw new Error(`test/parity has no row for ${resource}.${value}`);
	return row;
}

export const exampleOf = (operation: Operation) => operationWorkflow(exampleRow(operation), operation.name);
