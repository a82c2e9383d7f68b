import { choice, text, timestamp } from '../../declare/params';
import { EXTERNAL_DELIVERY_TYPES, RECRUITMENT_TYPES } from '../states';
import { body } from '../../declare/place';

/** The fields of an external application that both its create and its update carry. */
export const externalApplicationFields = () => ({
	jobRecruitmentType: choice({
		name: 'Job Recruitment Type',
		to: body('job_recruitment_type'),
		description: 'Whom the job was for (职位招聘类型)',
		options: RECRUITMENT_TYPES,
	}),
	jobTitle: text({
		name: 'Job Title',
		to: body('job_title'),
		description: 'Name of the job (职位) in the other system',
		placeholder: 'e.g. Senior Java Engineer',
	}),
	resumeSource: text({
		name: 'Resume Source',
		to: body('resume_source'),
		description: 'Where the resume came from (简历来源), in the words of the other system',
		placeholder: 'e.g. 内推',
	}),
	stage: text({
		name: 'Stage',
		to: body('stage'),
		description: 'Name of the stage (阶段) that the application reached in the other system',
		placeholder: 'e.g. 简历初筛',
	}),
	deliveryType: choice({
		name: 'Delivery Type',
		to: body('delivery_type'),
		description: 'How the candidate came to the job (投递类型)',
		options: EXTERNAL_DELIVERY_TYPES,
	}),
	createTime: timestamp({
		name: 'Created At',
		to: body('create_time'),
		wire: 'integer',
		description: "When the application was made in the other system, in the workflow's time zone",
	}),
	modifyTime: timestamp({
		name: 'Terminated At',
		to: body('modify_time'),
		wire: 'integer',
		description: "When the application ended in the other system, in the workflow's time zone",
	}),
	terminationType: text({
		name: 'Termination Type',
		to: body('termination_type'),
		description: 'Who or what ended the application (终止类型), in the words of the other system',
		placeholder: 'e.g. HR 主动终止',
	}),
	terminationReason: text({
		name: 'Termination Reason',
		to: body('termination_reason'),
		description: 'Why the application ended (终止原因), in the words of the other system',
		placeholder: 'e.g. 不合适',
	}),
});
