/** What the tests of the updates trigger share: a simulator with a clock of its own, and records that change. */
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import { builtPollerUnder, leapingClock } from '../n8nCore/fastClock';
import { PolledNode } from '../n8nCore/polls';
import { startSimulator, type Simulator } from '../simulator';

export const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 15, 8);

export class Hiring {
	now = START;
	private nodes = 0;

	private constructor(
		/** Told the time when it asks. */
		readonly simulator: Simulator,
		private readonly type: INodeType,
		/** Makes the time pass for the trigger: what it waited for took so many milliseconds. */
		readonly pass: (milliseconds: number) => void,
	) {}

	static async begin(): Promise<Hiring> {
		const clock = { now: () => START };
		const simulator = await startSimulator({ now: () => clock.now(), limits: false });
		const leaping = leapingClock();
		const hiring = new Hiring(simulator, await builtPollerUnder(leaping), leaping.leap);
		clock.now = () => hiring.now;
		return hiring;
	}

	/** A new day at a company that nobody has touched. */
	reset(): void {
		this.now = START;
		this.simulator.reset();
		Object.assign(this.simulator.settings, { limits: false, tokenLifetimeSeconds: 900 * 24 * 3600 });
	}

	/** A trigger in a workflow of its own, not yet activated. */
	trigger(parameters: INodeParameters): PolledNode {
		return new PolledNode(this.simulator, {
			node: 'feishuHireUpdatesTrigger',
			type: this.type,
			nodeId: `trigger ${++this.nodes}`,
			parameters: { startFrom: 'now', simplify: false, ...parameters },
		});
	}

	/** A trigger that watches from now on. */
	async watching(parameters: INodeParameters): Promise<PolledNode> {
		const trigger = this.trigger(parameters);
		expect(await trigger.poll()).toEqual([]);
		return trigger;
	}

	/** New applications, which came about at that time. */
	apply(count: number, at = this.now): string[] {
		const ids = this.simulator.addApplications(count);
		for (const id of ids) Object.assign(this.application(id), { createTime: at, modifyTime: at });
		return ids;
	}

	application(id: string) {
		const application = this.simulator.company.applications.get(id);
		if (!application) throw new Error(`There is no application ${id}`);
		return application;
	}

	/** An application moves to another stage. */
	move(id: string, at = this.now): void {
		const { interview, evaluation } = this.simulator.ids.stages.social;
		const application = this.application(id);
		const { company } = this.simulator;
		company.moveTo(application, application.stageId === interview ? evaluation : interview, at);
	}

	/** How often a route was asked since the last time that this was asked. */
	asked(route: Parameters<Simulator['countOf']>[0]): number {
		const count = this.simulator.countOf(route);
		const before = this.counts.get(route) ?? 0;
		this.counts.set(route, count);
		return count - before;
	}

	private readonly counts = new Map<string, number>();

	close = async () => await this.simulator.close();
}

export const idsOf = (rows: readonly IDataObject[]) => rows.map(({ id }) => String(id));

/** Polls once a minute until nothing comes any more. */
export async function drain(
	hiring: Hiring,
	trigger: PolledNode,
	how: { store?: boolean } = {},
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	for (let quiet = 0; quiet < 2; ) {
		hiring.now += MINUTE;
		const given = await trigger.poll(how);
		rows.push(...given);
		quiet = given.length === 0 ? quiet + 1 : 0;
	}
	return rows;
}
