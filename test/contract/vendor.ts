/** The vendor's own descriptors of the routes of Feishu Hire, from `@larksuiteoapi/lark-mcp`. */
import { toJSONSchema, z } from 'zod';

/** As much of a JSON schema as the descriptors use. */
export interface Schema {
	readonly type?: string;
	readonly enum?: readonly string[];
	readonly description?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly items?: Schema;
}

export interface VendorRoute {
	/** As in 'GET /open-apis/hire/v1/offers/:offer_id'. */
	readonly route: string;
	readonly path: Schema;
	readonly query: Schema;
	readonly body: Schema;
}

interface Descriptor {
	readonly path: string;
	readonly httpMethod: string;
	readonly schema: Readonly<Partial<Record<'path' | 'params' | 'data', z.ZodType>>>;
}

const isDescriptor = (value: unknown): value is Descriptor =>
	typeof value === 'object' &&
	value !== null &&
	'path' in value &&
	'httpMethod' in value &&
	'schema' in value;

const schemaOf = (type: z.ZodType | undefined): Schema => toJSONSchema(type ?? z.object({})) as Schema;

const descriptors = Object.values(
	jest.requireActual('@larksuiteoapi/lark-mcp/dist/mcp-tool/tools/en/gen-tools/zod/hire_v1.js') as object,
).filter(isDescriptor);

export const vendorRoutes: ReadonlyMap<string, VendorRoute> = new Map(
	descriptors.map(({ httpMethod, path, schema }) => {
		const route = `${httpMethod} ${path}`;
		return [
			route,
			{ route, path: schemaOf(schema.path), query: schemaOf(schema.params), body: schemaOf(schema.data) },
		];
	}),
);

/** The values that a field may have, as its description lists them ('Options:1(…),2(…)') or its type does. */
export function allowedValues({
	enum: listed,
	description = '',
	type,
	items,
}: Schema): Array<string | number> | undefined {
	if (items) return allowedValues({ description, ...items });
	if (listed) return [...listed];
	const [, options] = /Options:(.*)$/s.exec(description) ?? [];
	if (options === undefined) return undefined;
	return [...options.matchAll(/(?:^|\),)\s*(-?\w+)\(/g)].map(([, value = '']) =>
		type === 'number' ? Number(value) : value,
	);
}
