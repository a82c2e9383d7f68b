import { id } from '../../declare/params';
import { body } from '../../declare/place';
import { departments } from '../../lookups/departments';
import { people } from '../../lookups/people';

/** The people and the department without which there is no offer. */
export const offerPeople = () => ({
	departmentId: id({
		foreign: true,
		lookup: departments,
		name: 'Department',
		to: body('basic_info.department_id'),
		required: true,
		description: "ID of the department (部门) to join, of the kind that 'Department ID Type' says",
		placeholder: 'e.g. od-6b394871807047c7023ebfc1ff37cd3a',
	}),
	leaderUserId: id({
		foreign: true,
		lookup: people,
		name: 'Direct Manager',
		to: body('basic_info.leader_user_id'),
		required: true,
		description: "ID of the candidate's direct manager (直属上级), of the kind that 'User ID Type' says",
		placeholder: 'e.g. ou_ce613028fe74745421f5dc320bb9c709',
	}),
	ownerUserId: id({
		foreign: true,
		lookup: people,
		name: 'Offer Owner',
		to: body('basic_info.owner_user_id'),
		required: true,
		description:
			"ID of the person in charge of the offer (Offer 负责人), of the kind that 'User ID Type' says",
		placeholder: 'e.g. ou_ce613028fe74745421f5dc320bb9c709',
	}),
	operatorUserId: id({
		foreign: true,
		lookup: people,
		name: 'Operator',
		to: body('basic_info.operator_user_id'),
		required: true,
		description:
			"ID of the person in whose name the offer is written (Offer 操作人), of the kind that 'User ID Type' says",
		placeholder: 'e.g. ou_ce613028fe74745421f5dc320bb9c709',
	}),
});
