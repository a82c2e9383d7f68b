/** What the encoder of a parameter makes of one value of each kind. */
import type { INodePropertyOptions } from 'n8n-workflow';
import type { Wire } from '../../nodes/declare/params';
import type { Param } from './params';

const CONTEXT = { timezone: 'Asia/Shanghai' };
const KINDS: unknown[] = [
	'6960663240925956401',
	'words',
	42,
	1.5,
	true,
	'2026-03-31',
	1_721_899_352_428,
	['1', '2'],
	'',
];

/** The values of a list that can go out: where nothing is chosen yet, nothing is sent. */
export const optionsOf = ({ look }: Param): INodePropertyOptions[] =>
	((look.options ?? []) as INodePropertyOptions[]).filter(({ value }) => value !== '');

export const optionValues = (param: Param): Array<string | number> =>
	optionsOf(param).map(({ value }) => value as string | number);

export const encoded = (param: Param, value: unknown): Wire => param.encode(value, CONTEXT);

/** The results for every kind of value that the encoder takes. */
export function encodedSamples(param: Param): Wire[] {
	return [...optionValues(param), ...KINDS].flatMap((value) => {
		try {
			return [encoded(param, value)];
		} catch {
			return [];
		}
	});
}
