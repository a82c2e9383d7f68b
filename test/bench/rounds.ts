/** Small sums over rounds of a measurement. */

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
	return (low + high) / 2;
}

export interface Spread {
	/** A quarter of the rounds is below. */
	readonly low: number;
	readonly median: number;
	/** A quarter of the rounds is above. */
	readonly high: number;
}

/** How `ours` relates to `theirs`, round by round: what disturbs the machine for longer than a round disturbs both. */
export function ratio(ours: readonly number[], theirs: readonly number[]): Spread {
	const sorted = ours.map((value, round) => value / (theirs[round] ?? NaN)).sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
	return { low: at(0.25), median: median(sorted), high: at(0.75) };
}

/** Collects the garbage; needs `--expose-gc`. */
export function collect(): void {
	if (!global.gc) throw new Error('Start Node.js with --expose-gc');
	global.gc();
	global.gc();
}
