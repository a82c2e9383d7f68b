import type { IDataObject } from 'n8n-workflow';

/** Too many requests; routes of older make answer it with HTTP 400. */
export const FREQUENCY_CODE = 99991400;

const ABSURD_RESET_SECONDS = 600;

/** How long a refusal for frequency asks to wait, in milliseconds; nothing where it does not say. */
export function resetMs(headers: IDataObject): number | undefined {
	const seconds = Number(headers['x-ogw-ratelimit-reset'] ?? NaN);
	return seconds > 0 && seconds <= ABSURD_RESET_SECONDS ? seconds * 1000 : undefined;
}
