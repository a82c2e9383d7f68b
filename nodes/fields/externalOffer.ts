import type { IDataObject } from 'n8n-workflow';
import { InvalidValue } from '../declare/invalid';
import type { Call, EncodedItem, Endpoint, Files, Tools } from '../declare/operation';
import { idList, text, timestamp } from '../declare/params';
import { body } from '../declare/place';
import type { RequestParts } from '../declare/request';
import { attachmentBinaryFields, checkFiles, uploadAll } from './attachmentUpload';

/** The fields of an external offer that both its create and its update carry. */
export const externalOfferFields = ({ maxAttachments }: { maxAttachments: number }) => ({
	bizCreateTime: timestamp({
		name: 'Created At',
		to: body('biz_create_time'),
		wire: 'string',
		description: "When the offer was made in the other system, in the workflow's time zone",
	}),
	owner: text({
		name: 'Offer Owner Name',
		to: body('owner'),
		description: 'Name of the person in charge of the offer (Offer 负责人姓名), as text: no ID',
		placeholder: 'e.g. Zhang San',
	}),
	offerStatus: text({
		name: 'Offer Status',
		to: body('offer_status'),
		description: 'State of the offer in the words of the other system; Feishu Hire shows it as it is',
		placeholder: 'e.g. 已发送',
	}),
	attachmentIdList: idList({
		name: 'Attachment IDs',
		to: body('attachment_id_list'),
		max: maxAttachments,
		things: 'attachments',
		description: `At most ${maxAttachments} attachments, by the IDs that Feishu Hire gave them: separated by commas, or an expression that yields an array`,
		placeholder: 'e.g. 7404675264888097068, 7404675264888097069',
	}),
	attachmentBinaryFields: attachmentBinaryFields({ record: 'external offer' }),
});

interface Most {
	readonly max: number;
	/** What to do where there are more. */
	readonly mend: string;
}

/** @throws InvalidValue for more attachments than Feishu Hire takes */
function checkCount(given: readonly unknown[], files: readonly string[], { max, mend }: Most): void {
	const count = given.length + files.length;
	if (count <= max) return;
	throw new InvalidValue(
		`The external offer would have ${count} attachments, and this operation of Feishu Hire takes at most ${max}`,
		mend,
	);
}

const attachmentsOf = ({ body: sent }: RequestParts) => (sent?.attachment_id_list ?? []) as string[];

const filesOf = ({ values }: EncodedItem) => (values.attachmentBinaryFields ?? []) as string[];

/** Looks at the attachments of an item before anything is sent. @throws InvalidValue */
export function checkUploads(item: EncodedItem, files: Files, most: Most): void {
	checkCount(attachmentsOf(item.parts), filesOf(item), most);
	checkFiles(files, filesOf(item));
}

/**
 * Uploads the files of an external offer and adds them to the attachments of its request.
 * @throws InvalidValue, before anything is uploaded, for too many attachments together with those that are kept
 */
export async function withUploads(
	parts: RequestParts,
	item: EncodedItem,
	tools: Tools,
	most: Most,
): Promise<RequestParts> {
	const given = attachmentsOf(parts);
	const files = filesOf(item);
	checkCount(given, files, most);
	if (files.length === 0) return parts;
	const uploaded = await uploadAll(tools, files);
	return { ...parts, body: { ...parts.body, attachment_id_list: [...given, ...uploaded] } };
}

/** The most IDs that one search takes, and the most records that one of its pages holds. */
export const SEARCH_SIZE = 20;

/** The route that finds external offers by their IDs or by their application. */
export const externalOfferSearch = {
	route: 'POST /open-apis/hire/v1/external_offers/batch_query',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_offer/batch_query',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:external_offer', 'hire:external_offer:readonly'],
	effect: 'read',
	suspects:
		'Check that the IDs are those of external offers (外部 Offer) and external applications (外部投递) in Feishu Hire, not your own keys.',
} as const satisfies Endpoint;

/** @throws InvalidValue where there is no external offer with this ID */
export async function readExternalOffer(call: Call, id: string): Promise<IDataObject> {
	const { items } = await call(externalOfferSearch, { body: { external_offer_id_list: [id] } });
	const found = ((items ?? []) as IDataObject[]).find((offer) => offer.id === id);
	if (found) return found;
	throw new InvalidValue(
		'The external offer does not exist',
		"Check 'External Offer ID': give the ID that Feishu Hire gave the external offer, not your own key.",
	);
}
