/** Where things live: what one node uses stands with it, and what two use stands in `nodes/fields`. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

import { packageRoot } from './manifest';
import { filesBelow } from './sourceTree';

const sources = filesBelow('nodes').filter((file) => file.endsWith('.ts'));
const statements = new Map(
	sources.map((file): [string, readonly ts.Statement[]] => {
		const text = readFileSync(join(packageRoot, file), 'utf8');
		return [file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements];
	}),
);

interface Import {
	readonly file: string;
	readonly name: string;
}

/** The names that a file takes from other files of the pack. */
function importsOf(file: string): Import[] {
	return (statements.get(file) ?? []).filter(ts.isImportDeclaration).flatMap((statement) => {
		const { moduleSpecifier, importClause } = statement;
		const names = importClause?.namedBindings;
		if (!ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) return [];
		if (!names || !ts.isNamedImports(names)) return [];
		const from = `${posix.join(posix.dirname(file), moduleSpecifier.text)}.ts`;
		return names.elements.map(({ name, propertyName }) => ({
			file: from,
			name: (propertyName ?? name).text,
		}));
	});
}

/** The names that a file gives to others. */
const exportsOf = (file: string): string[] =>
	(statements.get(file) ?? []).flatMap((statement) => {
		const isExported = ts.canHaveModifiers(statement)
			? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
			: false;
		if (!isExported) return [];
		if (ts.isVariableStatement(statement))
			return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
		return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
	});

const nodeOf = (file: string) => /^nodes\/(FeishuHire\w+)\//.exec(file)?.[1];

/** The nodes that use what a file exports under a name, themselves or by way of other files. */
function usersOf(file: string, name: string): Set<string> {
	const users = sources
		.filter((other) => importsOf(other).some((each) => each.file === file && each.name === name))
		.flatMap((other) => nodeOf(other) ?? exportsOf(other).flatMap((each) => [...usersOf(other, each)]));
	return new Set(users);
}

const shared = sources.filter((file) => file.startsWith('nodes/fields/'));

it.each(shared.flatMap((file) => exportsOf(file).map((name) => [name, file])))(
	'%s is used by two nodes or more',
	(name = '', file = '') => {
		expect([...usersOf(file, name)].length).toBeGreaterThanOrEqual(2);
	},
);

it('there are fields that nodes share', () => {
	expect(shared.length).toBeGreaterThan(0);
});

it('no node takes anything from another', () => {
	const taken = sources.flatMap((file) =>
		importsOf(file).filter(({ file: from }) => nodeOf(from) !== undefined && nodeOf(from) !== nodeOf(file)),
	);
	expect(taken).toEqual([]);
});
