import type { IDataObject } from 'n8n-workflow';
import type { Lookup } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';

const terminationReasonsRoute: PagedEndpoint = {
	route: 'GET /open-apis/hire/v1/termination_reasons',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/termination_reason/list',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:application:readonly', 'hire:application'],
	effect: 'read',
	pages: { size: 200 },
};

const ACTIVE = 1;

const TYPES: Readonly<Record<number, string>> = {
	1: 'We rejected the candidate',
	22: 'The candidate declined',
	27: 'Other',
};

/** The reasons (终止原因) in use, grouped by who ended the application. */
export const terminationReasons: Lookup = {
	name: 'getTerminationReasons',
	async load(readAll) {
		const choices = [];
		for await (const { id, name, termination_type: type, active_status: status } of readAll(
			terminationReasonsRoute,
		)) {
			if (status !== ACTIVE) continue;
			const { zh_cn: chinese, en_us: english } = (name ?? {}) as IDataObject;
			const words = [...new Set([chinese, english])].filter(Boolean).join(' / ') || id;
			choices.push({ name: `${TYPES[Number(type)] ?? 'Other'} › ${String(words)}`, value: String(id) });
		}
		return choices.sort((a, b) => a.name.localeCompare(b.name, 'zh'));
	},
};
