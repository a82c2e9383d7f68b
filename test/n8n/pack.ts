import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress';
import { run } from './run';

const project = join(__dirname, '..', '..');

/** The name of the pack: the first part of its node types, and what n8n's log is searched for. */
export const packName = 'n8n-nodes-feishu-hire';

/** What the build makes. */
export const dist = join(project, 'dist');

export const buildPack = async () => await run('npm', ['run', 'build'], { cwd: project });

/** Builds the pack and puts what `npm pack` makes of it where n8n keeps the packs that a user installs. */
export async function installPack(userFolder: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const home = join(nodes, 'node_modules', packName);
	await step('Building the pack and installing it in n8n', async () => {
		await buildPack();
		const packed = await run('npm', ['pack', '--json', '--pack-destination', userFolder], { cwd: project });
		const [{ filename, version }] = JSON.parse(packed) as [{ filename: string; version: string }];
		mkdirSync(home, { recursive: true });
		await run('tar', ['-xzf', join(userFolder, filename), '-C', home, '--strip-components=1'], {
			cwd: project,
		});
		const manifest = { name: 'installed-nodes', private: true, dependencies: { [packName]: version } };
		writeFileSync(join(nodes, 'package.json'), JSON.stringify(manifest, null, 2));
	});
}
