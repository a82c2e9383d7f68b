/** A clock that runs faster than the wall's, for limits of a minute in tests of a second. */
import { join } from 'node:path';
import { setImmediate as immediately, setTimeout as after } from 'node:timers/promises';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IExecuteFunctions,
	IHttpRequestHelper,
	INodeExecutionData,
	INodeType,
	IPollFunctions,
} from 'n8n-workflow';
import type { Clock } from '../../nodes/engine/clock';
import type { execute } from '../../nodes/engine/execute';
import type * as IssueToken from '../../nodes/engine/issueToken';
import type * as Token from '../../nodes/engine/token';
import type { poll } from '../../nodes/FeishuHireUpdatesTrigger/poll';
import type { Operation } from '../../nodes/declare/operation';
import { builtCredential, builtNode, type NodeName } from './pack';

const ROOT = join(__dirname, '../..');

/** `speed` seconds pass in one second of the wall. `random` feeds the jitter. */
export function fastClock(speed: number, random: () => number = () => 0.5): Clock {
	const start = Date.now();
	return {
		now: () => start + (performance.now() - origin) * speed,
		random,
		async sleep(milliseconds, signal) {
			await after(Math.max(0, milliseconds / speed), undefined, { signal }).catch(() => {});
		},
	};
}

/** A clock that goes as the wall's, on which waits take no time; it can be told to leap. */
export function leapingClock(): Clock & { readonly leap: (milliseconds: number) => void } {
	let leapt = 0;
	const now = () => performance.now() + leapt;
	return {
		now,
		random: () => 0.5,
		async sleep(milliseconds) {
			const until = now() + milliseconds;
			await immediately();
			leapt += Math.max(0, until - now());
		},
		leap: (milliseconds) => void (leapt += milliseconds),
	};
}

const origin = performance.now();

/** The built credential, whose waits for a token are those of another clock. */
export async function builtCredentialUnder(clock: Clock): Promise<ICredentialType> {
	const built = (path: string) => import(join(ROOT, 'dist/nodes/engine', path));
	const { issueToken } = (await built('issueToken.js')) as Pick<typeof IssueToken, 'issueToken'>;
	const { bound } = (await built('token.js')) as Pick<typeof Token, 'bound'>;
	return Object.assign(Object.create(await builtCredential()) as ICredentialType, {
		async preAuthentication(this: IHttpRequestHelper, credential: ICredentialDataDecryptedObject) {
			return { accessToken: bound(await issueToken(this, credential, clock), credential) };
		},
	});
}

/** The built node, run by the built engine under another clock. */
export async function builtNodeUnder(
	clock: Clock,
	name: NodeName,
	change: (operation: Operation) => Operation = (operation) => operation,
): Promise<INodeType> {
	const built = await builtNode(name);
	const folder = name.replace(/^f/, 'F');
	const engine = (await import(join(ROOT, 'dist/nodes/engine/execute.js'))) as { execute: typeof execute };
	const list = (await import(join(ROOT, `dist/nodes/${folder}/operations/index.js`))) as Record<
		string,
		Operation
	>;
	// A namespace that was imported has its module beside its exports.
	const operations = Object.values(list)
		.filter(({ route }) => route !== undefined)
		.map(change);
	return {
		description: built.description,
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			return await engine.execute(this, operations, clock);
		},
	};
}

/** The built polling node, run by the built engine under another clock. */
export async function builtPollerUnder(clock: Clock): Promise<INodeType> {
	const built = await builtNode('feishuHireUpdatesTrigger');
	const folder = join(ROOT, 'dist/nodes/FeishuHireUpdatesTrigger');
	const polling = (await import(join(folder, 'poll.js'))) as { poll: typeof poll };
	return {
		description: built.description,
		async poll(this: IPollFunctions) {
			return await polling.poll(this, clock);
		},
	};
}
