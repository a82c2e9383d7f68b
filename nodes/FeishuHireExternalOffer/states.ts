import type { Choice } from '../declare/params';

/** Whom a job of another system was for (职位招聘类型). */
export const RECRUITMENT_TYPES: readonly Choice[] = [
	{ name: 'Experienced Hires', value: 1, zh: '社招' },
	{ name: 'Graduates', value: 2, zh: '校招' },
];

/** How the candidate came to the job in another system (投递类型). */
export const EXTERNAL_DELIVERY_TYPES: readonly Choice[] = [
	{ name: 'Sourced by HR', value: 1, zh: 'HR 寻访' },
	{ name: 'The Candidate Applied', value: 2, zh: '候选人主动投递' },
	{ name: 'Recommended', value: 3, zh: '人才推荐' },
	{ name: 'Other', value: 4, zh: '其他' },
];
