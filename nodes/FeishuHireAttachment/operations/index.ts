export { downloadAttachment } from './downloadAttachment';
export { getAttachment } from './getAttachment';
export { getPdfPreview } from './getPdfPreview';
export { uploadAttachment } from './uploadAttachment';
