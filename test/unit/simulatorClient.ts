/** What the tests of the simulator's families share: a simulator with a clock of its own, and a way to ask it. */
import axios from 'axios';
import type { AxiosResponse } from 'axios';
import { startSimulator } from '../simulator';
import type { Simulator } from '../simulator';

export interface Envelope {
	code: number;
	msg: string;
	data: Record<string, unknown>;
}

export type Reply = AxiosResponse<Envelope>;

export const REFUSED = [400, 1002002];

export interface Client {
	simulator: Simulator;
	now: number;
	send(method: string, path: string, body?: unknown): Promise<Reply>;
	/** Asks for all pages of a list and returns them. */
	pages(path: string): Promise<unknown[][]>;
}

export function outcome({ status, data }: Reply): [number, number] {
	return [status, data.code];
}

/** What the answer has at that path of keys. */
export function at(reply: Reply, ...path: string[]): Record<string, unknown> {
	let found: unknown = reply.data.data;
	for (const key of path) found = (found as Record<string, unknown>)[key];
	return found as Record<string, unknown>;
}

export function useSimulator(): Client {
	let token = '';
	const client: Client = {
		simulator: undefined as unknown as Simulator,
		now: 0,
		send: (method, path, body) =>
			axios.request<Envelope>({
				method,
				url: `${client.simulator.url}/open-apis/hire/v1${path}`,
				data: body,
				headers: {
					authorization: `Bearer ${token}`,
					...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
				},
				validateStatus: () => true,
			}),
		async pages(path) {
			const all: unknown[][] = [];
			let mark: unknown = '';
			do {
				const separator = path.includes('?') ? '&' : '?';
				const reply = await client.send('GET', `${path}${separator}page_token=${String(mark)}`);
				expect(outcome(reply)).toEqual([200, 0]);
				const { items, has_more: more, page_token: next } = reply.data.data;
				all.push(items as unknown[]);
				expect(typeof next).toBe(more ? 'string' : 'undefined');
				mark = next;
			} while (mark !== undefined);
			return all;
		},
	};
	beforeAll(async () => {
		client.simulator = await startSimulator({
			now: () => client.now,
			tokenLifetimeSeconds: 30 * 24 * 60 * 60,
		});
	});
	beforeEach(async () => {
		const { simulator } = client;
		simulator.reset();
		simulator.settings.limits = false;
		client.now = Date.UTC(2026, 0, 15, 8);
		const response = await axios.post<{ tenant_access_token: string }>(
			`${simulator.url}/open-apis/auth/v3/tenant_access_token/internal`,
			{ app_id: simulator.appId, app_secret: simulator.appSecret },
		);
		token = response.data.tenant_access_token;
	});
	afterAll(() => client.simulator.close());
	return client;
}
