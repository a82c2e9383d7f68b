/** What n8n would not say of an example: it drops a parameter that the operation does not have without a word. */
import { runOptionProperties } from '../../nodes/declare/runOptions';
import { declared } from '../contract/declared';
import { isOurs, loadExamples } from './examples';

/** Where a workflow holds the parameters of an operation, with dots into the collections. */
function placesOf(title: string): Set<string> {
	const found = declared.find((each) => each.title === title);
	if (!found) throw new Error(`There is no ${title}`);
	const { operation } = found;
	const own = Object.entries(operation.params).map(([name, { open, section }]) =>
		open ? name : `${section ?? operation.collection}.${name}`,
	);
	const options = runOptionProperties(operation).map(({ name }) => `options.${name}`);
	return new Set(['resource', 'operation', ...own, ...options]);
}

const isCollection = (name: string) =>
	/^(additionalFields|updateFields|filters|options|idTypes|basicInfo|attachments)$/.test(name);

const heldBy = (parameters: Record<string, unknown>) =>
	Object.entries(parameters).flatMap(([name, value]) =>
		isCollection(name) ? Object.keys(value as object).map((key) => `${name}.${key}`) : [name],
	);

const nodes = loadExamples().flatMap(({ file, workflow }) =>
	workflow.nodes
		.filter((node) => isOurs(node) && 'operation' in node.parameters)
		.map(({ name, parameters }) => ({ file, name, parameters })),
);

it.each(nodes)('$file: all that $name holds is a parameter of its operation', ({ parameters }) => {
	const places = placesOf(`${String(parameters.resource)}.${String(parameters.operation)}`);
	expect(heldBy(parameters).filter((place) => !places.has(place))).toEqual([]);
});
