/** Small sums over rounds of a measurement. */

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
	return (low + high) / 2;
}

/** Collects the garbage; needs `--expose-gc`. */
export function collect(): void {
	if (!global.gc) throw new Error('Start Node.js with --expose-gc');
	global.gc();
	global.gc();
}
