import { choice } from '../declare/params';
import { body } from '../declare/place';

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
