import { englishName, name, nameOf, number, state, text, thing, time, type Row } from '../declare/output';
import { stages } from '../lookups/stages';
import { INTERVIEW_TYPES, ROUND_SUMMARIES } from './states';

/** An interview (面试). */
export const interviewRow: Row = {
	interview_id: text('id'),
	application_id: text('application_id'),
	stage_id: text('stage.id', 'stage_id'),
	stage_name: nameOf('stage_id', stages, 'stage'),
	stage_name_en: englishName('stage'),
	round: number('round'),
	...thing('interview_round_type', 'interview_round_type'),
	begin_time: time('begin_time'),
	end_time: time('end_time'),
	...state('interview_type', 'interview_type', INTERVIEW_TYPES),
	...state('interview_round_summary', 'interview_round_summary', ROUND_SUMMARIES),
	interviewer_ids: text('interview_record_list.user_id'),
	interviewer_names: name('interview_record_list.interviewer'),
	interviewer_names_en: englishName('interview_record_list.interviewer'),
	feedback_submit_time: time('feedback_submit_time'),
	contact_user_id: text('contact_user.id'),
	contact_user_name: name('contact_user'),
	address_name: name('address'),
	address_city_name: name('address.city'),
	meeting_room_names: text('meeting_room_list.room_name'),
	talent_time_zone_name: name('talent_time_zone'),
	creator_id: text('creator.id'),
	creator_name: name('creator'),
	remark: text('remark'),
	biz_create_time: time('biz_create_time'),
	biz_modify_time: time('biz_modify_time'),
};
