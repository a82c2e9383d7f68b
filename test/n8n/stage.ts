import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../simulator';
import { STRATEGY } from '../simulator/events/strategy';
import { Subscription } from '../simulator/events/subscription';
import { Editor } from './editor';
import { loadExamples, withCredential, type Workflow } from './examples';
import { install } from './install';
import { checkMachine } from './machine';
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
	server: Server;
	editor: Editor;
	credential: Credential;
	workflows: Array<Workflow & { file: string }>;
	close(): Promise<void>;
}

/** Sets everything up in a fresh user folder. When this process ends, n8n and that folder go with it. */
export async function setStage(version: Version, port?: number): Promise<Stage> {
	const runtime = new Runtime(version);
	await checkMachine(runtime);
	await install(runtime);

	const userFolder = mkdtempSync(join(tmpdir(), 'feishu-hire-start-'));
	process.once('exit', () => rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 }));
	await installPack(userFolder);

	const simulator = await startSimulator({ log: 10_000 });
	const server = await step(`Starting n8n ${version}`, () => Server.started(runtime, userFolder, { port }));
	const complaints = server.log.complaintsAboutThePack();
	if (complaints.length > 0)
		throw new Error(`n8n does not take the pack as it is:\n${complaints.join('\n')}`);
	const editor = await Editor.ofNewOwner(server.url);
	const credential = await storeCredential(editor, simulator);
	const workflows = await importExamples(editor, credential);
	const close = async () => {
		await server.stop();
		await simulator.close();
	};
	return { runtime, simulator, server, editor, credential, workflows, close };
}

export async function storeCredential(
	editor: Editor,
	{ url, appId, appSecret }: Pick<Simulator, 'url' | 'appId' | 'appSecret'>,
): Promise<Credential> {
	const { id, name } = await editor.post<Credential>('/credentials', {
		name: 'Feishu Hire (simulator)',
		type: 'feishuHireApi',
		data: { region: 'custom', baseUrl: url, appId, appSecret, ...STRATEGY },
	});
	return { id, name };
}

/** The examples, as a user imports them and chooses the credential. */
async function importExamples(editor: Editor, credential: Credential): Promise<Stage['workflows']> {
	const workflows: Stage['workflows'] = [];
	for (const example of loadExamples()) {
		const workflow = await editor.post<Workflow>('/workflows', withCredential(example, credential));
		workflows.push({ ...workflow, file: example.file });
	}
	return workflows;
}

/** The simulator's app in the developer console, with an address of n8n as its request URL. */
export const appOf = ({ server, simulator }: Stage, path: string): Subscription =>
	new Subscription({ ...STRATEGY, url: `${server.url}${path}`, appId: simulator.appId });
