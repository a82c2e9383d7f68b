import type { Listed } from '../declare/lookup';
import { besideIn } from './names';
import { JOB_PROCESSES } from './stages';

/** The hiring processes (招聘流程). */
export const processes: Listed = {
	name: 'searchProcesses',
	async *entries({ all }) {
		for await (const process of all(JOB_PROCESSES)) {
			yield { id: String(process.id), names: besideIn(process) };
		}
	},
};
