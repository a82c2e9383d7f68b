/** What of a field is compared with the vendor's descriptor, and when it differs. */
import Ajv from 'ajv/dist/2020';
import type { INodePropertyOptions } from 'n8n-workflow';
import type { NodeField, VendorField } from './fields';
import { encodedSamples, optionsOf, optionValues } from './samples';
import { vendorLabels } from './vendor';
import { words, wordFor } from './words';

/** A field as both sides have it, or one of them. */
export interface Pair {
	readonly key: string;
	readonly place: string;
	readonly vendor: VendorField | undefined;
	readonly node: NodeField | undefined;
}

type Both = Pair & { readonly vendor: VendorField; readonly node: NodeField };

/** What is wrong with a field, in words; undefined where both sides agree. */
type Finding = string | undefined;

const ajv = new Ajv({ strict: false });

const shown = (value: unknown) => JSON.stringify(value);
const unlessEqual = (ours: unknown, theirs: unknown): Finding =>
	shown(ours) === shown(theirs) ? undefined : `the node has ${shown(ours)}, the vendor ${shown(theirs)}`;

const camelCase = (key: string) =>
	key.replace(/[._]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const lastKey = (key: string) => key.slice(key.lastIndexOf('.') + 1);

/** Chinese words in a text. */
const chinese = (text = ''): string[] => text.match(/\p{Script=Han}+/gu) ?? [];

function misnamed(label: string, { name, value, description }: INodePropertyOptions): Finding {
	const word = wordFor(value as string | number, label);
	if (word === undefined) return `${value} is '${label}', a word that words.ts lacks`;
	const [english, ownChinese] = words[word] ?? [];
	if (name !== english) return `${value} is '${word}', and called ${name} in place of ${english}`;
	const foreign = chinese(description).filter((part) => !label.includes(part) && part !== ownChinese);
	return label !== '' && foreign.length > 0
		? `${value} is '${label}', and described as ${foreign.join()}`
		: undefined;
}

const both =
	(find: (pair: Both) => Finding) =>
	({ vendor, node, ...pair }: Pair): Finding =>
		vendor && node ? find({ ...pair, vendor, node }) : undefined;

export const checks = {
	presence: ({ vendor, node }: Pair): Finding =>
		vendor && node ? undefined : `only the ${vendor ? 'vendor' : 'node'} has it`,

	name: both(({ key, node: { name } }) =>
		[camelCase(key), camelCase(lastKey(key))].includes(name) ? undefined : `it is called ${name}`,
	),

	required: both(({ place, vendor, node: { inGroup, param } }) =>
		// Some descriptors call a key of the path optional, without which there is no path.
		unlessEqual(
			param.required === true,
			place === 'path' || (inGroup ? vendor.requiredInObject : vendor.required),
		),
	),

	condition: both(({ vendor, node: { param } }) =>
		vendor.required ? undefined : unlessEqual(typeof param.required === 'object', vendor.conditional),
	),

	values: both(({ vendor, node: { param } }) =>
		unlessEqual(optionValues(param).sort(), [...(vendorLabels(vendor.schema)?.keys() ?? [])].sort()),
	),

	words: both(({ vendor, node }) => {
		const labels = vendorLabels(vendor.schema);
		return optionsOf(node.param)
			.map((option) => misnamed(labels?.get(option.value as string | number) ?? '', option))
			.find((finding) => finding !== undefined);
	}),

	type: both(({ vendor: { schema }, node: { param } }) => {
		const samples = encodedSamples(param);
		const mistyped = samples.filter((sample) => !ajv.validate(schema, sample));
		if (samples.length === 0) return 'it takes no sample';
		return mistyped.length > 0
			? `it goes out as ${shown(mistyped)}, and the vendor reads ${schema.type}`
			: undefined;
	}),
} satisfies Record<string, (pair: Pair) => Finding>;

export type Check = keyof typeof checks;
