import { externalApplicationList } from '../externalApplicationList';
import { talentId } from '../../fields/ids';
import { externalApplicationRow } from '../outputs';
import { operation } from '../../declare/operation';
import { query } from '../../declare/place';

export const getExternalApplications = operation({
	...externalApplicationList,
	resource: 'externalApplication',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many external applications',
	description: 'Get the applications of a candidate that were imported from other systems (外部投递)',
	params: {
		talentId: talentId({
			to: query('talent_id'),
			required: true,
			description: 'The candidate (人才) whose imported applications to get',
		}),
	},
	row: externalApplicationRow,
});
