import { externalApplicationFields } from './fields/externalApplication';
import { filledIn } from './fields/fieldsLeftOut';
import { InvalidValue } from '../declare/invalid';
import type { PagedEndpoint, ReadAll } from '../declare/operation';
import type { Wire } from '../declare/params';

/** Code 1002102. */
export const TALENT_UNKNOWN = {
	what: 'The candidate (人才) does not exist',
	mend: "Check 'Talent ID': give the ID that Feishu Hire gave the candidate, as in the address of the candidate's page. It is not the ID of an application.",
};

/** The route that lists the external applications of a candidate. */
export const externalApplicationList = {
	route: 'GET /open-apis/hire/v1/external_applications',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_application/list',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:external_application'],
	effect: 'read',
	suspects: "Check 'Talent ID': it must be the ID of a candidate (人才) in Feishu Hire.",
	errors: {
		1002102: TALENT_UNKNOWN,
	},
	pages: { size: 20 },
} as const satisfies PagedEndpoint;

/**
 * What an external application holds, as an update would carry it.
 * @throws InvalidValue where the candidate has no external application with this ID
 */
export async function heldFields(
	all: ReadAll,
	talent: string,
	wanted: string,
): Promise<Record<string, Wire>> {
	for await (const application of all(externalApplicationList, { query: { talent_id: talent } })) {
		if (application.id === wanted) return filledIn(application, FIELDS);
	}
	throw new InvalidValue(
		'The candidate has no such external application',
		"Check 'External Application ID' and 'Talent ID': they must belong together. To give the application to another candidate, set 'Fields Left Out' to Clear and give all fields.",
	);
}

const FIELDS = Object.values(externalApplicationFields()).map(({ to }) => to.key);
