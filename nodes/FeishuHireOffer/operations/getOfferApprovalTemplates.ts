import { departmentIdType, ID_TYPES } from '../../fields/idTypes';
import { approvalTemplateRow } from '../outputs';
import { operation } from '../../declare/operation';

export const getOfferApprovalTemplates = operation({
	resource: 'offerForm',
	value: 'getApprovalTemplates',
	name: 'Get Approval Templates',
	action: 'Get the approval flows of offers',
	description:
		'List the approval flows (Offer 审批流) with the departments that they are for. Those of the flow platform (流程平台) of Feishu People are not among them.',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer_approval_template/list',
	route: 'GET /open-apis/hire/v1/offer_approval_templates',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:offer_approval_template:readonly'],
	effect: 'read',
	sections: ID_TYPES,
	params: {
		departmentIdType: departmentIdType(
			['people_admin_department_id', 'open_department_id', 'department_id'],
			'people_admin_department_id',
		),
	},
	pages: { size: 200 },
	row: approvalTemplateRow,
	suspects: "Check 'Department ID Type': your company may not have departments with IDs of that kind.",
});
