interface Lanes {
	/** How many run side by side at most. */
	readonly width: number;
	/** Items with equal keys run one after the other, in input order. */
	readonly keyOf: (index: number) => string | undefined;
	readonly run: (index: number) => Promise<void>;
	/** When true nothing new is started; what runs is awaited. */
	readonly stopped: () => boolean;
}

/** Runs items 0 to `count - 1` side by side, bounded, in order per key. Rejects with the first error of `run`. */
export async function lanes(count: number, { width, keyOf, run, stopped }: Lanes): Promise<void> {
	const successor = new Int32Array(count).fill(-1);
	const waits = new Uint8Array(count);
	const last = new Map<string, number>();
	for (let index = 0; index < count; index++) {
		const key = keyOf(index);
		if (key === undefined) continue;
		const before = last.get(key);
		if (before !== undefined) {
			successor[before] = index;
			waits[index] = 1;
		}
		last.set(key, index);
	}

	const released: number[] = [];
	let head = 0;
	const next = (): number | undefined => {
		const free = released.shift();
		if (free !== undefined) return free;
		while (head < count && waits[head] === 1) head++;
		return head < count ? head++ : undefined;
	};

	let failure: { readonly error: unknown } | undefined;
	const lane = async () => {
		for (let index = next(); index !== undefined && !stopped() && !failure; index = next()) {
			try {
				await run(index);
			} catch (error) {
				failure ??= { error };
				return;
			}
			const follower = successor[index] ?? -1;
			if (follower >= 0) released.push(follower);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, lane));
	if (failure) throw failure.error;
}
