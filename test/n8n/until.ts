import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/** Waits until something holds; what cannot be asked yet does not. @throws where it does not within a minute */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	const patience = Date.now() + PATIENCE_MS;
	while (!(await Promise.resolve(holds()).catch(() => false))) {
		if (Date.now() > patience) throw new Error(`Waited in vain for ${String(holds)}`);
		await wait(100);
	}
}
