/** docs/compose.yaml, whose processes of n8n the tests start as it says, without Docker. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Service {
	readonly image: string;
	readonly command?: string;
	readonly environment: Readonly<Record<string, string | number>>;
}

export interface Composed {
	/** The version of n8n. */
	readonly version: string;
	/** What n8n is called with. */
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
}

const file = join(__dirname, '..', '..', 'docs', 'compose.yaml');

/**
 * @param values what stands in `.env`
 * @throws of a variable of the file that has neither a value nor a default
 */
export function composed(name: string, values: Readonly<Record<string, string>>): Composed {
	const { services } = parse(readFileSync(file, 'utf8'), { merge: true }) as {
		services: Readonly<Record<string, Service>>;
	};
	const service = services[name];
	if (!service) throw new Error(`docs/compose.yaml has no ${name}.`);
	const filled = (text: string) =>
		text.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, variable: string, kind: string, otherwise: string) => {
			const value = values[variable] ?? (kind === '-' ? otherwise : undefined);
			if (value === undefined) throw new Error(`docs/compose.yaml wants ${variable}: ${otherwise}`);
			return value;
		});
	return {
		version: service.image.split(':').at(-1) ?? '',
		args: service.command?.split(' ') ?? ['start'],
		env: Object.fromEntries(
			Object.entries(service.environment).map(([key, value]) => [key, filled(String(value))]),
		),
	};
}
