import type { IDataObject } from 'n8n-workflow';

const objectOf = (value: unknown): IDataObject => (value ?? {}) as IDataObject;

/** The Chinese name of what has one in two languages, under the keys of this API or of the other. */
const nameOf = ({ zh_cn, zh_name, en_us, en_name }: IDataObject) => zh_cn || zh_name || en_us || en_name;

/** An application (投递) with the ten fields that most workflows need. */
export function simplifiedApplication(application: IDataObject): IDataObject {
	const { id, talent_id, job_id, active_status, delivery_type, create_time, modify_time } = application;
	const stage = objectOf(application.stage);
	return {
		id,
		talent_id,
		job_id,
		stage_id: stage.id,
		stage_name: nameOf(stage),
		active_status,
		delivery_type,
		resume_source_name: nameOf(objectOf(objectOf(application.resume_source_info).name)),
		create_time,
		modify_time,
	};
}

/** The details of an application: who, for which job, how far. What was not asked for is left out. */
export function simplifiedDetail(detail: IDataObject): IDataObject {
	const { id, talent_id, job_id, active_status, onboard_status, stage } = objectOf(detail.basic_info);
	const offer = objectOf(objectOf(detail.offer).offer_basic);
	return {
		id,
		talent_id,
		talent_name: objectOf(detail.talent).name,
		job_id,
		job_name: objectOf(detail.job).name,
		stage_name: nameOf(objectOf(stage)),
		active_status,
		onboard_status,
		offer_status: offer.offer_status,
		employee_id: objectOf(detail.employee).id,
	};
}

/** An interview (面试) with the ten fields that most workflows need. */
export function simplifiedInterview(interview: IDataObject): IDataObject {
	const { id, application_id, begin_time, end_time, round, interview_type, interview_round_summary } =
		interview;
	const records = (interview.interview_record_list ?? []) as IDataObject[];
	return {
		id,
		application_id,
		stage_name: nameOf(objectOf(objectOf(interview.stage).name)),
		begin_time,
		end_time,
		round,
		interview_type,
		interview_round_summary,
		interviewer_id_list: records.map(({ user_id }) => user_id as string),
		feedback_submit_time: interview.feedback_submit_time,
	};
}

/** The record of an employee with the ten fields that most workflows need. */
export function simplifiedEmployee({
	id,
	application_id,
	onboard_status,
	conversion_status,
	onboard_time,
	expected_conversion_time,
	actual_conversion_time,
	overboard_time,
	department,
	leader,
}: IDataObject): IDataObject {
	return {
		id,
		application_id,
		onboard_status,
		conversion_status,
		onboard_time,
		expected_conversion_time,
		actual_conversion_time,
		overboard_time,
		department,
		leader,
	};
}
