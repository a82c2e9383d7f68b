/** The simulator in a process of its own, steered and read over HTTP. */
import axios from 'axios';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Applied, LoggedRequest, Simulator } from '../simulator';
import { freePort } from '../n8n/ports';

const project = join(__dirname, '..', '..');

export class SimulatorProcess {
	private constructor(
		readonly url: string,
		readonly appId: string,
		readonly appSecret: string,
	) {}

	static async started(): Promise<SimulatorProcess> {
		const port = await freePort();
		const child = spawn(
			process.execPath,
			['--import', 'tsx', join(project, 'test/simulator/main.ts'), '--port', String(port)],
			{ cwd: project, stdio: ['ignore', 'pipe', 'inherit'] },
		);
		process.once('exit', () => child.kill('SIGKILL'));
		let said = '';
		// What it writes afterwards must find its pipe open.
		const output = child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false });
		for await (const text of output as AsyncIterable<string>) {
			said += text;
			const [, id, secret] = /App ID: +(\S+)\nApp Secret: (\S+)\n/.exec(said) ?? [];
			if (id && secret) return new SimulatorProcess(`http://127.0.0.1:${port}`, id, secret);
		}
		throw new Error(`The simulator did not start:\n${said}`);
	}

	private async get<T>(path: string): Promise<T> {
		return (await axios.get<T>(`${this.url}/_simulator${path}`, { proxy: false })).data;
	}

	async applied(): Promise<Applied[]> {
		return await this.get('/applied');
	}

	async requests(since = 0): Promise<LoggedRequest[]> {
		return await this.get(`/requests?since=${since}`);
	}

	async state(): Promise<Pick<Simulator, 'ids' | 'requestCount'>> {
		return await this.get('/state');
	}

	async addApplications(count: number): Promise<string[]> {
		const more = { what: 'applications', count };
		return (await axios.post<{ ids: string[] }>(`${this.url}/_simulator/records`, more, { proxy: false }))
			.data.ids;
	}
}
