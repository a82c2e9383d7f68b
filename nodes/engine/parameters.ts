import type { IExecuteFunctions } from 'n8n-workflow';
import type { ReadParameter } from '../declare/request';

const hasExpression = (value: unknown): boolean => {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
};

/**
 * Reads the parameters of a node, item by item. A parameter without an expression is the same for every item and
 * read once: n8n takes longer to resolve a parameter than the engine takes for all the rest of an item.
 */
export function parametersOf(context: IExecuteFunctions): (index: number) => ReadParameter {
	const saved = context.getNode().parameters;
	const fixed = new Map<string, unknown>();
	return (index) => (name) => {
		if (fixed.has(name)) return fixed.get(name);
		const value: unknown = context.getNodeParameter(name, index, null);
		if (!hasExpression(saved[name])) fixed.set(name, value);
		return value;
	};
}
