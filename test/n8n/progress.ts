/** Says what is being done, how far it is, and how long it took. */
export async function step<T>(what: string, work: () => Promise<T>, howFar?: () => string): Promise<T> {
	const start = Date.now();
	const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
	const live = process.stdout.isTTY;
	console.log(`• ${what}`);
	const timer = setInterval(
		() => {
			const line = `  … ${howFar ? `${howFar()}, ` : ''}${seconds()}`;
			if (live) process.stdout.write(`\r\x1b[K${line}`);
			else if (howFar) console.log(line);
		},
		live ? 500 : 15_000,
	);
	try {
		const result = await work();
		if (live) process.stdout.write('\r\x1b[K');
		console.log(`  done in ${seconds()}`);
		return result;
	} catch (error) {
		if (live) process.stdout.write('\r\x1b[K');
		throw error;
	} finally {
		clearInterval(timer);
	}
}
