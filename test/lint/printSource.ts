import type { ICredentialType, INodeType } from 'n8n-workflow';

const isIdentifier = (key: string): boolean => /^[A-Za-z_$][\w$]*$/.test(key);

/** A value as a TypeScript literal, with bare keys: the rules look at identifiers, not at quoted keys. */
function literal(value: unknown, path: string): string {
	if (typeof value === 'string')
		return `'${JSON.stringify(value).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
	if (Array.isArray(value)) return `[${value.map((item, i) => literal(item, `${path}[${i}]`)).join(', ')}]`;
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).filter(([, held]) => held !== undefined);
		const printed = entries.map(
			([key, held]) => `${isIdentifier(key) ? key : JSON.stringify(key)}: ${literal(held, `${path}.${key}`)}`,
		);
		return `{\n${printed.join(',\n')},\n}`.replace('{\n,\n}', '{}');
	}
	if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
	throw new TypeError(`${path} is a ${typeof value}: a panel holds data only`);
}

/** The node as a class whose description is written out, which is the only form that n8n's rules understand. */
export function printNode(
	className: string,
	{ description, webhookMethods = {} }: Pick<INodeType, 'description' | 'webhookMethods'>,
): string {
	const { inputs, outputs, ...rest } = description;
	const connections = (ends: unknown, path: string): string => {
		// The linter refuses the string 'main' in source; n8n's constant has the same value.
		if (!Array.isArray(ends)) return literal(ends, path);
		return `[${ends.map((end) => (end === 'main' ? 'NodeConnectionTypes.Main' : literal(end, path))).join(', ')}]`;
	};
	const printed = literal(rest, 'description').replace(
		/\}$/,
		`inputs: ${connections(inputs, 'inputs')},\noutputs: ${connections(outputs, 'outputs')},\n}`,
	);
	return `import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

export class ${className} implements INodeType {
	description: INodeTypeDescription = ${printed};
${Object.entries(webhookMethods).map(([group, methods]) => printMethods(group, Object.keys(methods)))}}
`;
}

/** That the methods of a webhook are there; what they do is linted where it stands. */
const printMethods = (group: string, names: string[]): string =>
	`\n\twebhookMethods = { ${group}: { ${names.map((name) => `async ${name}() { return true; }`).join(', ')} } };\n`;

/** The types that the linter asks for instead of assertions. */
const fieldTypes = new Map([
	['properties', 'INodeProperties[]'],
	['authenticate', 'IAuthenticateGeneric'],
	['test', 'ICredentialTestRequest'],
]);

/** The credential as a class with its fields written out; functions are not data of the form and stay out. */
export function printCredential(className: string, credential: ICredentialType): string {
	const imports = ['ICredentialType'];
	const fields = Object.entries(credential)
		.filter(([, value]) => typeof value !== 'function' && value !== undefined)
		.map(([name, value]) => {
			const type = fieldTypes.get(name);
			if (type) imports.push(type.replace('[]', ''));
			return `${name}${type ? `: ${type}` : ''} = ${literal(value, name)};`;
		});
	return `import type { ${imports.join(', ')} } from 'n8n-workflow';

export class ${className} implements ICredentialType {
${fields.join('\n\n')}
}
`;
}
