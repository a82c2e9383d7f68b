/** The page that says what was measured: docs/bench.md. */
import { cpus, loadavg, totalmem } from 'node:os';
import { ITEMS, type Campaign, type Campaigns } from './campaign';
import { hasHttpRequest } from './contenders';
import type { Cpu } from './cpu';
import type { Events } from './events';
import type { Spread } from './rounds';
import type { CredentialReads } from './credentialReads';
import type { Loading } from './loading';
import type { Memory } from './memory';
import { shortestTime } from './shortestTime';
import { ROWS, type Words } from './words';

export interface Figures {
	readonly campaigns: Campaigns;
	readonly words: Words;
	readonly cpu: Cpu;
	readonly reads: CredentialReads;
	readonly memory: { readonly node: Memory; readonly bare: Memory };
	readonly loading: Loading;
	/** Left out where n8n is not installed. */
	readonly events?: Events;
	/** Load of the machine before the bench began. */
	readonly load: number;
	readonly minutes: number;
	readonly date: Date;
}

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const count = (value: number) => value.toLocaleString('en');
const times = (value: number) => `${value.toFixed(2)} ×`;
const spread = ({ low, median, high }: Spread) =>
	`${times(median)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
const seconds = (value: number) => `${value.toFixed(1)} s`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export const loadNow = () => loadavg()[0] ?? 0;

/** What is promised of a figure. */
export interface Goal {
	readonly what: string;
	readonly figure: string;
	readonly goal: string;
	readonly held: boolean;
}

const ratioOf = ({ seconds: took, items, latency }: Campaign) => took / shortestTime(items, latency / 1000);

const most = (what: string, value: number, limit: number, figure = times(value)): Goal => ({
	what,
	figure,
	goal: `≤ ${limit} ×`,
	held: value <= limit,
});

const none = (what: string, ...values: number[]): Goal => ({
	what,
	figure: values.join(' / '),
	goal: values.map(() => '0').join(' / '),
	held: values.every((value) => value === 0),
});

export function goals({ campaigns: { ours }, words, cpu, reads, memory, loading, events }: Figures): Goal[] {
	const { node, bare } = memory;
	const sum = (of: (campaign: Campaign) => number) => ours.reduce((all, each) => all + of(each), 0);
	return [
		none(
			`${count(ITEMS)} × Transfer Stage, four times: refused for frequency`,
			sum(({ refused }) => refused),
		),
		none(
			'… lost or moved twice',
			sum(({ items, received }) => items - received.applied),
			sum(({ received }) => received.doubled),
		),
		...ours.map((campaign) =>
			most(
				`… time against the shortest that the limits allow, at ${campaign.latency} ms a request`,
				ratioOf(campaign),
				1.05,
			),
		),
		most(
			`${count(ROWS)} rows in words: time to understand them against the shortest that the limits allow`,
			words.seconds / words.shortest,
			1.1,
		),
		none('… refused for frequency, or not understood', words.refused, ROWS - words.understood),
		most(
			'CPU time per item against a bare node that reads its parameters',
			cpu.ratio.bare.median,
			1.3,
			spread(cpu.ratio.bare),
		),
		most(
			'… against bare HTTP calls that read no parameter',
			cpu.ratio.bareWithoutReading.median,
			1.3,
			spread(cpu.ratio.bareWithoutReading),
		),
		{
			what: `Credential read by n8n in a run of ${reads.items} items (a bare node: ${reads.bare})`,
			figure: String(reads.node),
			goal: '1',
			held: reads.node === 1,
		},
		most(
			`${count(node.items)} items: memory that the result holds, against the same result of a bare node`,
			(node.result - node.left) / (bare.result - bare.left),
			1.3,
		),
		none('… output items alive after the result is dropped', node.itemsLeft),
		{
			what: 'Loading the pack at the start of n8n',
			figure: `${loading.start.toFixed(1)} ms`,
			goal: '< 30 ms',
			held: loading.start < 30,
		},
		...(events
			? [
					most(
						"CPU time per event by webhook, against n8n's own Webhook node",
						events.ratio.webhook.median,
						1.3,
						spread(events.ratio.webhook),
					),
					most(
						'… over the long connection',
						events.ratio.connection.median,
						1.3,
						spread(events.ratio.connection),
					),
				]
			: []),
	];
}

/** The part of the page about events. */
export const eventsOf = ({ version, rounds, events, cpu, perSecond, ratio }: Events): string => `## Events

