/** The simulator in a process of its own, so that its CPU time and its pauses are not counted as ours. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import axios from 'axios';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { SimulatorOptions } from '../simulator';

interface Ready {
	readonly url: string;
	readonly appId: string;
	readonly appSecret: string;
}

export async function startProcess(options: SimulatorOptions) {
	const child = fork(join(__dirname, 'simulatorChild.ts'), [JSON.stringify(options)], {
		execArgv: ['--import', 'tsx'],
	});
	const [ready] = (await once(child, 'message')) as [Ready];
	const { url, appId, appSecret } = ready;
	const credential: ICredentialDataDecryptedObject = { region: 'custom', baseUrl: url, appId, appSecret };
	return {
		...ready,
		credential,
		async applications(count: number): Promise<{ ids: string[]; stage: string }> {
			child.send({ applications: count });
			const [message] = (await once(child, 'message')) as [{ ids: string[]; stage: string }];
			return message;
		},
		async token(): Promise<string> {
			const { data } = await axios.post<{ tenant_access_token: string }>(
				`${url}/open-apis/auth/v3/tenant_access_token/internal`,
				{ app_id: appId, app_secret: appSecret },
			);
			return data.tenant_access_token;
		},
		async log(): Promise<Array<{ at: number; status: number }>> {
			child.send({ log: true });
			const [message] = (await once(child, 'message')) as [Array<{ at: number; status: number }>];
			return message;
		},
		async stop(): Promise<void> {
			child.kill();
			await once(child, 'exit');
		},
	};
}
