import { choice, type Choice } from '../declare/params';
import { body } from '../declare/place';

/** Who may have ended an application (终止类型). */
export const TERMINATION_TYPES: readonly Choice[] = [
	{ name: 'We Rejected the Candidate', value: 1, zh: '我们拒绝了候选人' },
	{ name: 'The Candidate Declined', value: 22, zh: '候选人拒绝了我们' },
	{ name: 'Other', value: 27, zh: '其他' },
];

/** Who ended an application. */
export const terminationType = () =>
	choice({
		name: 'Termination Type',
		to: body('termination_type'),
		required: true,
		description: 'Who ended the application',
		options: TERMINATION_TYPES,
	});
