import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { route } from '../route';
import { idTypes } from '../idTypes';
import type { IdTypeQuery } from '../idTypes';
import { id, millisecondsText, object, paging } from '../schema';

interface UserRoleQuery extends PageQuery, IdTypeQuery {
	user_id?: string;
	role_id?: string;
	update_start_time?: string;
	update_end_time?: string;
}

const userType = idTypes(['user']);

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

	route<UserRoleQuery>()({
		name: 'GET /open-apis/hire/v1/user_roles',
		limits: [
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
		scopes: ['hire:auth:readonly', 'hire:auth'],
		query: object(
			{},
			{
				user_id: id,
				role_id: id,
				update_start_time: millisecondsText,
				update_end_time: millisecondsText,
				...userType.keys,
				...paging(100),
			},
		),
		handle({ query, company }) {
			const { user } = company.directories;
			const type = userType.of(query).user;
			const { user_id: given, role_id: role, update_start_time: start, update_end_time: end } = query;
			const wanted = given && user.read(given, type, 'user_id');
			const all = company.userRoles.filter(
				({ userId, roleId, modifyTime }) =>
					(!wanted || userId === wanted) &&
					(!role || roleId === role) &&
					(!start || modifyTime >= Number(start)) &&
					(!end || modifyTime <= Number(end)),
			);
			const page = pageOf('user_roles', all, query);
			const items = page.items.map(({ userId, roleId, modifyTime }) => {
				const [, zh_cn, en_us] = ROLES.find(([each]) => each === roleId) ?? [];
				return {
					user_id: user.write(userId, type),
					role_id: roleId,
					modify_time: String(modifyTime),
					role_name: { zh_cn, en_us },
					role_description: { zh_cn, en_us },
					business_management_scopes: [],
				};
			});
			return { ...page, items };
		},
	}),
];
