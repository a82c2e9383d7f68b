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

/**
 * Puts what `npm pack` makes of the pack where n8n keeps the packs that a user installs, and builds it before, unless
 * that was done.
 */
export async function installPack(
	userFolders: readonly [string, ...string[]],
	{ built = false } = {},
): Promise<void> {
	const [first] = userFolders;
	await step(
		built ? 'Installing the pack in n8n' : 'Building the pack and installing it in n8n',
		async () => {
			if (!built) await buildPack();
			const packed = await run('npm', ['pack', '--json', '--pack-destination', first], { cwd: project });
			const [{ filename, version }] = JSON.parse(packed) as [{ filename: string; version: string }];
			const manifest = { name: 'installed-nodes', private: true, dependencies: { [packName]: version } };
			for (const userFolder of userFolders) {
				const nodes = join(userFolder, '.n8n', 'nodes');
				const home = join(nodes, 'node_modules', packName);
				mkdirSync(home, { recursive: true });
				await run('tar', ['-xzf', join(first, filename), '-C', home, '--strip-components=1'], {
					cwd: project,
				});
				writeFileSync(join(nodes, 'package.json'), JSON.stringify(manifest, null, 2));
			}
		},
	);
}
