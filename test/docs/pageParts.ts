/** What the pages of all nodes have. */
import { code, folded } from './markdown';

/** Stands in every page that is written as a whole. */
export const written = '<!-- written by npm run docs -->';

export const pictureOf = ({ name, displayName }: { name: string; displayName: string }) =>
	`![The panel of ${displayName}](../pictures/${name}.png)`;

export const scopeWords = (scopes: readonly string[]) => scopes.map(code).join(' or ');

/** More columns than this are seen after a click only. */
const MANY = 15;

/** What a record is flattened to. */
export function columns(says: string, names: readonly string[]): string {
	const list = names.map(code).join(', ');
	return names.length > MANY ? folded(`${says}: ${names.length} columns`, list) : `${says}: ${list}.`;
}
