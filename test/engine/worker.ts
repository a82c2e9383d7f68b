/** An n8n worker of its own: runs the trial's transfers in a process that shares nothing but the app. */
import '../environment';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { builtCredential } from '../n8nCore/pack';
import { fastClock } from '../n8nCore/fastClock';
import type { Simulator } from '../simulator';
import { nodeUnder, tryOut, type Input, type Limits } from './trial';

export interface Order {
	readonly credential: ICredentialDataDecryptedObject;
	readonly stages: Pick<Simulator, 'ids'>;
	readonly items: readonly Input[];
	readonly limits: Limits;
	readonly speed: number;
}

export interface Outcome {
	readonly error?: string;
	readonly done: unknown[];
}

async function work({ credential, stages, items, limits, speed }: Order): Promise<Outcome> {
	const type = await nodeUnder(fastClock(speed, Math.random), limits);
	// All that a trial takes of a simulator is where stages are; the rest is the credential's.
	const { json, error } = await tryOut(stages as Simulator, { kind: 'idempotent', type, items, credential });
	return {
		...(error ? { error: error.message } : {}),
		done: json.map(({ application_id }) => application_id),
	};
}

process.once('message', (order: Order) => {
	void work(order).then((outcome) => process.send?.(outcome, () => process.disconnect()));
});
void builtCredential().then(() => process.send?.('ready'));
