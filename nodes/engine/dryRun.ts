import type { IDataObject } from 'n8n-workflow';
import type { Call, EncodedItem, Endpoint, Operation } from '../declare/operation';
import { pathOf, type RequestParts } from '../declare/request';
import { shortestTime } from './shortestTime';

/** Whether the item is to be shown only, and not written. */
export const isDryRun = ({ values }: EncodedItem): boolean => values.dryRun === true;

/** What a dry run does in place of sending: reads are made, and what would be written is noted. */
export class DryRun {
	private readonly noted: IDataObject[] = [];

	constructor(
		private readonly operation: Operation,
		private readonly read: Call,
	) {}

	readonly call: Call = async (endpoint, parts) => {
		if (endpoint.effect === 'read') return await this.read(endpoint, parts);
		this.noted.push(requestOf(endpoint, parts));
		return endpoint.standIn?.(parts) ?? {};
	};

	readonly send = async (parts: RequestParts): Promise<IDataObject> => await this.call(this.operation, parts);

	/** What would be sent, and before it the uploads that it would need. */
	record({ names }: EncodedItem): IDataObject {
		const first = this.noted.slice(0, -1);
		const own = this.noted[this.noted.length - 1];
		return {
			dry_run: true,
			operation: this.operation.action,
			...own,
			...(names && Object.keys(names).length > 0 ? { names: { ...names } } : {}),
			...(first.length > 0 ? { sent_before: first } : {}),
		};
	}
}

function requestOf({ route }: Endpoint, { path, query = {}, body = {}, file }: RequestParts): IDataObject {
	return {
		method: route.slice(0, route.indexOf(' ')),
		path: pathOf(route, path),
		query: { ...query },
		body: file
			? { [file.field]: { file_name: file.fileName, mime_type: file.mimeType, bytes: file.bytes.length } }
			: { ...body },
	};
}

/** The hint that n8n shows after a dry run of so many items. */
export function dryRunWords({ limits }: Endpoint, items: number): string {
	const seconds = shortestTime(limits, items);
	const time =
		seconds < 2 ? '' : ` At the limits of Feishu Hire, sending takes at least ${inWords(seconds)}.`;
	return `Dry run of ${items} item${items === 1 ? '' : 's'}: nothing was written.${time}`;
}

const inWords = (seconds: number) =>
	seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
