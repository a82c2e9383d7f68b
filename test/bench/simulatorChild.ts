import { startSimulator, type SimulatorOptions } from '../simulator';

void startSimulator(JSON.parse(process.argv[2] ?? '{}') as SimulatorOptions).then((simulator) => {
	process.on('message', ({ applications, log }: { applications?: number; log?: boolean }) => {
		if (applications !== undefined) {
			process.send?.({
				ids: simulator.addApplications(applications),
				stage: simulator.ids.stages.social.interview,
			});
		}
		if (log) {
			process.send?.(
				simulator.requests
					.filter(({ route }) => route?.includes('/hire/'))
					.map(({ at, status }) => ({ at, status })),
			);
		}
	});
	const { url, appId, appSecret } = simulator;
	process.send?.({ url, appId, appSecret });
});
