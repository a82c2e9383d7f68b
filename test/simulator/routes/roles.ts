import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { route } from '../route';
import { object, paging } from '../schema';

const ROLES: Array<[id: string, zh: string, en: string]> = [
	['101', '超级管理员', 'Super Administrator'],
	['102', '招聘负责人', 'Head of Recruiting'],
	['103', '招聘专员', 'Recruiter'],
	['104', '面试官', 'Interviewer'],
];

export const roleRoutes = [
	route<PageQuery>()({
		name: 'GET /open-apis/hire/v1/roles',
		limits: [
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
		scopes: ['hire:auth:readonly', 'hire:auth'],
		query: object({}, paging(200)),
		handle: ({ query }) => {
			const all = ROLES.map(([id, zh_cn, en_us]) => ({
				id,
				name: { zh_cn, en_us },
				description: { zh_cn, en_us },
				scope_of_application: 3,
				role_status: 1,
				role_type: 1,
			}));
			return pageOf('roles', all, query);
		},
	}),
];
