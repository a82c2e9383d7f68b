import { getGlobalState, type FunctionsBase } from 'n8n-workflow';

/** The time zone of the workflow, an IANA name. Where it is n8n's own, n8n gives 'DEFAULT' or an empty text too. */
export function timezoneOf(context: Pick<FunctionsBase, 'getTimezone'>): string {
	const timezone = context.getTimezone();
	return timezone === '' || timezone === 'DEFAULT' ? getGlobalState().defaultTimezone : timezone;
}
