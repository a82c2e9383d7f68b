import type { IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Clock } from './clock';

/** The bytes of a file, as they come. */
export type FileStream = Exclude<Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0], Buffer>;

/** What one attempt at a download came to. */
export type Fetched<T> =
	| { readonly stored: T }
	| { readonly httpStatus: number }
	| { readonly error: unknown };

interface Attempt<T> {
	readonly url: string;
	readonly clock: Clock;
	/** How long it may stand still, in milliseconds; one that keeps coming may take as long as it likes. */
	readonly timeout: number;
	/** Cuts it. */
	readonly canceled?: AbortSignal;
	/** Sends a request without the token. */
	readonly fetch: (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;
	readonly store: (file: FileStream) => Promise<T>;
}

/** One attempt to download a file. */
export async function fetched<T>({
	url,
	clock,
	timeout,
	canceled,
	fetch,
	store,
}: Attempt<T>): Promise<Fetched<T>> {
	const stalled = new AbortController();
	const ended = new AbortController();
	try {
		const { statusCode, body } = await fetch({
			url,
			encoding: 'stream',
			timeout,
			abortSignal: canceled ? AbortSignal.any([canceled, stalled.signal]) : stalled.signal,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
		const file = body as unknown as FileStream;
		if (statusCode >= 300) {
			file.destroy();
			return { httpStatus: statusCode };
		}
		void watch(file, clock, timeout, ended.signal).then(() => stalled.abort());
		return { stored: await store(file) };
	} catch (error) {
		return { error };
	} finally {
		ended.abort();
	}
}

/** Resolves when nothing has come for so long, or at the end. n8n's own timeout ends when the answer begins. */
async function watch(file: FileStream, clock: Clock, timeout: number, ended: AbortSignal): Promise<void> {
	let pieces = 0;
	let before = -1;
	for (await clock.sleep(timeout, ended); !ended.aborted; await clock.sleep(timeout, ended)) {
		if (before === pieces) return;
		// To listen before somebody reads would set the stream off, and lose what comes until then.
		if (before < 0 && file.readableFlowing !== null) file.on('data', () => pieces++);
		if (file.readableFlowing !== null) before = pieces;
	}
}
