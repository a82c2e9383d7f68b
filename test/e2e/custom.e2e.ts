/** The pack as a folder of custom extensions, which n8n loads file by file and calls by other names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Editor } from '../n8n/editor';
import { dist } from '../n8n/pack';
import { Runtime, versions } from '../n8n/runtimes';
import { install } from '../n8n/install';
import { Server } from '../n8n/server';
import { storeCredential } from '../n8n/stage';
import { startSimulator } from '../simulator';
import { openBrowser, signedIn } from './browser';
import { openPanel, workflowOf } from './tried';

it('runs from a folder of custom extensions, and shows there what its nodes give', async () => {
	const runtime = new Runtime(versions[0]);
	await install(runtime);
	const userFolder = mkdtempSync(join(tmpdir(), 'feishu-hire-custom-'));
	const simulator = await startSimulator();
	const server = await Server.started(runtime, userFolder, { env: { N8N_CUSTOM_EXTENSIONS: dist } });
	const browser = await openBrowser();
	try {
		const editor = await Editor.ofNewOwner(server.url);
		const credential = await storeCredential(editor, simulator);
		const { applications, stages } = simulator.ids;
		const by = (value: string) => ({ __rl: true, mode: 'id', value });
		const move = {
			name: 'Move',
			type: 'feishuHireApplication',
			parameters: {
				resource: 'application',
				operation: 'transferStage',
				applicationId: by(applications.screening),
				stageId: by(stages.social.exam),
			},
		};
		const workflow = await workflowOf({ editor, credential }, [move], { source: 'CUSTOM' });
		const page = await signedIn(browser, server.url);
		await openPanel(page, server.url, workflow);
		await page.getByTestId('node-execute-button').click();
		await page.getByTestId('output-panel').getByText('success').first().waitFor();
		expect(simulator.company.applications.get(applications.screening)?.stageId).toBe(stages.social.exam);
		const schema = `${server.url}/schemas/CUSTOM.feishuHireApplication/1/application/transferStage.json`;
		expect((await page.request.get(schema)).status()).toBe(200);
	} finally {
		await browser.close();
		await server.stop();
		await simulator.close();
		rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
	}
}, 600_000);
