/** What the examples send to besides Feishu Hire, in place of what a user has: a Feishu group's bot and an HR system. */
import fastify from 'fastify';
import type { AddressInfo } from 'node:net';

/** A message or record that came. */
export interface Received {
	readonly path: string;
	readonly body: unknown;
}

export interface Neighbours {
	readonly url: string;
	readonly received: readonly Received[];
	close(): Promise<void>;
}

interface Message {
	msg_type?: string;
	content?: { text?: string };
}

export async function startNeighbours(): Promise<Neighbours> {
	const received: Received[] = [];
	const server = fastify();
	/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: a refusal comes with HTTP 200 too. */
	server.post<{ Body: Message }>('/open-apis/bot/v2/hook/:bot', ({ url: path, body }) => {
		if (body?.msg_type !== 'text' || !body.content?.text) return { code: 9499, msg: 'Bad Request', data: {} };
		received.push({ path, body });
		return { code: 0, msg: 'success', data: {} };
	});
	server.put<{ Params: { key: string }; Body: { name?: string; start_date?: string } }>(
		'/api/employees/:key',
		async ({ url: path, params: { key }, body }, reply) => {
			if (!body?.name || !body.start_date) return await reply.code(422).send({ error: 'name, start_date' });
			received.push({ path, body });
			return await reply.send({ key, employee_number: `E${key.slice(-6)}` });
		},
	);
	await server.listen({ host: '127.0.0.1', port: 0 });
	const { port } = server.server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, received, close: async () => await server.close() };
}
