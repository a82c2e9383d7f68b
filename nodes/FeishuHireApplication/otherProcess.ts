import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../declare/operation';
import { JOB_PROCESSES, nameOf } from '../lookups/stages';
import { getApplication } from './operations/getApplication';

/** 'The stage does not exist', and 'the application cannot be moved there'. */
const REFUSED_STAGE = [1002204, 1002211];

const stagesOf = ({ stage_list: stages }: IDataObject) => (stages ?? []) as IDataObject[];

/** Whether the stage (阶段) belongs to another hiring process (招聘流程) than the one the application stands in. */
export const otherProcess: NonNullable<Operation['explain']> = async ({ values }, code, { call, list }) => {
	if (!REFUSED_STAGE.includes(code)) return undefined;
	const processes = await list(JOB_PROCESSES);
	const holding = (stage: unknown) =>
		processes.filter((process) => stagesOf(process).some(({ id }) => String(id) === String(stage)));
	const targets = holding(values.stageId);
	if (targets.length === 0) return undefined;
	const { application } = await call(getApplication, {
		path: { application_id: String(values.applicationId) },
	});
	const { stage } = (application ?? {}) as IDataObject;
	const own = holding((stage as IDataObject | undefined)?.id);
	const [process] = own;
	if (!process || own.some((each) => targets.includes(each))) return undefined;
	return {
		what: `The stage belongs to the hiring process '${targets.map(nameOf).join("', '")}', and the application runs through '${nameOf(process)}'`,
		mend: `Choose a stage of '${nameOf(process)}': ${stagesOf(process).map(nameOf).join(', ')}.`,
	};
};
