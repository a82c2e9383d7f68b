/** The pack's tools over n8n's MCP Server Trigger, called by a client of the protocol. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { setTimeout as wait } from 'node:timers/promises';
import type { Trial } from './account';
import { calledAs, importOffer, list, move, toolNodes, tools } from './agentTools';
import type { Workflow, WorkflowNode } from './examples';
import type { Stage } from './stage';

const PATH = 'mcp-check';
const SERVER = 'MCP Server';

/** Notes what came of it. @returns what is not as it should be */
export async function checkMcp(stage: Trial): Promise<string[]> {
	const { editor, simulator } = stage;
	simulator.reset();
	const workflow = await stored(stage);
	await editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
	const client = await connected(stage);
	const call = async (tool: WorkflowNode, args: Record<string, unknown>): Promise<string> => {
		const answer = JSON.stringify(await client.callTool({ name: calledAs(tool), arguments: args }));
		stage.note(`  ${tool.name}: ${answer}`);
		return answer;
	};
	const offered = (await client.listTools()).tools;
	const failures = tools
		.filter(
			(tool) =>
				!offered.some(({ name, description = '' }) => name === calledAs(tool) && description.length > 200),
		)
		.map(({ name }) => `${name} is not offered, or not described`);
	const expects = (what: string, answer: string, pattern: RegExp) => {
		if (!pattern.test(answer)) failures.push(`${what}: ${answer}`);
	};

	const { interview, screening } = simulator.ids.applications;
	const [application = ''] = simulator.ids.externalApplications;
	const before = simulator.applied.length;
	expects('list', await call(list, { Stage: '社招流程 › 面试', Job: '' }), new RegExp(interview));
	const there = /is not found\. There are: 面试 \/ Interview/;
	expects('wrong stage', await call(move, { Application: screening, Stage: 'Interviewing' }), there);
	const right = { Application: screening, Stage: '笔试' };
	for (let time = 0; time < 2; time++) expects('move', await call(move, right), /success\W+true/);
	const offer = {
		External_Application: application,
		Created_At: '2026-03-31 09:00',
		Offer_Owner_Name: 'Jun Wang',
	};
	expects(
		'wrong date',
		await call(importOffer, { ...offer, Created_At: '03/04/2026' }),
		/Give the year first/,
	);
	for (let time = 0; time < 2; time++)
		expects('import', await call(importOffer, offer), /external_offer_id\W+\d+/);
	await client.close();
	await editor.post(`/workflows/${workflow.id}/deactivate`, {});

	const changed = simulator.applied.slice(before).filter((effect) => effect.changed).length;
	if (changed !== 2) failures.push(`two things were to change, and ${changed} did`);
	return failures.map((failure) => `MCP: ${failure}`);
}

async function stored(stage: Stage): Promise<Workflow> {
	const given = toolNodes(stage, SERVER);
	return await stage.editor.post<Workflow>('/workflows', {
		name: 'Tools over MCP',
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: 'mcp',
				name: SERVER,
				type: '@n8n/n8n-nodes-langchain.mcpTrigger',
				typeVersion: 2,
				position: [0, 0],
				webhookId: PATH,
				parameters: { path: PATH },
			},
			...given.nodes,
		],
		connections: given.connections,
	});
}

/** The server is there a moment after the workflow was activated. */
async function connected({ server }: Stage): Promise<Client> {
	const patience = Date.now() + 10_000;
	for (;;) {
		const client = new Client({ name: 'check', version: '1.0.0' });
		try {
			await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp/${PATH}`)));
			return client;
		} catch (error) {
			if (Date.now() > patience) throw error;
			await wait(100);
		}
	}
}
