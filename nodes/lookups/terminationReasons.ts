import type { IDataObject } from 'n8n-workflow';
import { TERMINATION_TYPES } from '../fields/terminationType';
import type { Lookup } from '../declare/lookup';
import type { NameList } from '../declare/names';
import type { PagedEndpoint } from '../declare/operation';

/** The route that lists the reasons. */
export const TERMINATION_REASONS = {
	route: 'GET /open-apis/hire/v1/termination_reasons',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/termination_reason/list',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:application:readonly', 'hire:application'],
	effect: 'read',
	pages: { size: 200 },
} as const satisfies PagedEndpoint;

const ACTIVE = 1;

/** The reasons (终止原因) in use: those of the chosen termination type, or of all types, each with its own. */
export const terminationReasons: Lookup = {
	name: 'getTerminationReasons',
	async load(readAll, chosen) {
		const wanted = chosen('terminationType');
		const choices = [];
		for await (const { id, name, termination_type: type, active_status: status } of readAll(
			TERMINATION_REASONS,
		)) {
			if (status !== ACTIVE || (wanted !== '' && wanted !== String(type))) continue;
			const ofType = wanted === '' ? ` · ${typeOf(type)}` : '';
			choices.push({ name: `${bothNames(name) || String(id)}${ofType}`, value: String(id) });
		}
		return choices.sort((a, b) => a.name.localeCompare(b.name, 'zh'));
	},
};

const typeOf = (type: unknown) => TERMINATION_TYPES.find(({ value }) => value === type)?.name ?? 'Other';

const bothNames = (name: unknown): string => {
	const { zh_cn: chinese, en_us: english } = (name ?? {}) as IDataObject;
	return [...new Set([chinese, english])].filter(Boolean).join(' / ');
};

/** What reasons are called, those that are no longer in use too. */
export const reasonNames: NameList = {
	things: 'termination reasons',
	list: TERMINATION_REASONS,
	namesIn: ({ id, name }) => {
		const { zh_cn: chinese, en_us: english } = (name ?? {}) as IDataObject;
		return [[String(id), String(chinese || english || '')]];
	},
};
