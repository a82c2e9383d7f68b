import { parseArgs } from 'node:util';
import { versions, type Version } from './runtimes';

export interface Wishes {
	version: Version;
	headless: boolean;
	events: boolean;
	updates: boolean;
	/** The parts to run, by the beginning of their names; empty for all. */
	only: readonly string[];
	verbose: boolean;
	port: number;
}

const usage = `npm start -- [options]

  --headless        run the example workflows and the checks without the editor, say what came of them, and end
  --verbose         print each request and answer too, which a file in .cache/ holds always; with --headless
  --events          send 1,000 events over the long connection in place of 100: a minute more; with --headless
  --updates         watch 1,000 new applications in an active workflow too: 5 minutes; with --headless
  --only <part>     run the part whose name begins so, such as Trigger; may be given several times; with --headless
  --n8n <version>   ${versions.join(', ')} (without it: ${versions[0]})
  --port <number>   the port of n8n (without it: 5678, or a free one where that is taken)
  --help            this page`;

/** What the command line asks for. Says what is wrong with it, or helps, and ends there. */
export function readArguments(): Wishes {
	try {
		const { values } = parseArgs({
			options: {
				headless: { type: 'boolean', default: false },
				events: { type: 'boolean', default: false },
				updates: { type: 'boolean', default: false },
				only: { type: 'string', multiple: true, default: [] },
				verbose: { type: 'boolean', default: false },
				n8n: { type: 'string', default: versions[0] },
				port: { type: 'string', default: '5678' },
				help: { type: 'boolean', default: false },
			},
		});
		if (values.help) {
			console.log(usage);
			process.exit(0);
		}
		const version = versions.find((known) => known === values.n8n);
		if (!version) throw new Error(`--n8n takes one of ${versions.join(', ')}, not "${values.n8n}".`);
		const port = Number(values.port);
		if (!Number.isInteger(port) || port < 1 || port > 65_535) {
			throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`);
		}
		const { headless, events, updates, only, verbose } = values;
		return { version, headless, events, updates, only, verbose, port };
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		process.exit(2);
	}
}
