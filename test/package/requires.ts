import ts from 'typescript';

/** The modules that a compiled file loads, by `require`, `import` or `import()`. */
export function modulesOf(code: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node)) {
			const isLoad =
				node.expression.kind === ts.SyntaxKind.ImportKeyword ||
				(ts.isIdentifier(node.expression) && node.expression.text === 'require');
			const [argument] = node.arguments;
			if (isLoad) found.push(argument && ts.isStringLiteralLike(argument) ? argument.text : '(computed)');
		}
		if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
			found.push(node.moduleSpecifier.text);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('module.js', code, ts.ScriptTarget.Latest, true));
	return found;
}

const allowed = new Set(['n8n-workflow', 'node:crypto']);

/** What n8n forbids in a verified pack. */
export const isForbidden = (module: string): boolean => !allowed.has(module) && !/^\.\.?\//.test(module);
