import { createHash } from 'node:crypto';
import { baseUrlOf } from '../engine/hosts';
import { Connection, type Listener, type Means } from './connection';

const connections = new Map<string, Connection>();

/**
 * Listens to the events of an app, over the connection that this process has for it.
 * @returns what ends the listening
 * @throws NoConnection where there is none to be had
 */
export async function listen(means: Means, listener: Listener): Promise<() => void> {
	const key = keyOf(means.credential);
	let connection = connections.get(key);
	if (!connection) {
		const made = new Connection(means, () => {
			if (connections.get(key) === made) connections.delete(key);
		});
		connection = made;
		connections.set(key, made);
	}
	const joined = connection;
	joined.add(listener);
	await joined.first;
	return () => joined.remove(listener);
}

function keyOf(credential: Means['credential']): string {
	const { appId, appSecret } = credential;
	const text = JSON.stringify([baseUrlOf(credential), appId, appSecret]);
	return createHash('sha256').update(text).digest('base64url');
}
