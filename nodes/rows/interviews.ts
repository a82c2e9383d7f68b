import {
	address,
	englishName,
	name,
	nameOf,
	names,
	number,
	state,
	text,
	thing,
	time,
	type Row,
} from '../declare/output';
import { candidateOfApplication, jobOfApplication } from '../lookups/candidates';
import { stages } from '../lookups/stages';
import { INTERVIEW_TYPES, ROUND_SUMMARIES } from './states';

/** An interview (面试). */
export const interviewRow: Row = {
	interview_id: text('id'),
	application_id: text('application_id'),
	candidate_name: nameOf('application_id', candidateOfApplication),
	job_title: nameOf('application_id', jobOfApplication),
	stage_id: text('stage.id', 'stage_id'),
	stage_name: nameOf('stage_id', stages, 'stage'),
	stage_name_en: englishName('stage'),
	round: number('round'),
	round_name: {
		type: 'string',
		// Feishu Hire counts from 0.
		read: ({ round }) => (typeof round === 'number' ? `Round ${round + 1}` : undefined),
	},
	...thing('interview_round_type', 'interview_round_type'),
	begin_time: time('begin_time'),
	end_time: time('end_time'),
	...state('interview_type', 'interview_type', INTERVIEW_TYPES),
	...state('interview_round_summary', 'interview_round_summary', ROUND_SUMMARIES),
	interviewer_ids: text('interview_record_list.user_id'),
	interviewer_names: name('interview_record_list.interviewer'),
	interviewer_names_en: englishName('interview_record_list.interviewer'),
	...names('score_names', 'interview_record_list.interview_score'),
	feedback_submit_time: time('feedback_submit_time'),
	...thing('contact_user', 'contact_user'),
	contact_mobile: text('contact_mobile'),
	...address('address', 'address'),
	meeting_room_names: text('meeting_room_list.room_name'),
	meeting_building_names: text('meeting_room_list.building_name'),
	meeting_floor_names: text('meeting_room_list.floor_name'),
	...names('talent_time_zone_name', 'talent_time_zone'),
	...thing('creator', 'creator'),
	remark: text('remark'),
	biz_create_time: time('biz_create_time'),
	biz_modify_time: time('biz_modify_time'),
};
