import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

import { packageRoot } from './manifest';

/** All files below a folder of the project, as paths from its root, in alphabetical order. */
export const filesBelow = (folder: string): string[] =>
	existsSync(join(packageRoot, folder))
		? readdirSync(join(packageRoot, folder), { withFileTypes: true, recursive: true })
				.filter((entry) => entry.isFile())
				.map((entry) => posix.relative(packageRoot, posix.join(entry.parentPath, entry.name)))
				.sort()
		: [];

const isAsset = (file: string): boolean => /\.(svg|json)$/.test(file);
const isCode = (file: string): boolean => /\.ts$/.test(file) && !/\.d\.ts$/.test(file);

/** What the build must make of the sources: one module for each, and the other files as they are. */
export const expectedInDist = (sources: readonly string[]): string[] =>
	sources
		.filter((file) => isAsset(file) || isCode(file))
		.map((file) => `dist/${isCode(file) ? file.replace(/\.ts$/, '.js') : file}`)
		.sort();
