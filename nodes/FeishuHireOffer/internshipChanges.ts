import type { Choice } from '../declare/params';

export const CONFIRM = 'confirm_onboarding';
export const OFFBOARD = 'offboard';

/** What happens to an internship that was offered (实习). */
export const INTERNSHIP_CHANGES: readonly Choice[] = [
	{ name: 'Will Not Start', value: 'cancel_onboarding', zh: '放弃入职' },
	{ name: 'Has Started', value: CONFIRM, zh: '确认入职' },
	{ name: 'Has Left', value: OFFBOARD, zh: '操作离职' },
];
