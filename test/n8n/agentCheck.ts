/**
 * An AI agent in real n8n: a person chats with it, and its model calls the pack's tools, wrongly too. What reaches the
 * model has to be enough to mend a call, and a call that is repeated changes nothing twice.
 */
import axios from 'axios';
import { setTimeout as wait } from 'node:timers/promises';
import type { Trial } from './account';
import { assistantNodes, calledAs, end, importOffer, list, move, toolNodes, tools } from './agentTools';
import { ChatModel, type Script, type ToolCall } from './chatModel';
import type { Workflow } from './examples';
import type { Stage } from './stage';

const ID = 'agent-check';
const AGENT = 'AI Agent';
const CREATE = 'POST /open-apis/hire/v1/external_offers';

/** Notes what the model saw. @returns what is not as it should be */
export async function checkAgent(stage: Trial): Promise<string[]> {
	stage.simulator.reset();
	const model = await ChatModel.started();
	try {
		const workflow = await stored(stage, model);
		await stage.editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
		const chat = new Chat(stage, model);
		await chat.opens();
		const failures = [
			...told(model),
			...(await moves(chat, stage)),
			...(await lists(chat, stage)),
			...(await ends(chat, stage)),
			...(await imports(chat, stage)),
			...(model.asked.every(({ stream }) => stream) ? [] : ['an answer of the model was not streamed']),
		];
		await stage.editor.post(`/workflows/${workflow.id}/deactivate`, {});
		return failures.map((failure) => `AI agent: ${failure}`);
	} finally {
		await model.close();
	}
}

async function stored(stage: Stage, { url }: ChatModel): Promise<Workflow> {
	const { editor } = stage;
	const { id, name } = await editor.post<{ id: string; name: string }>('/credentials', {
		name: 'Chat model (scripted)',
		type: 'openAiApi',
		data: { apiKey: 'none', url, header: false },
	});
	const given = toolNodes(stage, AGENT);
	const to = (type: string) => ({ [type]: [[{ node: AGENT, type, index: 0 }]] });
	/** The chat from outside; the model that says what it is told to. */
	const own: Readonly<Record<string, object>> = {
		Chat: {
			webhookId: ID,
			parameters: { public: true, mode: 'webhook', options: { responseMode: 'streaming' } },
		},
		Model: {
			parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
			credentials: { openAiApi: { id, name } },
		},
	};
	return await editor.post<Workflow>('/workflows', {
		name: 'An agent',
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [
			...assistantNodes
				.filter((node) => !tools.includes(node))
				.map((node) => ({ ...node, ...own[node.name] })),
			...given.nodes,
		],
		connections: {
			Chat: to('main'),
			Model: to('ai_languageModel'),
			Memory: to('ai_memory'),
			...given.connections,
		},
	});
}

/** A person who talks to the agent. */
class Chat {
	constructor(
		private readonly stage: Trial,
		private readonly model: ChatModel,
	) {}

	/** The chat is there a moment after the workflow was activated. */
	async opens(): Promise<void> {
		const patience = Date.now() + 10_000;
		for (;;) {
			this.model.plays(['Hello.']);
			const { status } = await this.said('Hello');
			if (status === 200) return;
			if (Date.now() > patience) throw new Error(`The chat answers with ${status}.`);
			await wait(100);
		}
	}

	/** Says something, upon which the model does what it should. @returns what the tools answered to the model */
	async says(text: string, script: Script): Promise<string[]> {
		this.model.plays([...script, 'Done.']);
		const { data } = await this.said(text);
		const { results } = this.model;
		this.stage.note(`\n${text}\n${results.map((result) => `  ${result}`).join('\n')}`);
		if (!data.includes('Done.')) throw new Error(`The chat ended with ${data.trim().split('\n').at(-1)}`);
		return results;
	}

	private async said(chatInput: string) {
		return await axios.post<string>(
			`${this.stage.server.url}/webhook/${ID}/chat`,
			{ action: 'sendMessage', sessionId: 'one', chatInput },
			{ proxy: false, validateStatus: null, responseType: 'text' },
		);
	}
}

/** A result that should be there, in the order of the calls. @returns those that are not */
const wanted = (what: string, results: readonly string[], patterns: readonly RegExp[]): string[] =>
	patterns.flatMap((pattern, at) => {
		const result = results[at] ?? 'nothing';
		return pattern.test(result) ? [] : [`${what}: call ${at + 1} was answered with ${result}`];
	});

/** How often a request has changed something. */
const changes = ({ simulator }: Stage, route: string) =>
	simulator.applied.filter((effect) => effect.route.endsWith(route) && effect.changed).length;

const once = (stage: Stage, route: string, before: number): string[] => {
	const count = changes(stage, route) - before;
	return count === 1 ? [] : [`${route} changed something ${count} times`];
};

const call = (tool: Parameters<typeof calledAs>[0], args: ToolCall['args']): ToolCall[] => [
	{ tool: calledAs(tool), args },
];

