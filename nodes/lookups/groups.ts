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
