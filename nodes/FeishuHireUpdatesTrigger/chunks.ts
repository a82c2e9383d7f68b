/** How many requests for details are under way at a time. */
export const AT_ONCE = 50;

/** Does something for each, so many side by side; what is under way comes to its end before a failure is told. */
export async function forEach<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
	const results: R[] = [];
	for (let start = 0; start < things.length; start += AT_ONCE) {
		const portion = things.slice(start, start + AT_ONCE).map(work);
		await Promise.allSettled(portion);
		results.push(...(await Promise.all(portion)));
	}
	return results;
}
