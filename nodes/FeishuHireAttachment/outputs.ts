import { text, time, type Row } from '../declare/output';

/** A file in Feishu Hire (附件). */
export const attachmentRow: Row = {
	attachment_id: text('id'),
	attachment_name: text('name'),
	mime: text('mime'),
	url: text('url'),
	create_time: time('create_time'),
};