n8n ${version} in one process, which starts a workflow of two nodes with each of ${events} events, ten at a time, and stores its execution; ${rounds} rounds that take turns, medians. Events are encrypted and signed; the Webhook node gets the same requests and looks at nothing in them. CPU time is that of n8n, until the last execution has ended, and in brackets what half of the rounds lie between. For a request to a webhook of any node but its own, n8n makes an engine for expressions more (\`webhookPhaseNeedsIsolate\`).

${[
	row('', 'Events a second', 'CPU time per event', 'Against the Webhook node'),
	row('---', '---:', '---:', '---:'),
	row(
		'Feishu Hire Trigger, a webhook process',
		perSecond.webhook.toFixed(0),
		`${cpu.webhook.toFixed(1)} ms`,
		spread(ratio.webhook),
	),
	row(
		'Feishu Hire Connection Trigger, a connection',
		perSecond.connection.toFixed(0),
		`${cpu.connection.toFixed(1)} ms`,
		spread(ratio.connection),
	),
	row("n8n's Webhook", perSecond.own.toFixed(0), `${cpu.own.toFixed(1)} ms`, ''),
].join('\n')}
`;

const goalTable = (list: readonly Goal[]): string[] => [
	row('What', 'Figure', 'Goal', 'Held'),
	row('---', '---:', '---:', '---'),
	...list.map(({ what, figure, goal, held }) => row(what, figure, goal, held ? 'yes' : '**no**')),
];

/** For each latency what this pack takes, and what one would take without it. */
const latencies = ({ campaigns: { ours, tuned, oneByOne } }: Figures): string[] => [
	row(
		'A request takes',
		'Shortest',
		'This pack',
		...tuned.slice(0, 1).map(({ name }) => name),
		'SDK, one by one',
	),
	row('---:', '---:', '---:', ...tuned.slice(0, 1).map(() => '---:'), '---:'),
	...ours.map((campaign, index) => {
		const { latency, seconds: took } = campaign;
		const slow = oneByOne[index];
		const other = tuned[index];
		return row(
			`${latency} ms`,
			seconds(shortestTime(ITEMS, latency / 1000)),
			`${seconds(took)}, ${times(ratioOf(campaign))}`,
			...(other ? [seconds(other.seconds)] : []),
			slow ? seconds((slow.seconds * ITEMS) / slow.items) : '',
		);
	}),
];

const allAtOnce = ({ campaigns }: Figures): string[] => [
	row('', 'Time', 'Refused', 'Not moved', 'Known to the user as moved'),
	row('---', '---:', '---:', '---:', '---:'),
	...campaigns.allAtOnce.map(({ name, seconds: took, refused, received, returned }) =>
		row(name, seconds(took), count(refused), count(ITEMS - received.applied), count(returned)),
	),
];

export function page(figures: Figures): string {
	const { cpu, reads, memory, loading, events, load, minutes, date } = figures;
	const [processor] = cpus();
	return `# How fast, and what it costs

Written by \`npm run bench\` on ${date.toISOString().slice(0, 10)}, in one run of ${minutes.toFixed(0)} minutes on ${cpus().length} cores (${processor?.model.trim() ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node.js ${process.versions.node}, ${process.platform}. Load of the machine when it began: ${load.toFixed(1)}.

${goalTable(goals(figures)).join('\n')}

## ${count(ITEMS)} applications to the next stage

The simulator of the tests, in a process of its own, enforces the published limits of the route (1,000 requests in 60 seconds and 50 in one second, as sliding windows) and takes as long for every request as the first column says. The built node runs in n8n-core with its own clock and no knowledge of the server's.

${latencies(figures).join('\n')}

![Requests per second over time against the limits](bench.svg)

- **The shortest time that the limits allow** is 60 s for every full 1,000 requests before the last one, 1 s for every full 50 of the rest, and twice the latency, for the token and for the last answer; for ${count(ITEMS)} requests 60 + 19 s and twice the latency. The time of this pack includes the start of the run and getting the token.
- Every contender has a simulator, and so limits, of its own. The four runs of this pack take place one after another, those of the others at the same time.
- 'SDK' is \`@larksuiteoapi/node-sdk\`; one by one it moved ${figures.campaigns.oneByOne[0]?.items ?? 0} applications, and the time is reckoned up from that; at 20 ms the limit of 1,000 a minute would refuse it before the end. 'HTTP Request' is n8n's own node in its newest version, given a valid token beforehand; '50 items every 3 s' is what a careful user sets by hand for this route: 1,000 in 60 s.${hasHttpRequest ? '' : ' It was left out of this run, because n8n is not installed in the project: `npm start` installs it.'}

Who sends everything at once, at 80 ms a request:

${allAtOnce(figures).join('\n')}

HTTP Request as it comes ends in an error: the user has no list of what was moved.

## Names in place of IDs

${count(ROWS)} rows that name their candidates by e-mail address and a stage by its name were understood in ${seconds(figures.words.seconds)}, with ${count(figures.words.requests)} requests: the candidates 50 at a time, the applications of each of them, and the stages once. The limits of the list of applications, 1,000 requests in 60 seconds and 50 in one second, allow ${seconds(figures.words.shortest)}.

## CPU time

${count(cpu.items)} items, no limits, no latency, ${cpu.rounds} rounds that take turns, with a pause between; medians of the CPU time of the whole process, n8n's part included. The ratios above are medians of each round's own, and in brackets what half of the rounds lie between.

| | CPU time per item |
|---|---:|
| this pack | ${cpu.node.toFixed(3)} ms |
| a bare node: \`helpers.httpRequest\`, 50 side by side, its two parameters read for every item | ${cpu.bare.toFixed(3)} ms |
| the same, no parameter read | ${cpu.bareWithoutReading.toFixed(3)} ms |

n8n's work on the two parameters is the difference of the last two lines. No node can be without it, except where its parameters hold no expression; the pack reads those once. The bare nodes do nothing else that the pack does: no credential, no validation, no pace, no reading of Feishu's envelope.

## Credential

${reads.items} items: n8n reads and decrypts the credential ${reads.node === 1 ? 'once' : `${reads.node} times`} for this pack, and ${reads.bare} times for a node that asks for it and calls \`httpRequestWithAuthentication\` for every item.

## Memory

${count(memory.node.items)} items in a process of its own, heap after garbage collection, compared with before the run (the input is there already).

| | this pack | bare node |
|---|---:|---:|
| the most during the run | ${megabytes(memory.node.most)} | ${megabytes(memory.bare.most)} |
| with the result held | ${megabytes(memory.node.result)} | ${megabytes(memory.bare.result)} |
| with the result dropped | ${megabytes(memory.node.left)} | ${megabytes(memory.bare.left)} |

'The most' is looked at once a second. A bare node leaves about as much behind. The pack checks all items before it sends the first, so it holds the encoded requests of those that have not been sent yet; each is let go when it is sent.

## Loading

Medians of ${loading.starts} fresh processes in which n8n-core was loaded already.

| | |
|---|---:|
| n8n starts: \`LazyPackageDirectoryLoader\`, and the credential, which n8n asks for | ${loading.start.toFixed(1)} ms |
| before it, an empty package, as the first one of n8n | ${loading.empty.toFixed(1)} ms |
| the largest node is used for the first time | ${loading.node.toFixed(1)} ms |
| the pack is installed: \`PackageDirectoryLoader\`, once, all ${loading.nodes} nodes | ${loading.install.toFixed(1)} ms |

At its start n8n reads \`dist/known\` and \`dist/types\`, which the build has n8n-core write, as it does for n8n's own nodes; a worker then loads the nodes that it runs, and no others.

${events ? eventsOf(events) : ''}
## Run it

\`\`\`sh
npm ci
npm run build
npm run bench
\`\`\`

The HTTP Request node comes with n8n 2.41.1, which \`npm start\` installs once; without it the bench leaves these two lines out.
`;
}
