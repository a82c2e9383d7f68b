import { externalApplicationFields } from './fields/externalApplication';
import { filledIn } from './fields/fieldsLeftOut';
import { InvalidValue } from '../declare/invalid';
import type { PagedEndpoint, ReadAll } from '../declare/operation';
import type { Wire } from '../declare/params';
import { EXTERNAL_APPLICATIONS } from '../lookups/externalApplications';

/** Code 1002102. */
export const TALENT_UNKNOWN = {
	what: 'The candidate (人才) does not exist',
	mend: "Check 'Candidate': give the ID that Feishu Hire gave the candidate, as in the address of the candidate's page. It is not the ID of an application.",
};

/** The route that lists the external applications of a candidate. */
export const externalApplicationList = {
	...EXTERNAL_APPLICATIONS,
	suspects: "Check 'Candidate': it must be the ID of a candidate (人才) in Feishu Hire.",
	errors: {
		1002102: TALENT_UNKNOWN,
	},
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
		"Check 'External Application' and 'Candidate': they must belong together. To give the application to another candidate, set 'Fields Left Out' to Clear and give all fields.",
	);
}

const FIELDS = Object.values(externalApplicationFields()).map(({ to }) => to.key);
