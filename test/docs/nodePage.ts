/** The page of a node with operations. */
import { resourcesOf, type Described } from './described';
import { anchor, cell, page, sentence, table } from './markdown';
import { headingOf, operationSection } from './operationSection';
import { pictureOf, written } from './pageParts';

export function nodePage(node: Described): string {
	const { description } = node;
	const resources = resourcesOf(node);
	return page(
		`# ${description.displayName}`,
		written,
		sentence(description.description),
		pictureOf(description),
		table([
			['Resource', 'Operation', 'What it does'],
			...resources.flatMap(({ name, operations }) =>
				operations.map((operation) => [
					name,
					`[${operation.name}](${anchor(headingOf(name, operation))})`,
					cell(sentence(operation.description)),
				]),
			),
		]),
		'*Dry Run*, *Simplify*, *Return All* and other options, and the errors that any operation may meet, are [the same for all](README.md). How values are given, names in place of IDs among them, is in [Values](../values.md). The examples hold the IDs of the made-up company of `npm start`: there they run as they are, elsewhere put yours in their place.',
		...resources.flatMap(({ name, operations }) =>
			operations.map((operation) => operationSection(name, operation)),
		),
	);
}
