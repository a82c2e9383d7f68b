import { idList, text, timestamp } from '../../declare/params';
import { body } from '../../declare/place';
import { attachmentBinaryFields } from '../../fields/attachmentFiles';

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
