import type { IDataObject } from 'n8n-workflow';
import type { Call, EncodedItem } from '../declare/operation';
import type { WireObject } from '../declare/params';
import { getApplication } from './operations/getApplication';
import { getEmployeeByApplication } from './operations/getEmployeeByApplication';

/** Whether a record holds all these values; of a list the order does not count. */
const holds = (record: IDataObject, asked: Readonly<WireObject>): boolean =>
	Object.entries(asked).every(([key, value]) => comparable(record[key]) === comparable(value));

const comparable = (value: unknown) =>
	Array.isArray(value) ? [...(value as unknown[])].map(String).sort().join() : String(value);

async function applicationOf(call: Call, { values }: EncodedItem): Promise<IDataObject> {
	const path = { application_id: String(values.applicationId) };
	const { application } = await call(getApplication, { path });
	return (application ?? {}) as IDataObject;
}

const UNDER_WAY = 1;
const TERMINATED = 2;

/** The application is terminated, for the very reason that was given. */
export async function terminated(item: EncodedItem, call: Call): Promise<IDataObject | undefined> {
	const {
		termination_reason_id_list: reasons,
		termination_reason_notes: notes,
		...asked
	} = item.parts.body ?? {};
	const application = await applicationOf(call, item);
	// Cancel Onboarding has other keys for what the application shows.
	return holds(application, {
		active_status: TERMINATED,
		...asked,
		...(reasons === undefined ? {} : { termination_reason_list: reasons }),
		...(notes === undefined ? {} : { termination_reason_note: notes }),
	})
		? {}
		: undefined;
}

/** The application is under way. */
export async function underWay(item: EncodedItem, call: Call): Promise<IDataObject | undefined> {
	return holds(await applicationOf(call, item), { active_status: UNDER_WAY }) ? {} : undefined;
}

const ONBOARDED = 1;

/** The candidate is onboarded since the time that was given, and with all else that was. */
export async function onboarded(
	{ values, parts }: EncodedItem,
	call: Call,
): Promise<IDataObject | undefined> {
	const { actual_onboard_time: onboard_time, operator_id: _, ...asked } = parts.body ?? {};
	// Without a time Feishu Hire takes that of the request, which nothing here knows.
	if (onboard_time === undefined) return undefined;
	const query = { ...parts.query, application_id: String(values.applicationId) };
	const { employee } = await call(getEmployeeByApplication, { query });
	const shown = (employee ?? {}) as IDataObject;
	return holds(shown, { onboard_status: ONBOARDED, onboard_time, ...asked })
		? { employee: shown }
		: undefined;
}
