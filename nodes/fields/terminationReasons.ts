import { idList, type When } from '../declare/params';
import type { Place } from '../declare/place';
import { terminationReasons } from '../lookups/terminationReasons';

/** Reasons (终止原因) why an application or an offer ended. */
export const terminationReasonList = <const To extends Place>(options: {
	to: To;
	max?: number;
	required?: When;
	dependsOn?: string;
}) =>
	idList({
		name: 'Reasons for Termination',
		description:
			'Why it ended. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		things: 'termination reasons',
		lookup: terminationReasons,
		...options,
	});
