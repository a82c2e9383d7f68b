import { id } from '../declare/params';
import type { Told } from '../declare/lookup';
import { path, type Place } from '../declare/place';
import { applications } from '../lookups/applications';
import { talentTold } from '../lookups/byCandidate';
import { talents } from '../lookups/talents';

/** The application (投递) that the route names; `told`: how it is told, where it need not be under way. */
export const applicationId = ({ told }: { told?: Told } = {}) =>
	id({
		name: 'Application',
		to: path('application_id'),
		required: true,
		description: 'The application (投递): one candidate in the hiring process of one job',
		lookup: applications,
		...(told ? { told } : {}),
	});

/** A candidate in the talent pool (人才库). */
export const talentId = <const To extends Place>({
	to,
	...rest
}: {
	to: To;
	required?: boolean;
	description: string;
	absence?: string;
}) =>
	id({
		name: 'Candidate',
		to,
		placeholder: 'e.g. 6960663240925956459',
		lookup: talents,
		told: talentTold,
		...rest,
	});
