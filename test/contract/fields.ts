/** The fields of a request, as the vendor's schema and as the parameters of an operation name them. */
import type { Param, Params } from './params';
import type { Schema } from './vendor';

export interface VendorField {
	readonly required: boolean;
	/** Required within its object, whether or not the object is. */
	readonly requiredInObject: boolean;
	/** Its description, or that of the object which cannot be without it, names a condition. */
	readonly conditional: boolean;
	readonly schema: Schema;
}

/** By key: dots descend into objects, and `[]` into the objects of a list. */
export function vendorFields(
	schema: Schema,
	prefix = '',
	required = true,
	conditional = false,
): Map<string, VendorField> {
	const fields = new Map<string, VendorField>();
	for (const [key, field] of Object.entries(schema.properties ?? {})) {
		const name = prefix + key;
		const requiredInObject = (schema.required ?? []).includes(key);
		const needed = required && requiredInObject;
		const when = /时[^。]{0,6}必填/.test(field.description ?? '') || (conditional && requiredInObject);
		const [inner, mark] = field.items ? [field.items, '[].'] : [field, '.'];
		if (inner.properties) {
			// Within one object of a list, what is required does not depend on whether the list is.
			for (const entry of vendorFields(inner, name + mark, field.items ? true : needed, when))
				fields.set(...entry);
		} else fields.set(name, { required: needed, requiredInObject, conditional: when, schema: field });
	}
	return fields;
}

export interface NodeField {
	/** The parameter's name in saved workflows. */
	readonly name: string;
	readonly param: Param;
	/** Stands in a group, which may be left out as a whole. */
	readonly inGroup: boolean;
}

/** By key, as above. A parameter that holds others, such as a list of groups, names them as its `fields`. */
export function nodeFields(
	params: Params,
	place: string,
	prefix = '',
	inGroup = false,
): Map<string, NodeField> {
	const fields = new Map<string, NodeField>();
	for (const [name, param] of Object.entries(params)) {
		if (param.to?.in !== place) continue;
		const key = prefix + param.to.key;
		if (param.fields) {
			for (const entry of nodeFields(param.fields, place, `${key}${param.isList ? '[]' : ''}.`, true))
				fields.set(...entry);
		} else fields.set(key, { name, param, inGroup });
	}
	return fields;
}
