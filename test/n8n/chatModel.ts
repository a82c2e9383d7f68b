/** A chat model that says what it is told to: OpenAI's chat completions over real HTTP, tools and streaming included. */
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { AddressInfo } from 'node:net';

export interface ToolCall {
	readonly tool: string;
	readonly args: Readonly<Record<string, unknown>>;
}

/** Calls of tools, or words with which it ends. */
export type Turn = string | readonly ToolCall[];

/** What it says one turn after the other; a turn may look at what the tools answered to the last one. */
export type Script = ReadonlyArray<Turn | ((results: readonly string[]) => Turn)>;

interface Said {
	readonly type?: string;
	readonly description?: string;
}

/** The longest description of a function that OpenAI takes. */
const MOST_WORDS = 1024;

/** A tool as a model sees it. */
export interface OfferedTool {
	readonly name: string;
	readonly description?: string;
	readonly parameters: { readonly type?: string; readonly properties?: Readonly<Record<string, Said>> };
}

interface Message {
	readonly role: string;
	readonly content?: unknown;
	readonly tool_calls?: ReadonlyArray<{ readonly id: string }>;
	readonly tool_call_id?: string;
}

interface Asked {
	readonly model: string;
	readonly messages: readonly Message[];
	readonly tools?: ReadonlyArray<{ readonly type: string; readonly function: OfferedTool }>;
	readonly stream?: boolean;
}

interface Call {
	readonly id: string;
	readonly type: 'function';
	readonly function: { readonly name: string; readonly arguments: string };
}

/** Arguments come in pieces of so many letters, so that a reader has to put them together. */
const PIECE = 7;

export class ChatModel {
	/** All that it was asked. */
	readonly asked: Asked[] = [];
	private script: Array<Script[number]> = [];
	private calls = 0;

	private constructor(private readonly server: FastifyInstance) {}

	static async started(): Promise<ChatModel> {
		const server = fastify({ forceCloseConnections: true, bodyLimit: 16 * 1024 * 1024 });
		const model = new ChatModel(server);
		server.post<{ Body: Asked }>('/v1/chat/completions', ({ body }, reply) => model.answer(body, reply));
		await server.listen({ port: 0, host: '127.0.0.1' });
		return model;
	}

	/** What n8n's credential calls the base URL. */
	get url(): string {
		return `http://127.0.0.1:${(this.server.server.address() as AddressInfo).port}/v1`;
	}

	/** The tools that came with the last request. */
	get tools(): OfferedTool[] {
		return (this.asked.at(-1)?.tools ?? []).map((tool) => tool.function);
	}

	/** What the tools have answered since a person said something. */
	get results(): string[] {
		const messages = this.asked.at(-1)?.messages ?? [];
		return textsOfTools(messages.slice(messages.findLastIndex(({ role }) => role === 'user')));
	}

	/** Whatever was left of the script before is forgotten. */
	plays(script: Script): void {
		this.script = [...script];
	}

	async close(): Promise<void> {
		await this.server.close();
	}

	private answer(asked: Asked, reply: FastifyReply): FastifyReply {
		this.asked.push(asked);
		const fault = faultOf(asked);
		const next = this.script.shift();
		if (fault !== undefined || next === undefined) {
			const message = fault ?? 'The script is at its end.';
			return reply.status(400).send({ error: { message, type: 'invalid_request_error', code: null } });
		}
		const turn = typeof next === 'function' ? next(lastResults(asked.messages)) : next;
		const calls = typeof turn === 'string' ? [] : turn.map((call) => this.numbered(call));
		const whole = { id: `chatcmpl-${this.asked.length}`, created: 1764230400, model: asked.model };
		const content = typeof turn === 'string' ? turn : null;
		const finish_reason = calls.length > 0 ? 'tool_calls' : 'stop';
		if (asked.stream) {
			const chunks = [
				...deltasOf(content, calls).map((delta) => ({ index: 0, delta, finish_reason: null })),
				{ index: 0, delta: {}, finish_reason },
			].map((choice) => ({ ...whole, object: 'chat.completion.chunk', choices: [choice] }));
			const events = [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]'];
			return reply.type('text/event-stream').send(events.map((event) => `data: ${event}\n\n`).join(''));
		}
		const message = { role: 'assistant', content, ...(calls.length > 0 ? { tool_calls: calls } : {}) };
		return reply.send({
			...whole,
			object: 'chat.completion',
			choices: [{ index: 0, message, finish_reason }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		});
	}

	private numbered({ tool, args }: ToolCall): Call {
		const text = JSON.stringify(args);
		return { id: `call_${++this.calls}`, type: 'function', function: { name: tool, arguments: text } };
	}
}

const pieces = (text: string): string[] => text.match(new RegExp(`[^]{1,${PIECE}}`, 'gu')) ?? [];

const deltasOf = (content: string | null, calls: readonly Call[]): object[] => [
	{ role: 'assistant', content: content === null ? null : '' },
	...pieces(content ?? '').map((piece) => ({ content: piece })),
	...calls.flatMap((call, index) => [
		{ tool_calls: [{ index, ...call, function: { ...call.function, arguments: '' } }] },
		...pieces(call.function.arguments).map((piece) => ({
			tool_calls: [{ index, function: { arguments: piece } }],
		})),
	]),
];

const textOf = ({ content }: Message): string =>
	typeof content === 'string' ? content : JSON.stringify(content);

const textsOfTools = (messages: readonly Message[]): string[] =>
	messages.filter(({ role }) => role === 'tool').map(textOf);

const lastResults = (messages: readonly Message[]): string[] =>
	textsOfTools(messages.slice(messages.findLastIndex(({ role }) => role === 'assistant') + 1));

/** What OpenAI refuses: https://platform.openai.com/docs/api-reference/chat/create */
function faultOf({ messages, tools = [] }: Asked): string | undefined {
	for (const { function: tool } of tools) {
		if (!/^[\w-]{1,64}$/.test(tool.name)) return `Invalid name of a function: "${tool.name}".`;
		if ((tool.description ?? '').length > MOST_WORDS)
			return `The description of ${tool.name} has more than ${MOST_WORDS} letters.`;
		if (tool.parameters.type !== 'object') return `The parameters of ${tool.name} are no object.`;
	}
	const names = tools.map((tool) => tool.function.name);
	if (new Set(names).size < names.length) return 'Two functions have the same name.';
	for (const [index, { tool_calls: calls = [] }] of messages.entries()) {
		const answered = messages
			.slice(index + 1, index + 1 + calls.length)
			.map((message) => message.tool_call_id);
		if (calls.some(({ id }) => !answered.includes(id))) return 'A call of a tool has no answer.';
	}
	return undefined;
}
