import { choice, idList, type When } from '../declare/params';
import { body, type Place } from '../declare/place';
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

/** Who ended an application. */
export const terminationType = () =>
	choice({
		name: 'Termination Type',
		to: body('termination_type'),
		required: true,
		description: 'Who ended the application',
		options: [
			{ name: 'We Rejected the Candidate', value: 1, zh: '我们拒绝了候选人' },
			{ name: 'The Candidate Declined', value: 22, zh: '候选人拒绝了我们' },
			{ name: 'Other', value: 27, zh: '其他' },
		],
	});
