/** What the compiler checks of a declaration. */
import { join } from 'node:path';
import ts from 'typescript';

const FILE = join(__dirname, 'declared.ts');
const options: ts.CompilerOptions = {
	target: ts.ScriptTarget.ES2022,
	lib: ['lib.es2023.d.ts'],
	module: ts.ModuleKind.CommonJS,
	moduleResolution: ts.ModuleResolutionKind.Node10,
	strict: true,
	skipLibCheck: true,
	noEmit: true,
	types: [],
};
const host = ts.createCompilerHost(options);
const { getSourceFile } = host;
const parsed = new Map<string, ts.SourceFile | undefined>();
/** The last one, of which the next takes over what it can. */
let program: ts.Program | undefined;

/** What the compiler says against an operation with this route and these parameters. */
function complaints(route: string, params: string, more = ''): string[] {
	const source = `
		import { operation } from '../../nodes/declare/operation';
		import { choices, id, text } from '../../nodes/declare/params';
		import { body, path, query } from '../../nodes/declare/place';
		const at = { name: '', description: '' };
		export const declared = operation({
			resource: '', value: '', name: '', action: '', description: '', docs: '',
			limits: [], scopes: [], effect: 'read', errors: {},
			route: '${route}', params: { ${params} }, ${more}
		});`;
	host.getSourceFile = (name, languageVersion) => {
		if (name === FILE) return ts.createSourceFile(name, source, languageVersion);
		if (!parsed.has(name)) parsed.set(name, getSourceFile.call(host, name, languageVersion));
		return parsed.get(name);
	};
	program = ts.createProgram([FILE], options, host, program);
	return program
		.getSemanticDiagnostics(program.getSourceFile(FILE))
		.concat(program.getSyntacticDiagnostics())
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const ONE = 'GET /open-apis/hire/v1/offers/:offer_id';
const TWO = 'PUT /open-apis/hire/v1/offers/:offer_id/letters/:letter_id/send';

describe('an operation', () => {
	it.each([
		['no key', 'GET /open-apis/hire/v1/offers', "note: text({ ...at, to: query('note') })"],
		['one key', ONE, "offerId: id({ ...at, to: path('offer_id') })"],
		[
			'two keys and more',
			TWO,
			"letterId: id({ ...at, to: path('letter_id') }), offerId: id({ ...at, to: path('offer_id') }), note: text({ ...at, to: body('note') })",
		],
		[
			'a parameter in a collection that is called as one of the panel',
			'GET /open-apis/hire/v1/offers',
			"options: { ...choices({ ...at, options: [], to: query('options') }), open: false }",
		],
	])(
		'compiles with %s',
		(_, route, params) => {
			expect(complaints(route, params)).toEqual([]);
		},
		60_000,
	);

	it.each([
		['no parameter for a key', ONE, '', "no parameter with path('offer_id')"],
		[
			'a parameter of that name elsewhere',
			ONE,
			"offerId: id({ ...at, to: body('offer_id') })",
			"path('offer_id')",
		],
		['a misspelt key', ONE, "offerId: id({ ...at, to: path('ofer_id') })", "path('offer_id')"],
		['one of two keys', TWO, "offerId: id({ ...at, to: path('offer_id') })", "path('letter_id')"],
		[
			'a key that the route lacks',
			ONE,
			"offerId: id({ ...at, to: path('offer_id') }), letterId: id({ ...at, to: path('letter_id') })",
			'no :letter_id in the route',
		],
		[
			'a key and a route without any',
			'GET /open-apis/hire/v1/offers',
			"offerId: id({ ...at, to: path('offer_id') })",
			'no :offer_id in the route',
		],
		[
			'a body on GET',
			'GET /open-apis/hire/v1/offers',
			"name: text({ ...at, to: body('name') })",
			"no body for body('name')",
		],
		[
			'a body on DELETE',
			'DELETE /open-apis/hire/v1/offers/:offer_id',
			"offerId: id({ ...at, to: path('offer_id') }), name: text({ ...at, to: body('a.b') })",
			"no body for body('a.b')",
		],
		...['limit', 'returnAll', 'resource', 'operation', 'options'].map((name) => [
			`a parameter called ${name}`,
			'POST /open-apis/hire/v1/offers',
			`${name}: text({ ...at, to: body('x') })`,
			`the panel has a parameter '${name}' of its own`,
		]),
		...['limit', 'returnAll', 'resource', 'operation'].map((name) => [
			`a parameter called ${name}, in a collection too`,
			'POST /open-apis/hire/v1/offers',
			`${name}: { ...text({ ...at, to: body('x') }), open: false }`,
			`the panel has a parameter '${name}' of its own`,
		]),
		['a route that is not of Feishu', 'GET /offers', '', 'open-apis'],
		['a method that there is not', 'FETCH /open-apis/hire/v1/offers', '', 'FETCH'],
	])(
		'does not compile with %s',
		(_, route = '', params = '', words = '') => {
			expect(complaints(route, params).join('\n')).toContain(words);
		},
		60_000,
	);

	it('does not compile with an order or a key by a parameter that it lacks', () => {
		const params = "offerId: id({ ...at, to: path('offer_id') })";
		expect(complaints(ONE, params, "orderedBy: 'offerId', idempotencyKey: 'offerId'")).toEqual([]);
		expect(complaints(ONE, params, "orderedBy: 'applicationId'").join('\n')).toContain('applicationId');
		expect(complaints(ONE, params, "idempotencyKey: 'externalId'").join('\n')).toContain('externalId');
	}, 60_000);
});
