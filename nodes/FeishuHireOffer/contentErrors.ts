import { MAX_ATTACHMENTS } from './fields/attachments';
import type { ErrorWords } from '../declare/operation';

const notThere = (thing: string, field: string): ErrorWords => ({
	what: `The ${thing} does not exist`,
	mend: `Check '${field}' and, under ID Types, the kind of ID that it is.`,
});

const outOfUse = (thing: string, field: string): ErrorWords => ({
	what: `The ${thing} is no longer in use`,
	mend: `Give another '${field}', or have an administrator put it back into use.`,
});

const apart = (things: string, one: string, other: string): ErrorWords => ({
	what: `The ${things} do not go together`,
	mend: `Change '${one}' or '${other}' to a pair that the company has set up.`,
});

/** What creating and updating an offer can both be refused for. */
export const offerContentErrors = {
	1002057: {
		what: 'The offer form has changed since the version that was given',
		mend: "Remove 'Form Version (Schema ID)' and choose 'Offer Form', so that the newest version is taken. Then refresh the list of custom fields.",
	},
	1002058: {
		what: 'An attachment of the offer does not exist',
		mend: "Check 'Attachment IDs': give the IDs of general attachments (通用附件) that were uploaded to Feishu Hire.",
	},
	1002059: {
		what: 'The version of the offer form does not exist',
		mend: "Check 'Form Version (Schema ID)': it is the ID of a version (schema), not of the form. Remove it and choose 'Offer Form' to take the newest.",
	},
	1002061: {
		what: 'A formula among the custom fields is not valid',
		mend: 'Write it with numbers, + - * / and brackets, and with the IDs of fields of the salary section in square brackets, as in [6872592813776914699] * 12.',
	},
	1002069: notThere('employment job (职务)', 'Employment Job'),
	1002070: outOfUse('employment job (职务)', 'Employment Job'),
	1002071: notThere('job family (序列)', 'Job Family'),
	1002072: outOfUse('job family (序列)', 'Job Family'),
	1002073: notThere('job level (职级)', 'Job Level'),
	1002074: outOfUse('job level (职级)', 'Job Level'),
	1002077: apart('employment job (职务) and job family (序列)', 'Employment Job', 'Job Family'),
	1002078: apart('employment job (职务) and job level (职级)', 'Employment Job', 'Job Level'),
	1002079: apart('job family (序列) and job level (职级)', 'Job Family', 'Job Level'),
	1002082: {
		what: 'The offer has too many attachments',
		mend: `Feishu Hire takes at most ${MAX_ATTACHMENTS} in one request. Leave some out.`,
	},
	1002083: {
		what: 'The file of an attachment does not exist',
		mend: "Check 'Attachment IDs': upload the file to Feishu Hire again and use the new ID.",
	},
} satisfies Record<number, ErrorWords>;

/** Besides those, what only the creation of an offer is refused for. */
export const jobGradeErrors = {
	1002075: notThere('job grade (职等)', 'Job Grade'),
	1002076: outOfUse('job grade (职等)', 'Job Grade'),
	1002080: apart('job level (职级) and job grade (职等)', 'Job Level', 'Job Grade'),
} satisfies Record<number, ErrorWords>;
