/**
 * Sorts by a text of each thing, as n8n's linters want lists of a panel sorted. The texts are English; a collator
 * for other languages would cost n8n's start more than all the rest of the pack.
 */
export const byText =
	<T>(textOf: (thing: T) => string) =>
	(a: T, b: T) => {
		const [one, other] = [textOf(a).toLowerCase(), textOf(b).toLowerCase()];
		return one < other ? -1 : Number(one > other);
	};

/** So many things the linters leave in any order. */
const FEW = 4;

/** A list of a panel: a short one in the order declared, a longer one by a text of each thing. */
export const inOrder = <T>(things: readonly T[], textOf: (thing: T) => string): T[] =>
	things.length <= FEW ? [...things] : [...things].sort(byText(textOf));
