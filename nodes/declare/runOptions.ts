import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from './operation';

/** How a whole run behaves; the same for all its items. */
export interface RunOptions {
	/** How long to wait for an answer, in milliseconds. */
	readonly timeout: number;
	/** How long one request may wait for refusals for frequency to end, in milliseconds. */
	readonly patience: number;
	/** Whether to make the key that keeps a repeat from creating a second record, where the user gave none. */
	readonly makeKey: boolean;
}

const TIMEOUT_SECONDS = 60;
const PATIENCE_SECONDS = 300;

/** The options of a run of an operation. */
export const runOptionProperties = ({ idempotencyKey, params }: Operation): INodeProperties[] => [
	{
		displayName: 'Longest Wait for Rate Limit',
		name: 'rateLimitWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: PATIENCE_SECONDS,
		description:
			"Seconds that a request may wait while Feishu refuses it because the app's limit is used up, for example by another workflow. Then the run ends with an error.",
	},
	...(idempotencyKey === undefined
		? []
		: [
				{
					displayName: `Make ${params[idempotencyKey]?.look.displayName ?? ''}`,
					name: 'makeKey',
					type: 'boolean',
					default: true,
					description:
						'Whether to make a key for items that give none. With it the same rows, run again by this node within 24 hours, create no second record: after a broken connection, by Retry On Fail, by a new run after a crash. Switch it off to create a further record from the same row.',
				} satisfies INodeProperties,
			]),
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: TIMEOUT_SECONDS,
		description: 'Seconds to wait for an answer of Feishu Hire',
	},
];

/** Reads the options as the panel saved them. */
export function runOptionsOf(saved: unknown): RunOptions {
	const { timeout, rateLimitWait, makeKey } = (saved ?? {}) as Record<string, unknown>;
	const seconds = (value: unknown, preset: number, least: number) => {
		const number = value === '' || value === undefined || value === null ? preset : Number(value);
		return 1000 * (Number.isFinite(number) ? Math.max(least, number) : preset);
	};
	return {
		timeout: seconds(timeout, TIMEOUT_SECONDS, 1),
		patience: seconds(rateLimitWait, PATIENCE_SECONDS, 0),
		makeKey: makeKey !== false,
	};
}
