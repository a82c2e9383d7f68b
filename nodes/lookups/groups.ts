/** Groups of so many, each as soon as it is full: what can be asked for side by side. */
export async function* inGroups<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
	let group: T[] = [];
	for await (const each of source) {
		group.push(each);
		if (group.length < size) continue;
		yield group;
		group = [];
	}
	if (group.length > 0) yield group;
}

/** What all give, in their order. What is under way comes to its end before a failure of one of them is told. */
export async function sideBySide<T>(work: ReadonlyArray<Promise<T>>): Promise<T[]> {
	await Promise.allSettled(work);
	return await Promise.all(work);
}

export async function allOf<T>(source: AsyncIterable<T>): Promise<T[]> {
	const list = [];
	for await (const each of source) list.push(each);
	return list;
}

/**
 * Asks for keys in groups, all side by side.
 * @param mayBeOfOne whether a failure may be that of one key: then each of the group is asked for alone
 * @returns what the group of a key gives
 */
export function askedInGroups<T>(
	keys: readonly string[],
	size: number,
	ask: (keys: readonly string[]) => Promise<readonly T[]>,
	mayBeOfOne: (error: unknown) => boolean = () => false,
): (key: string) => Promise<readonly T[]> {
	const answers = new Map<string, Promise<readonly T[]>>();
	const different = [...new Set(keys)];
	for (let at = 0; at < different.length; at += size) {
		const group = different.slice(at, at + size);
		const answer = ask(group);
		answer.catch(() => undefined);
		for (const key of group) answers.set(key, answer);
	}
	return async (key) => {
		const [answer] = await Promise.allSettled([answers.get(key) ?? []]);
		if (answer.status === 'fulfilled') return answer.value;
		if (mayBeOfOne(answer.reason)) return await ask([key]);
		throw answer.reason as Error;
	};
}
