import type { INodePropertyOptions } from 'n8n-workflow';
import type { EncodedItem, Operation } from '../declare/operation';
import { namesOf } from '../lookups/offerForms';
import { TERMINATION_REASONS } from '../lookups/terminationReasons';
import { terminationType } from './terminationReasons';

const REFUSED_VALUE = 1002002;

const typeName = (type: number): string => {
	const types = terminationType().look.options as INodePropertyOptions[];
	return types.find(({ value }) => value === type)?.name ?? String(type);
};

/**
 * Whether one of the given termination reasons (终止原因) is none, or one of another type than that of the item.
 * `given`: the parameter that holds them. Feishu Hire refuses both as a value that it does not name.
 */
export const refusedReasons =
	({
		given,
		type: typeOf,
	}: {
		readonly given: string;
		readonly type?: (values: EncodedItem['values']) => number;
	}): NonNullable<Operation['explain']> =>
	async ({ values }, code, { list }) => {
		const ids = (values[given] ?? []) as string[];
		if (code !== REFUSED_VALUE || ids.length === 0) return undefined;
		const known = new Map((await list(TERMINATION_REASONS)).map((reason) => [String(reason.id), reason]));
		const wanted = typeOf?.(values);
		for (const id of ids) {
			const reason = known.get(id);
			if (!reason) {
				return {
					what: `There is no termination reason (终止原因) with the ID ${id}`,
					mend: "Choose 'Reasons for Termination' from the list, or take the IDs from Get Termination Reasons.",
				};
			}
			const type = Number(reason.termination_type);
			if (wanted !== undefined && type !== wanted) {
				return {
					what: `The termination reason '${namesOf(reason)}' does not belong to the type '${typeName(wanted)}'`,
					mend: `It is a reason of the type '${typeName(type)}'. Change 'Termination Type', or choose another of the 'Reasons for Termination'.`,
				};
			}
		}
		return undefined;
	};
