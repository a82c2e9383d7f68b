/** The simulator as a child process: it says where it listens, and answers questions about what came in. */
import { startSimulator, type SimulatorOptions } from '../simulator';

export type Question =
	| { readonly ask: 'applications'; readonly count: number }
	| { readonly ask: 'received' };

/** What a simulator had to do with a contender. */
export interface Received {
	/** When each request of Feishu Hire arrived, in milliseconds after the first, and whether it was refused. */
	readonly arrivals: ReadonlyArray<{ readonly at: number; readonly refused: boolean }>;
	/** Applications that were moved, each counted once. */
	readonly applied: number;
	/** Changes beyond the first of the same application. */
	readonly doubled: number;
	readonly tokenCalls: number;
}

async function main(): Promise<void> {
	const simulator = await startSimulator(JSON.parse(process.argv[2] ?? '{}') as SimulatorOptions);

	const received = (): Received => {
		const requests = simulator.requests.filter(({ route }) => route?.includes('/hire/'));
		const first = requests[0]?.at ?? 0;
		const applied = new Set(simulator.applied.map(({ id }) => id)).size;
		return {
			arrivals: requests.map(({ at, code }) => ({ at: at - first, refused: code === 99991400 })),
			applied,
			doubled: simulator.applied.length - applied,
			tokenCalls: simulator.tokenCalls,
		};
	};
	process.on('message', (question: Question) => {
		if (question.ask === 'received') return void process.send?.(received());
		const stage = simulator.ids.stages.social.interview;
		const { applications, talents } = simulator.company;
		// Made-up people have six digits in their addresses, too few for two thousand of them.
		const emailOf = (id: string) => {
			const talent = talents.get(applications.get(id)?.talentId ?? '');
			if (talent) talent.email = `candidate-${id}@example.com`;
			return talent?.email ?? '';
		};
		const added = simulator.addApplications(question.count);
		process.send?.(added.map((id) => ({ id, stage, email: emailOf(id) })));
	});
	// It must not outlive a bench that was interrupted.
	process.once('disconnect', () => process.exit(0));
	const { url, appId, appSecret } = simulator;
	process.send?.({ url, appId, appSecret });
}

void main();
