import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../simulator';
import { STRATEGY } from '../simulator/events/strategy';
import { Subscription } from '../simulator/events/subscription';
import type { Strategy } from '../simulator/events/wire';
import { Editor } from './editor';
import { loadExamples, setUp, type Workflow } from './examples';
import { install } from './install';
import { checkMachine } from './machine';
import { startNeighbours, type Neighbours } from './neighbours';
import { installPack } from './pack';
import { step } from './progress';
import { Runtime, type Version } from './runtimes';
import { Server } from './server';

/** The credential of the simulator, as n8n has stored it. */
export interface Credential {
	id: string;
	name: string;
}

/** Everything that runs: the stand-in for Feishu Hire, n8n with the pack, and the examples in it. */
export interface Stage {
	runtime: Runtime;
	simulator: Simulator;
	neighbours: Neighbours;
	server: Server;
	editor: Editor;
	credential: Credential;
	workflows: Array<Workflow & { file: string }>;
	close(): Promise<void>;
}

/** Sets everything up in a fresh user folder. When this process ends, n8n and that folder go with it. */
export async function setStage(
	version: Version,
	{ port, company, built }: { port?: number; company?: { readonly large?: boolean }; built?: boolean } = {},
): Promise<Stage> {
	const runtime = new Runtime(version);
	await checkMachine(runtime);
	await install(runtime);

	const userFolder = mkdtempSync(join(tmpdir(), 'feishu-hire-start-'));
	process.once('exit', () => rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 }));
	await installPack([userFolder], { built });

	const simulator = await startSimulator({ ...company, log: 10_000 });
	const neighbours = await startNeighbours();
	const server = await step(`Starting n8n ${version}`, () => Server.started(runtime, userFolder, { port }));
	const complaints = server.log.complaintsAboutThePack();
	if (complaints.length > 0)
		throw new Error(`n8n does not take the pack as it is:\n${complaints.join('\n')}`);
	const editor = await Editor.ofNewOwner(server.url);
	const credential = await storeCredential(editor, simulator);
	const workflows = await importExamples(editor, credential, neighbours);
	const close = async () => {
		await server.stop();
		await simulator.close();
		await neighbours.close();
	};
	return { runtime, simulator, neighbours, server, editor, credential, workflows, close };
}

/** A credential for an app of the simulator, or of what stands at another address. */
export async function storeCredential(
	editor: Editor,
	{ url, appId, appSecret }: Pick<Simulator, 'url' | 'appId' | 'appSecret'>,
	strategy: Strategy = STRATEGY,
	called = 'Feishu Hire (simulator)',
): Promise<Credential> {
	const { id, name } = await editor.post<Credential>('/credentials', {
		name: called,
		type: 'feishuHireApi',
		data: { region: 'custom', baseUrl: url, appId, appSecret, ...strategy },
	});
	return { id, name };
}

/** The examples, as a user imports them and sets them up. */
async function importExamples(
	editor: Editor,
	credential: Credential,
	{ url }: Neighbours,
): Promise<Stage['workflows']> {
	const workflows: Stage['workflows'] = [];
	for (const example of loadExamples()) {
		const workflow = await editor.post<Workflow>('/workflows', setUp(example, credential, url));
		workflows.push({ ...workflow, file: example.file });
	}
	return workflows;
}

/** The simulator's app in the developer console, with an address of n8n as its request URL. */
export const appOf = ({ server, simulator }: Stage, path: string, strategy = STRATEGY): Subscription =>
	new Subscription({ ...strategy, url: `${server.url}${path}`, appId: simulator.appId });
