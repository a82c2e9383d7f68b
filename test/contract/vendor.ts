/**
 * The vendor's own descriptors of the routes of Feishu Hire and of the contacts, from `@larksuiteoapi/lark-mcp`: the Chinese ones, which
 * have fields and values that the English ones lack.
 */
import { toJSONSchema, z } from 'zod';

/** As much of a JSON schema as the descriptors use. */
export interface Schema {
	readonly type?: string;
	readonly enum?: readonly string[];
	readonly const?: string;
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

const descriptors = ['hire_v1', 'hire_v2', 'contact_v3'].flatMap((service) =>
	Object.values(
		jest.requireActual(
			`@larksuiteoapi/lark-mcp/dist/mcp-tool/tools/zh/gen-tools/zod/${service}.js`,
		) as object,
	).filter(isDescriptor),
);

export const vendorRoutes: ReadonlyMap<string, VendorRoute> = new Map(
	descriptors.map(({ httpMethod, path, schema }) => {
		const route = `${httpMethod} ${path}`;
		return [
			route,
			{ route, path: schemaOf(schema.path), query: schemaOf(schema.params), body: schemaOf(schema.data) },
		];
	}),
);

/**
 * What the vendor calls each value that a field may have: as its description lists them ('Options:1(…),2(…)', or in a
 * sentence '1：…'), or as its type does. Undefined where there is no list.
 */
export function vendorLabels({
	enum: listed = [],
	const: only,
	description = '',
	type,
	items,
}: Schema): ReadonlyMap<string | number, string> | undefined {
	if (items) return vendorLabels({ description, ...items });
	const [, options = ''] = /Options:(.*)$/s.exec(description) ?? [];
	const described = [
		...options.matchAll(/(?:^|\),)\s*(-?\w+)\((.*?)(?=\),\s*-?\w+\(|\)$)/gs),
		...description.matchAll(/[「，,-]\s*`?(\d+)`?\s*[：:]\s*([^，,」-]+)/g),
	].map(([, value = '', label = '']) => [type === 'number' ? Number(value) : value, label] as const);
	const labels = new Map<string | number, string>(described);
	for (const value of only === undefined ? listed : [only]) {
		if (!labels.has(value)) labels.set(value, '');
	}
	return labels.size > 0 ? labels : undefined;
}
