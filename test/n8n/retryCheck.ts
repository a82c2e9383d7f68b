/** Retry On Fail in real n8n: of 100 creates the 60th is refused once, and the others are not made twice. */
import type { Trial } from './account';
import { outcomeOf } from './execution';
import { manyRows, OURS, TRIGGER } from './manyRows';

const COUNT = 100;
const REFUSED = 60;

const route = 'POST /open-apis/hire/v1/external_offers';

/** Notes what came of it. @returns what is not as it should be */
export async function checkRetry(stage: Trial): Promise<string[]> {
	const { editor, runtime, simulator } = stage;
	const [externalApplication = ''] = simulator.ids.externalApplications;
	const workflow = await manyRows(stage, {
		name: 'A hundred creates',
		rows: Array.from({ length: COUNT }, (_, index) => ({ owner: `Owner ${index}` })),
		node: 'feishuHireExternalOffer',
		parameters: {
			externalApplicationId: { __rl: true, mode: 'id', value: externalApplication },
			additionalFields: { owner: '={{ $json.owner }}' },
		},
		settings: { retryOnFail: true, waitBetweenTries: 100 },
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
	const { executionId } = await editor.run(workflow, TRIGGER);
	if (!executionId) return ['Retry On Fail: not started'];
	const { status, runs } = await outcomeOf(executionId, editor, runtime);
	takeBack();
	const given = runs.find((run) => run.node === OURS)?.items.length ?? 0;
	const made = held() - before;
	stage.note(
		`\nRetry On Fail: ${COUNT} creates, number ${REFUSED} refused once: ${status}, ${made} made, ${given} given back.`,
	);
	return status === 'success' && made === COUNT && given === COUNT ? [] : ['Retry On Fail'];
}
