import type { IDataObject } from 'n8n-workflow';
import { isRoute } from '../declare/names';
import { namesWanted, rowOf, type Row } from '../declare/output';
import type { Names } from './names';

/** The flat rows of records. Names that take a request each are read where `everyName` says so. */
export async function simplified(
	row: Row,
	records: readonly IDataObject[],
	names: Names,
	timezone: string,
	everyName = false,
): Promise<IDataObject[]> {
	const wanted = records
		.flatMap((record) => namesWanted(row, record))
		.filter(({ source }) => everyName || !isRoute(source));
	if (wanted.length > 0) await names.load(wanted);
	return records.map((record) => rowOf(row, record, names.of, timezone));
}
