/** The vendor's SDK, pointed at a simulator. */
import { Client } from '@larksuiteoapi/node-sdk';
import type { Access } from '../n8nCore/surroundings';

const silence = () => {};

export function vendorClient({ appId, appSecret, url }: Access): Client {
	// The SDK's own cache is shared by all clients, and would outlive the tokens of a simulator.
	const cache = new Map<unknown, unknown>();
	return new Client({
		appId,
		appSecret,
		domain: url,
		logger: { error: silence, warn: silence, info: silence, debug: silence, trace: silence },
		cache: {
			get: async (key) => cache.get(key),
			set: async (key, value) => {
				cache.set(key, value);
				return true;
			},
		},
	});
}
