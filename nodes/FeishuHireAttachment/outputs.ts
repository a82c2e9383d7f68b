import { text, time, type Row } from '../declare/output';

/** A file in Feishu Hire (附件), as Upload answers with it. */
export const uploadedRow: Row = {
	attachment_id: text('id'),
	attachment_name: text('name'),
	url: text('url'),
};

/** The same, got. */
export const attachmentRow: Row = { ...uploadedRow, mime: text('mime'), create_time: time('create_time') };
