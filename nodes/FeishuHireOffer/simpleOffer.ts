import type { IDataObject } from 'n8n-workflow';

/** An offer in ten fields. */
export function simpleOffer({ basic_info: basic, job_info: job, ...offer }: IDataObject): IDataObject {
	const { department_id, leader_user_id, owner_user_id, onboard_date, expire_time } = (basic ??
		{}) as IDataObject;
	return {
		id: offer.id,
		application_id: offer.application_id,
		job_name: (job as IDataObject | undefined)?.job_name,
		offer_status: offer.offer_status,
		schema_id: offer.schema_id,
		department_id,
		leader_user_id,
		owner_user_id,
		onboard_date,
		expire_time,
	};
}
