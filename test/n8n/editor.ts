import axios, { isAxiosError, type AxiosInstance } from 'axios';
import type { Workflow } from './examples';

/** The one who signs in. n8n wants a password with a capital and a digit. */
export const owner = {
	email: 'owner@example.com',
	firstName: 'Lin',
	lastName: 'Recruiter',
	password: 'FeishuHire2026',
};

/** As many as n8n lists at a time. */
const PAGE = 100;

export interface Execution {
	status: string;
	/** In the notation of the npm package flatted. */
	data: string;
}

/** n8n's REST API as its editor uses it, signed in as the owner. */
export class Editor {
	private constructor(private readonly http: AxiosInstance) {}

	/** Makes the first user of a fresh n8n, which signs in as well. */
	static async ofNewOwner(url: string): Promise<Editor> {
		const http = axios.create({ baseURL: `${url}/rest`, proxy: false, headers: { 'browser-id': 'start' } });
		http.interceptors.response.use(undefined, (error: unknown) => {
			if (!isAxiosError<{ message?: string }>(error) || !error.response) throw error;
			const { config, response } = error;
			const said = response.data.message ?? 'nothing';
			throw new Error(`n8n answers ${config?.method} ${config?.url} with ${response.status}: ${said}`);
		});
		const { headers } = await http.post('/owner/setup', owner);
		http.defaults.headers.common.Cookie = (headers['set-cookie'] ?? [])
			.map((cookie) => cookie.split(';')[0])
			.join('; ');
		return new Editor(http);
	}

	async post<T>(path: string, body: unknown): Promise<T> {
		return (await this.http.post<{ data: T }>(path, body)).data.data;
	}

	async get<T>(path: string, params?: Record<string, string>): Promise<T> {
		return (await this.http.get<{ data: T }>(path, { params })).data.data;
	}

	/** Runs from a trigger as the button in the editor does. True: a form or a webhook is waited for. */
	async run(workflow: Workflow, trigger: string): Promise<{ executionId?: string }> {
		return await this.post(`/workflows/${workflow.id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name: trigger },
		});
	}

	/** The own executions, the newest first: n8n lists with them those that a workflow called by a parameter. */
	async ownExecutions(workflowId: string): Promise<string[]> {
		const filter = JSON.stringify({ workflowId });
		const { results } = await this.get<{ results: Array<{ id: string; mode: string }> }>('/executions', {
			filter,
		});
		return results.filter(({ mode }) => mode !== 'integrated').map(({ id }) => id);
	}

	/** The IDs of all executions of a workflow that have this state, or any, the newest first. */
	async executions(workflowId: string, status?: string): Promise<string[]> {
		const query = {
			filter: JSON.stringify({ workflowId, ...(status ? { status: [status] } : {}) }),
			limit: String(PAGE),
		};
		const ids: string[] = [];
		let page: Record<string, string> = {};
		for (;;) {
			const { results, nextCursor } = await this.get<{
				results: Array<{ id: string }>;
				nextCursor?: string | null;
			}>('/executions', { ...query, ...page });
			ids.push(...results.map(({ id }) => id));
			if (results.length < PAGE) return ids;
			// Up to 2.0 n8n goes on after an execution, later after a cursor.
			page = nextCursor ? { cursor: nextCursor } : { lastId: ids.at(-1) ?? '' };
		}
	}

	async execution(id: string): Promise<Execution> {
		return await this.get(`/executions/${id}`);
	}
}
