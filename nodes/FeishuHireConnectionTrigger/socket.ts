/** What the long connection uses of the WebSocket that Node.js has built in from version 22 on. */
export interface Socket {
	binaryType: string;
	send(message: Uint8Array): void;
	close(code?: number): void;
	addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export type SocketClass = new (url: string) => Socket;

declare const WebSocket: SocketClass | undefined;

/** The built-in client; nothing where Node.js is too old for it. */
export const builtInSocket = (): SocketClass | undefined =>
	typeof WebSocket === 'undefined' ? undefined : WebSocket;
