import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { LazyPackageDirectoryLoader, PackageDirectoryLoader } from 'n8n-core';
import type { CodexData, ICredentialType, INodeTypeDescription } from 'n8n-workflow';

import { classNameOf } from './built';
import { packageRoot, readManifest, sourceOf } from './manifest';

const { name: packageName, n8n } = readManifest();

const typeNameOf = (compiled: string): string => {
	const className = classNameOf(compiled);
	return className.charAt(0).toLowerCase() + className.slice(1);
};

type LogMethod = 'debug' | 'info' | 'warn' | 'error';

interface WithLogger {
	logger: Record<LogMethod, (message: string) => void>;
}

async function load(directory: string, Loader = PackageDirectoryLoader) {
	const loader = new Loader(directory);
	// The logger is n8n's own, shared by all its parts; the loader keeps it protected.
	const { logger } = loader as unknown as WithLogger;
	const said: Record<LogMethod, string[]> = { debug: [], info: [], warn: [], error: [] };
	for (const method of Object.keys(said) as LogMethod[]) {
		jest.spyOn(logger, method).mockImplementation((message) => void said[method].push(message));
	}
	await loader.loadAll();
	return { loader, said };
}

/** Where n8n's server looks for the file behind the address of an icon. */
const iconFile = (url: string): string => join(packageRoot, url.replace(`icons/${packageName}/`, ''));

function expectIcons({
	icon,
	iconUrl,
}: Pick<INodeTypeDescription & ICredentialType, 'icon' | 'iconUrl'>): void {
	// n8n takes the icon away once it has made an address of it.
	expect(icon).toBeUndefined();
	expect(iconUrl).toEqual({ light: expect.any(String), dark: expect.any(String) });
	for (const url of Object.values(iconUrl as { light: string; dark: string })) {
		expect(readFileSync(iconFile(url), 'utf8')).toMatch(/^<svg /);
	}
}

afterEach(() => jest.restoreAllMocks());

describe('n8n loads the built package', () => {
	it('with all its nodes and credentials, and without a complaint', async () => {
		const { loader, said } = await load(packageRoot);
		expect(Object.keys(loader.nodeTypes).sort()).toEqual(n8n.nodes.map(typeNameOf).sort());
		expect(Object.keys(loader.credentialTypes).sort()).toEqual(n8n.credentials.map(typeNameOf).sort());
		expect({ warn: said.warn, error: said.error }).toEqual({ warn: [], error: [] });
		expect(said.debug.filter((message) => message.startsWith('No codex'))).toEqual([]);
	});

	it.each(n8n.nodes)('%s with its icons, its codex file and credentials that exist', async (file) => {
		const { loader } = await load(packageRoot);
		const description = loader.getNode(typeNameOf(file)).type.description as INodeTypeDescription;
		const written = JSON.parse(
			readFileSync(join(packageRoot, sourceOf(file).replace(/\.ts$/, '.json')), 'utf8'),
		) as CodexData;

		expectIcons(description);
		expect(written).toMatchObject({ node: `${packageName}.${description.name}` });
		expect(description.codex).toEqual({
			categories: written.categories,
			alias: written.alias,
			resources: written.resources,
		});
		expect(written.alias).toEqual(expect.arrayContaining(['feishu', 'lark', '飞书', '招聘', 'ATS']));
		for (const { name } of description.credentials ?? []) {
			expect(n8n.credentials.map(typeNameOf)).toContain(name);
		}
	});

	it.each(n8n.credentials)('%s with its icons', async (file) => {
		const { loader } = await load(packageRoot);
		expectIcons(loader.getCredential(typeNameOf(file)).type);
	});
});

/** As JSON tells it to the editor, and without what only the full loading needs. */
const told = (description: object): unknown =>
	JSON.parse(JSON.stringify({ ...description, __loadOptionsMethods: undefined }));

describe('n8n, when it starts, loads the built package lazily', () => {
	it('without a node: what it knows and tells the editor is the same as when it loads them all', async () => {
		const { loader: lazy, said } = await load(packageRoot, LazyPackageDirectoryLoader);
		expect(lazy.isLazyLoaded).toBe(true);
		expect(lazy.nodeTypes).toEqual({});
		expect([...said.warn, ...said.error]).toEqual([]);

		const { loader: full } = await load(packageRoot);
		expect(lazy.known).toEqual(JSON.parse(JSON.stringify(full.known)));
		expect(lazy.types.nodes).toEqual(full.types.nodes.map(told));
		expect(lazy.types.credentials).toEqual(full.types.credentials.map(told));
	});

	it.each(n8n.nodes)('and %s when it is needed', async (file) => {
		const { loader } = await load(packageRoot, LazyPackageDirectoryLoader);
		const { type } = loader.getNode(typeNameOf(file));
		expect(Object.keys(loader.nodeTypes)).toEqual([typeNameOf(file)]);
		expectIcons(type.description);
		expect(type).toHaveProperty('polling' in type.description ? 'poll' : 'execute');
	});
});

it('a package whose files are missing does not load', async () => {
	expect(existsSync(join(packageRoot, dirname(n8n.nodes[0] ?? '')))).toBe(true);
	await expect(load(join(packageRoot, 'test', 'package', 'broken'))).rejects.toThrow();
});
