import { id } from '../declare/params';
import { path, type Place } from '../declare/place';
import { applications } from '../lookups/applications';
import { talents } from '../lookups/talents';

/** The application (投递) that the route names. */
export const applicationId = () =>
	id({
		name: 'Application ID',
		to: path('application_id'),
		required: true,
		description: 'The application (投递): one candidate in the hiring process of one job',
		lookup: applications,
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
}) => id({ name: 'Talent ID', to, placeholder: 'e.g. 6960663240925956459', lookup: talents, ...rest });
