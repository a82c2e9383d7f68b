/**
 * What the panels call the values of Feishu's lists: Feishu's own word → the names in English and in Chinese. Where
 * the vendor gives a value no word, the value itself stands here. One word has one name, whatever the operation.
 */
export const words: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
	// Offers
	'Offer 审批中': ['Approval in Progress', '审批中'],
	'Offer 审批已撤回': ['Approval Withdrawn', '审批已撤回'],
	'Offer 审批通过': ['Approved', '审批通过'],
	'Offer 审批不通过': ['Rejected in Approval', '审批不通过'],
	'Offer 已发送': ['Sent', '已发送'],
	'Offer 被候选人接受': ['Accepted by Candidate', '候选人已接受'],
	'Offer 被候选人拒绝': ['Declined by Candidate', '候选人已拒绝'],
	'Offer 已失效': ['Expired', '已失效'],
	'Offer 已创建': ['Created', '已创建'],
	'正式 Offer': ['Regular', '正式'],
	'实习 Offer': ['Internship', '实习'],
	月: ['Months', '月'],
	年: ['Years', '年'],
	确认入职: ['Has Started', '已入职'],
	放弃入职: ['Will Not Start', '放弃入职'],
	操作离职: ['Has Left', '已离职'],
	社招: ['Experienced Hires', '社招'],
	校招: ['Graduates', '校招'],
	// Applications
	'HR 寻访': ['Sourced by HR', 'HR 寻访'],
	候选人主动投递: ['The Candidate Applied', '候选人主动投递'],
	人才推荐: ['Recommended', '人才推荐'],
	其他: ['Other', '其他'],
	我们拒绝了候选人: ['We Rejected the Candidate', '我们拒绝了候选人'],
	候选人拒绝了我们: ['The Candidate Declined', '候选人拒绝了我们'],
	活跃投递: ['Active', '活跃'],
	非活跃投递: ['Inactive', '非活跃'],
	全部: ['All', '全部'],
	未锁定: ['Not Locked', '未锁定'],
	锁定在其他职位: ['Locked in Another Job', '锁定在其他职位'],
	锁定在当前职位: ['Locked in This Job', '锁定在当前职位'],
	get_latest_application_on_chain: ['Latest Application on the Chain', '分配链路上的最新投递'],
	职位: ['Job', '职位'],
	人才: ['Candidate', '候选人'],
	面试: ['Interviews', '面试'],
	with_offer: ['Offer', 'Offer'],
	评估: ['Evaluations', '评估'],
	员工: ['Employee', '员工'],
	猎头: ['Agency', '猎头'],
	内推: ['Referral', '内推'],
	官网: ['Recruitment Site', '招聘官网'],
	// Employees
	转正: ['Became a Regular Employee', '转正'],
	离职: ['Left the Company', '离职'],
	恢复至待入职: ['Take Back Onboarding', '恢复至待入职'],
	撤销离职: ['Take Back the Departure', '撤销离职'],
	撤销转正: ['Take Back Regular Employment', '撤销转正'],
	// Attachments
	简历附件: ['Resume', '简历附件'],
	作品附件: ['Sample of Work', '作品附件'],
	通用附件: ['General', '通用附件'],
	// Kinds of IDs
	open_id: ['Open ID', 'Open ID'],
	union_id: ['Union ID', 'Union ID'],
	user_id: ['User ID', 'User ID'],
	people_admin_id: ['People Admin ID', '人力系统用户 ID（People Admin）'],
	open_department_id: ['Open Department ID', 'Open Department ID'],
	department_id: ['Department ID', '部门 ID'],
	people_admin_department_id: ['People Admin Department ID', '人力系统部门 ID（People Admin）'],
	job_level_id: ['Job Level ID', '职级 ID'],
	people_admin_job_level_id: ['People Admin Job Level ID', '人力系统职级 ID（People Admin）'],
	job_family_id: ['Job Family ID', '序列 ID'],
	people_admin_job_category_id: ['People Admin Job Category ID', '人力系统序列 ID（People Admin）'],
	employee_type_enum_id: ['Employee Type Enum ID', '人员类型枚举 ID'],
	people_admin_employee_type_id: ['People Admin Employee Type ID', '人力系统人员类型 ID（People Admin）'],
};

/** The word for a value: the longest that its label in the vendor's list holds. */
export function wordFor(value: string | number, label: string): string | undefined {
	if (String(value) in words) return String(value);
	const [longest] = Object.keys(words)
		.filter((word) => label.includes(word))
		.sort((a, b) => b.length - a.length);
	return longest;
}
