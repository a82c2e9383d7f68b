import type { IDataObject } from 'n8n-workflow';
import { systemClock } from '../engine/clock';
import { CallFailure } from '../engine/failure';
import { Sender } from '../engine/send';
import { Session, type NodeContext } from '../engine/session';
import { applicationDetailRoute } from '../routes/applicationDetail';
import { offerRoute } from '../routes/offer';

/** How long to wait for one answer, and for refusals for frequency to end. */
const TIMEOUT_MS = 20_000;
const PATIENCE_MS = 300_000;

const objectOf = (value: unknown): IDataObject => (value ?? {}) as IDataObject;

/**
 * Reads what an event names by its ID only: its application, candidate, job, stage and offer.
 * @returns the item with `details`, and with `details_note` where some of them are missing; where they cannot be read
 * with `details_error`, since the event has been acknowledged and does not come again
 */
export async function withDetails(context: NodeContext, item: IDataObject): Promise<IDataObject> {
	if (!item.application_id && !item.offer_id) return item;
	try {
		const session = await Session.open(context);
		const sender = new Sender(session, { clock: systemClock, patience: PATIENCE_MS, timeout: TIMEOUT_MS });
		const details = await read(sender, item);
		const note = sender.leftOut.certain();
		return { ...item, details, ...(note ? { details_note: note } : {}) };
	} catch (error) {
		const { message, mend, code } =
			error instanceof CallFailure
				? error
				: { message: 'The details could not be read', mend: '', code: undefined };
		return { ...item, details: {}, details_error: { message, mend, code: code ?? null } };
	}
}

async function read(sender: Sender, item: IDataObject): Promise<IDataObject> {
	const offer = item.offer_id
		? objectOf((await sender.call(offerRoute, { path: { offer_id: String(item.offer_id) } })).offer)
		: {};
	const id = String(item.application_id || offer.application_id);
	const { application_detail: detail } = await sender.call(applicationDetailRoute, {
		path: { application_id: id },
		query: { options: ['with_job', 'with_talent', 'with_offer'] },
	});
	return flatDetails(id, objectOf(detail), offer);
}

function flatDetails(id: string, detail: IDataObject, read: IDataObject): IDataObject {
	const { job_id, talent_id, stage, active_status, onboard_status } = objectOf(detail.basic_info);
	const { name: job_name, code: job_code } = objectOf(detail.job);
	const { name: talent_name } = objectOf(detail.talent);
	const { id: stage_id, zh_name, en_name, type: stage_type } = objectOf(stage);
	// The offer that the event is of, which need not be the newest of the application.
	const offer = read.id ? read : objectOf(objectOf(detail.offer).offer_basic);
	return {
		application_id: id,
		active_status,
		onboard_status,
		talent_id,
		talent_name,
		job_id,
		job_name,
		job_code,
		stage_id,
		stage_name: zh_name || en_name,
		stage_type,
		offer_id: offer.id,
		offer_status: offer.offer_status,
	};
}
