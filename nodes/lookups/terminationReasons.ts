import type { Listed } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { TERMINATION_TYPES } from '../fields/terminationType';
import { within } from './names';

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

const typeOf = (type = '') => TERMINATION_TYPES.find(({ value }) => String(value) === type)?.name ?? 'Other';

/** The reasons (终止原因): those of the chosen termination type, or of all types, each with its own. */
export const terminationReasons: Listed = {
	name: 'getTerminationReasons',
	async *entries({ all }) {
		for await (const { id, name, termination_type: type, active_status: status } of all(
			TERMINATION_REASONS,
		)) {
			yield { id: String(id), names: within(name), belongs: String(type), retired: status !== ACTIVE };
		}
	},
	async fit({ chosen }) {
		const wanted = chosen('terminationType');
		return (reason) => {
			if (!wanted) return { ...reason, note: typeOf(reason.belongs) };
			return reason.belongs === wanted ? reason : undefined;
		};
	},
};
