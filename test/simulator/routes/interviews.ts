import type { Company } from '../company/company';
import type { Interview } from '../company/records';
import { idTypes } from '../idTypes';
import type { IdTypeQuery } from '../idTypes';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { invalidParameter } from '../refusal';
import { route } from '../route';
import { millisecondsText, object, paging, text } from '../schema';

interface ListQuery extends PageQuery, IdTypeQuery {
	application_id?: string;
	interview_id?: string;
	start_time?: string;
	end_time?: string;
}

const idTypeKeys = idTypes(['user', 'jobLevel']);

/** The state of a whole round: not begun, nobody has written, all for the talent. */
function summaryOf(interview: Interview, now: number): 2 | 3 | 4 {
	if (now < interview.beginTime) return 2;
	return interview.feedback === undefined ? 3 : 4;
}

export function nameOf(entry: { zhName: string; enName: string } | undefined): Record<string, string> {
	return entry ? { zh_cn: entry.zhName, en_us: entry.enName } : {};
}

function present(
	company: Company,
	interview: Interview,
	userType: string,
	now: number,
): Record<string, unknown> {
	const { user } = company.directories;
	const person = {
		id: user.write(interview.interviewerId, userType),
		name: nameOf(user.find(interview.interviewerId)),
	};
	const submitted = interview.feedback !== undefined;
	return {
		id: interview.id,
		begin_time: interview.beginTime,
		end_time: interview.endTime,
		round: interview.round,
		interview_record_list: [
			{
				id: `${interview.id.slice(0, -1)}0`,
				user_id: person.id,
				content: interview.feedback,
				commit_status: submitted ? 1 : 2,
				conclusion: submitted ? 1 : 4,
				interviewer: person,
			},
		],
		feedback_submit_time: submitted ? interview.endTime : undefined,
		stage_id: interview.stageId,
		application_id: interview.applicationId,
		stage: { id: interview.stageId, name: nameOf(company.stage(interview.stageId)?.stage) },
		creator: person,
		biz_create_time: interview.createTime ?? interview.beginTime - 1,
		biz_modify_time: interview.modifyTime ?? interview.endTime,
		interview_round_summary: summaryOf(interview, now),
		interview_type: 3,
		arrangement_type: 1,
		meeting_room_list: [],
	};
}

/** The same with its times as texts, as the details of an application have them. */
export function interviewsIn(
	company: Company,
	applicationId: string,
	userType: string,
	now: number,
): Array<Record<string, unknown>> {
	return [...company.interviews.values()]
		.filter((interview) => interview.applicationId === applicationId)
		.map((interview) => {
			const shown = present(company, interview, userType, now);
			const { biz_create_time, biz_modify_time, interview_record_list: _records, ...rest } = shown;
			return {
				...rest,
				begin_time: String(interview.beginTime),
				end_time: String(interview.endTime),
				feedback_submit_time: interview.feedback === undefined ? undefined : String(interview.endTime),
				create_time: String(biz_create_time),
				update_time: String(biz_modify_time),
				interview_record_list: [],
			};
		});
}

export const interviewRoutes = [
	route<ListQuery>()({
		name: 'GET /open-apis/hire/v1/interviews',
		limits: [{ requests: 50, perSeconds: 1 }],
		scopes: ['hire:interview:readonly', 'hire:interview'],
		query: object(
			{},
			{
				application_id: text,
				interview_id: text,
				start_time: millisecondsText,
				end_time: millisecondsText,
				...idTypeKeys.keys,
				...paging(100),
			},
		),
		handle({ query, company, now }) {
			const { application_id: applicationId, interview_id: id, start_time: start, end_time: end } = query;
			if (!applicationId && !id && !start && !end) {
				throw invalidParameter('one of application_id, interview_id, start_time and end_time is required');
			}
			// Unknown ids are assumed to find nothing.
			const all = [...company.interviews.values()].filter(
				(interview) =>
					(!applicationId || interview.applicationId === applicationId) &&
					(!id || interview.id === id) &&
					(!start || interview.beginTime >= Number(start)) &&
					(!end || interview.beginTime <= Number(end)),
			);
			const page = pageOf('interviews', all, query);
			const { user } = idTypeKeys.of(query);
			return { ...page, items: page.items.map((interview) => present(company, interview, user, now)) };
		},
	}),
];
