/** The simulator in a process of its own, so that its CPU time and its pauses are not counted as ours. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import axios from 'axios';
import type { Access } from '../n8nCore/surroundings';
import type { SimulatorOptions } from '../simulator';
import type { TransferItem } from './bareNode';
import type { Question, Received } from './simulatorChild';

export interface SimulatorProcess extends Access {
	/** New applications to be moved, as input items. */
	transferItems(count: number): Promise<TransferItem[]>;
	received(): Promise<Received>;
	token(): Promise<string>;
}

/** Runs `use` with a simulator of its own, and ends that afterwards. */
export async function withSimulator<T>(
	options: SimulatorOptions,
	use: (simulator: SimulatorProcess) => Promise<T>,
): Promise<T> {
	const child = fork(join(__dirname, 'simulatorChild.ts'), [JSON.stringify(options)], {
		execArgv: ['--import', 'tsx'],
	});
	const answer = async () => ((await once(child, 'message')) as [unknown])[0];
	const ask = async (question: Question) => {
		child.send(question);
		return await answer();
	};
	try {
		const access = (await answer()) as Access;
		return await use({
			...access,
			transferItems: async (count) => (await ask({ ask: 'applications', count })) as TransferItem[],
			received: async () => (await ask({ ask: 'received' })) as Received,
			async token() {
				const { data } = await axios.post<{ tenant_access_token: string }>(
					`${access.url}/open-apis/auth/v3/tenant_access_token/internal`,
					{ app_id: access.appId, app_secret: access.appSecret },
				);
				return data.tenant_access_token;
			},
		});
	} finally {
		const gone = once(child, 'exit');
		child.kill();
		await gone;
	}
}
