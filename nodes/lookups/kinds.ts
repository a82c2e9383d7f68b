import { InvalidValue } from '../declare/invalid';
import type { Chosen } from '../declare/lookup';

/** The kinds of ID by which some things can be listed. */
export interface Kinds<Kind extends string> {
	/** What is listed, in words. */
	readonly things: string;
	/** The parameter that chooses the kind, and how the panel calls it. */
	readonly parameter: string;
	readonly title: string;
	/** The kinds, as the panel calls them. The first one holds where nothing says which. */
	readonly names: Readonly<Record<Kind, string>>;
}

/** The kind that the panel says. @throws InvalidValue where no route lists the things by that one */
export function kindOf<Kind extends string>(
	{ things, parameter, title, names }: Kinds<Kind>,
	chosen: Chosen,
): Kind {
	const kinds = Object.keys(names) as Kind[];
	const wanted = chosen(parameter) || kinds[0];
	const found = kinds.find((kind) => kind === wanted);
	if (found) return found;
	const listed = Object.values<string>(names)
		.map((name) => `'${name}'`)
		.join(' or ');
	throw new InvalidValue(
		`${things} cannot be listed by the kind of ID that '${title}' says`,
		`Under 'ID Types' set '${title}' to ${listed}. Or type the ID, with the mode By ID.`,
	);
}
