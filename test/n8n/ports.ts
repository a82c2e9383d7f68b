import { createServer, type AddressInfo } from 'node:net';

/** The port asked for when it is free, otherwise any free one. */
export async function freePort(wanted = 0): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', () => (wanted === 0 ? reject(new Error('No free port.')) : resolve(freePort())));
		server.listen(wanted, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
