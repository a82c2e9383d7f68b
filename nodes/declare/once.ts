import type { INodeProperties } from 'n8n-workflow';
import { byText } from './alphabet';
import type { Operation } from './operation';

/** Properties of a collection that several operations have: each once, shown where it is had, by name. */
export function once(
	operations: Operation[],
	propertiesOf: (operation: Operation) => INodeProperties[],
): INodeProperties[] {
	const had = new Map<string, { property: INodeProperties; by: Operation[] }>();
	for (const operation of operations) {
		for (const property of propertiesOf(operation)) {
			const same = JSON.stringify(property);
			if (!had.has(same)) had.set(same, { property, by: [] });
			had.get(same)?.by.push(operation);
		}
	}
	return [...had.values()]
		.flatMap(({ property, by }) =>
			by.length === operations.length
				? [property]
				: placesOf(by).map((show) => ({ ...property, displayOptions: { show } })),
		)
		.sort(byText(({ displayName }) => displayName));
}

/** n8n looks at each condition by itself, so that only resources with the same operations can share them. */
function placesOf(operations: Operation[]) {
	const valuesOf = new Map<string, string[]>();
	for (const { resource, value } of operations)
		valuesOf.set(resource, [...(valuesOf.get(resource) ?? []), value].sort());
	const places = new Map<string, { '/resource': string[]; '/operation': string[] }>();
	for (const [resource, values] of valuesOf) {
		const same = values.join();
		if (!places.has(same)) places.set(same, { '/resource': [], '/operation': values });
		places.get(same)?.['/resource'].push(resource);
	}
	return [...places.values()];
}
