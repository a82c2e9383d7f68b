/** What the routes of Feishu Hire answer, as `@larksuiteoapi/node-sdk` types it. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const source = readFileSync(require.resolve('@larksuiteoapi/node-sdk/types/index.d.ts'), 'utf8');

/** The part of the types that is about Feishu Hire: the whole takes seconds to read. */
function hire(): string {
	const begin = source.indexOf('\n    hire: {');
	return source.slice(begin, source.indexOf('\n    };', begin) + '\n    };'.length);
}

const members = (type: ts.TypeNode): Map<string, ts.TypeNode> =>
	new Map(
		(ts.isTypeLiteralNode(type) ? [...type.members] : [])
			.filter((member) => ts.isPropertySignature(member))
			.flatMap((member) => (member.type ? [[member.name.getText(), member.type]] : [])),
	);

/** Without what is only `undefined`. */
function given(type: ts.TypeNode): ts.TypeNode {
	if (!ts.isUnionTypeNode(type)) return type;
	const [first] = type.types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword);
	if (!first) throw new Error(`nothing is given by ${type.getText()}`);
	return given(first);
}

function memberOf(type: ts.TypeNode, path: string): ts.TypeNode {
	const [key = '', ...rest] = path.split('.');
	const found = members(given(type)).get(key);
	if (!found) throw new Error(`the types know no ${path}`);
	return rest.length > 0 ? memberOf(found, rest.join('.')) : found;
}

const file = ts.createSourceFile('hire.d.ts', `interface Client {${hire()}}`, ts.ScriptTarget.Latest, true);
const [client] = file.statements.filter(ts.isInterfaceDeclaration);
const [root] = client?.members.filter(ts.isPropertySignature) ?? [];

/** A leaf of an answer: where it stands, and a value that no other leaf has. */
export interface Leaf {
	readonly path: string;
	readonly value: string | number | boolean;
}

/**
 * An answer in which each field is given, with one entry in each list.
 * @param method as in 'v1.offer.get'
 * @param key the key of `data` that holds the record, or the list of them
 */
export function answerOf(
	method: string,
	key: string | undefined,
): { readonly record: object; readonly leaves: readonly Leaf[] } {
	if (!root?.type) throw new Error('the types know no Feishu Hire');
	const call = memberOf(root.type, method);
	if (!ts.isFunctionTypeNode(call) || !ts.isTypeReferenceNode(call.type))
		throw new Error(`${method} is no method`);
	const [answer] = call.type.typeArguments ?? [];
	if (!answer) throw new Error(`${method} answers nothing`);
	const leaves: Leaf[] = [];
	const make = (type: ts.TypeNode, path: string): unknown => {
		const here = given(type);
		if (ts.isArrayTypeNode(here)) return [make(here.elementType, path)];
		if (ts.isTypeReferenceNode(here) && here.typeArguments?.[0]) return [make(here.typeArguments[0], path)];
		if (ts.isTypeLiteralNode(here))
			return Object.fromEntries(
				[...members(here)].map(([name, inner]) => [
					name,
					make(inner, path === '' ? name : `${path}.${name}`),
				]),
			);
		const number = 1_700_000_000_000 + leaves.length * 60_000;
		const value =
			here.kind === ts.SyntaxKind.StringKeyword
				? path.endsWith('_time')
					? String(number)
					: `${path} ${number}`
				: here.kind === ts.SyntaxKind.NumberKeyword
					? number
					: true;
		leaves.push({ path, value });
		return value;
	};
	// Of an upload the SDK hands out the data alone.
	const data = members(given(answer)).get('data') ?? answer;
	const found = make(key === undefined ? data : memberOf(data, key), '');
	return { record: (Array.isArray(found) ? found[0] : found) as object, leaves };
}
