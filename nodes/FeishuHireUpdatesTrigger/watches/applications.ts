import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../declare/operation';
import { applicationDetailRoute } from '../../routes/applicationDetail';
import { applicationList, applicationRoute } from '../../routes/applications';
import { applicationDetailRow, applicationRow } from '../../rows/applications';
import { applicationFilters } from './filters';
import { timeOf, type Watch } from './watch';

const DETAILS = ['with_job', 'with_talent', 'with_offer', 'with_employee'];

/** The application of an ID, with the times of its creation and last change. */
export async function applicationOf(id: string, call: Call) {
	const application = (await call(applicationRoute, { path: { application_id: id } }))
		.application as IDataObject;
	return {
		application,
		changed: timeOf(application.modify_time),
		created: timeOf(application.create_time),
	};
}

/** The list of applications by the time of their last change: bare IDs. */
export const changedApplications = {
	list: applicationList,
	period: ['update_start_time', 'update_end_time'],
	listed: (line: IDataObject | string) => ({ id: String(line), record: {} }),
} as const;

/** Applications (投递). */
export const applications: Watch = {
	...changedApplications,
	params: applicationFilters(),
	async read({ id }, call) {
		const { application, changed, created } = await applicationOf(id, call);
		return { changed, found: { key: id, created, record: application } };
	},
	row: applicationRow,
	details: {
		row: applicationDetailRow,
		async read({ key }, call) {
			const parts = { path: { application_id: key }, query: { options: DETAILS } };
			return (await call(applicationDetailRoute, parts)).application_detail as IDataObject;
		},
	},
};
