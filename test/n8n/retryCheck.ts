/** Retry On Fail in real n8n: of 100 creates the 60th is refused once, and the others are not made twice. */
import type { Workflow } from './examples';
import { outcomeOf } from './execution';
import type { Stage } from './stage';

const COUNT = 100;
const REFUSED = 60;

const route = 'POST /open-apis/hire/v1/external_offers';

const node = (name: string, type: string, typeVersion: number, x: number, rest: object) => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [x, 0],
	...rest,
});

/** Prints what came of it. @returns what is not as it should be */
export async function checkRetry({ editor, runtime, simulator, credential }: Stage): Promise<string[]> {
	const [externalApplication = ''] = simulator.ids.externalApplications;
	const rows = Array.from({ length: COUNT }, (_, index) => ({ owner: `Owner ${index}` }));
	const workflow = await editor.post<Workflow>('/workflows', {
		name: 'A hundred creates',
		nodes: [
			node('Run by Hand', 'n8n-nodes-base.manualTrigger', 1, 0, { parameters: {} }),
			node('Rows', 'n8n-nodes-base.set', 3.4, 200, {
				parameters: { mode: 'raw', jsonOutput: JSON.stringify({ rows }), options: {} },
			}),
			node('One Item per Row', 'n8n-nodes-base.splitOut', 1, 400, {
				parameters: { fieldToSplitOut: 'rows', options: {} },
			}),
			node('Create', 'n8n-nodes-feishu-hire.feishuHireExternalOffer', 1, 600, {
				parameters: {
					externalApplicationId: { __rl: true, mode: 'id', value: externalApplication },
					additionalFields: { owner: '={{ $json.owner }}' },
				},
				credentials: { feishuHireApi: { id: credential.id, name: credential.name } },
				retryOnFail: true,
				waitBetweenTries: 100,
			}),
		],
		connections: Object.fromEntries(
			['Run by Hand', 'Rows', 'One Item per Row'].map((from, index) => [
				from,
				{ main: [[{ node: ['Rows', 'One Item per Row', 'Create'][index], type: 'main', index: 0 }]] },
			]),
		),
		settings: { executionOrder: 'v1' },
		active: false,
	});
	const held = () => simulator.applied.filter((effect) => effect.route === route && effect.changed).length;
	const before = held();
	const takeBack = simulator.fail({
		route,
		kind: 'code',
		after: REFUSED - 1,
		times: 1,
		http: 400,
		code: 1002002,
	});
	const { executionId } = await editor.run(workflow, 'Run by Hand');
	if (!executionId) return ['Retry On Fail: not started'];
	const { status, runs } = await outcomeOf(executionId, editor, runtime);
	takeBack();
	const given = runs.find((run) => run.node === 'Create')?.items.length ?? 0;
	const made = held() - before;
	console.log(
		`\nRetry On Fail: ${COUNT} creates, number ${REFUSED} refused once: ${status}, ${made} made, ${given} given back.`,
	);
	return status === 'success' && made === COUNT && given === COUNT ? [] : ['Retry On Fail'];
}