/** Each tool says what it does, and explains each field that is left to the model. */
function told(model: ChatModel): string[] {
	return tools.flatMap((tool) => {
		const seen = model.tools.find(({ name }) => name === calledAs(tool));
		if (!seen) return [`${tool.name} is not offered`];
		const { description = '', parameters } = seen;
		const fields = Object.keys(parameters.properties ?? {});
		return fields.length > 0 && fields.every((field) => description.includes(field.replaceAll('_', ' ')))
			? []
			: [`${tool.name} does not explain its fields (${fields.join(', ')}): ${description}`];
	});
}

/** The candidate of an application, as a person speaks of one. */
function emailOf({ simulator }: Stage, application: string): string {
	const { talentId = '' } = simulator.company.applications.get(application) ?? {};
	return simulator.company.talents.get(talentId)?.email ?? '';
}

async function moves(chat: Chat, stage: Stage): Promise<string[]> {
	const { screening } = stage.simulator.ids.applications;
	const right = { Application: emailOf(stage, screening), Stage: '面试' };
	const before = changes(stage, 'transfer_stage');
	const results = await chat.says('Invite Rafael Wang to an interview', [
		call(move, { ...right, Stage: 'Interviewing' }),
		call(move, { ...right, Application: Number(screening) }),
		call(move, right),
		call(move, right),
		call(move, { ...right, Application: screening }),
	]);
	const moved = new RegExp(`"success":true,"application_id":"${screening}"`);
	return [
		...wanted('move', results, [
			/'Stage' .*Interviewing.* is not found\. There are: 面试 \/ Interview/,
			/'Application' .* has lost its last digits\. .* in quotation marks/,
			moved,
			moved,
			moved,
		]),
		...once(stage, 'transfer_stage', before),
	];
}

async function lists(chat: Chat, stage: Stage): Promise<string[]> {
	const { interview } = stage.simulator.ids.applications;
	const results = await chat.says('Who is being interviewed?', [
		call(list, { Stage: 'Interview', Job: '' }),
		call(list, { Stage: '社招流程 › 面试', Job: '' }),
	]);
	return wanted('list', results, [
		/'Stage' .*Interview.* can mean \d+ things\. It may be 社招流程 › 面试 \/ Interview: ID \d+/,
		new RegExp(`"application_id":"${interview}"`),
	]);
}

/** What would be written is shown to a person first, who then lets it be written. */
async function ends(chat: Chat, stage: Stage): Promise<string[]> {
	const { evaluation } = stage.simulator.ids.applications;
	const right = {
		Application: emailOf(stage, evaluation),
		Termination_Type: 'We Rejected the Candidate',
		Reasons_for_Termination: 'Skills do not match 4',
		Dry_Run: true,
	};
	const before = changes(stage, 'terminate');
	const shown = await chat.says('Reject Rafael Li, whose skills do not match', [
		call(end, { ...right, Termination_Type: '' }),
		call(end, { ...right, Termination_Type: 'Ghosted' }),
		call(end, { ...right, Reasons_for_Termination: 'Skills do not match 1000' }),
		call(end, right),
	]);
	const early = changes(stage, 'terminate') - before;
	const done = await chat.says('Yes, do', [
		call(end, { ...right, Dry_Run: false }),
		call(end, { ...right, Dry_Run: false }),
	]);
	return [
		...wanted('end', shown, [
			/'Termination Type' is missing/,
			/'Termination Type' cannot be .*Ghosted.*\. Use one of: .*We Rejected the Candidate/,
			/'Reasons for Termination' .* is not found\. There are: .*Skills do not match/,
			new RegExp(`"dry_run":true.*/applications/${evaluation}/terminate`),
		]),
		...(early === 0 ? [] : ['a dry run wrote something']),
		...wanted('end', done, [
			new RegExp(`"success":true,"application_id":"${evaluation}"`),
			new RegExp(`has ended\\. .*${evaluation}`),
		]),
		...once(stage, 'terminate', before),
	];
}

/** The answer to the first right call is lost, Retry On Fail of the node calls again, and so does the model. */
async function imports(chat: Chat, stage: Stage): Promise<string[]> {
	const { simulator } = stage;
	const [application = ''] = simulator.ids.externalApplications;
	const right = {
		External_Application: application,
		Created_At: '2026-03-31 09:00',
		Offer_Owner_Name: 'Mei Li',
	};
	const before = changes(stage, 'external_offers');
	const wrong = await chat.says('Add the offer of Mei Li', [
		call(importOffer, { ...right, Created_At: '03/04/2026' }),
		call(importOffer, { ...right, Created_At: 'next Monday' }),
		call(importOffer, { ...right, External_Application: Number(application) }),
	]);
	const takeBack = simulator.fail({ kind: 'dropAfter', route: CREATE, times: 1 });
	const made = await chat.says('Once more', [
		call(importOffer, right),
		call(importOffer, right),
		[...call(importOffer, right), ...call(importOffer, right)],
	]);
	takeBack();
	return [
		...wanted('import', wrong, [
			/'Created At' .*could be 2026-03-04 or 2026-04-03\. Give the year first/,
			/'Created At' is no date.* Give a date such as 2026-03-31/,
			/'External Application' .* has lost its last digits\. .* in quotation marks/,
		]),
		...wanted(
			'import',
			made,
			Array.from({ length: 4 }, () => /"external_offer_id":"\d+"/),
		),
		...(new Set(made).size === 1 ? [] : ['the same call gave different offers']),
		...once(stage, 'external_offers', before),
	];
}
