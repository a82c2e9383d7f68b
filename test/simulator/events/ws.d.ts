/** What the simulator uses of the package ws, which has no types of its own. */
declare module 'ws' {
	import type { IncomingMessage } from 'node:http';
	import type { Duplex } from 'node:stream';

	export interface WebSocket {
		send(message: Uint8Array): void;
		terminate(): void;
		on(event: 'close', listener: () => void): void;
		on(event: 'message', listener: (data: Buffer) => void): void;
	}

	export class WebSocketServer {
		constructor(options: { noServer: true });
		handleUpgrade(
			request: IncomingMessage,
			socket: Duplex,
			head: Buffer,
			done: (client: WebSocket) => void,
		): void;
	}
}
