/** What n8n would not say of an example: it drops a parameter that the operation does not have without a word. */
import { runOptionProperties } from '../../nodes/declare/runOptions';
import { declared } from '../contract/declared';
import { CHINESE, ENGLISH, read } from '../docs/pages';
import { isOurs, loadExamples } from './examples';
import { halvesOf, namesIn, unreadable } from './notes';

/** Where a workflow holds the parameters of an operation, with dots into the collections. */
function placesOf(title: string): Set<string> {
	const found = declared.find((each) => each.title === title);
	if (!found) throw new Error(`There is no ${title}`);
	const { operation } = found;
	const own = Object.entries(operation.params).map(([name, { open, section }]) =>
		open ? name : `${section ?? operation.collection}.${name}`,
	);
	const options = runOptionProperties(operation).map(({ name }) => `options.${name}`);
	return new Set(['resource', 'operation', ...own, ...options]);
}

const isCollection = (name: string) =>
	/^(additionalFields|updateFields|filters|options|idTypes|basicInfo|attachments)$/.test(name);

const heldBy = (parameters: Record<string, unknown>) =>
	Object.entries(parameters).flatMap(([name, value]) =>
		isCollection(name) ? Object.keys(value as object).map((key) => `${name}.${key}`) : [name],
	);

const nodes = loadExamples().flatMap(({ file, workflow }) =>
	workflow.nodes
		.filter((node) => isOurs(node) && 'operation' in node.parameters)
		.map(({ name, parameters }) => ({ file, name, parameters })),
);

it.each(nodes)('$file: all that $name holds is a parameter of its operation', ({ parameters }) => {
	const places = placesOf(`${String(parameters.resource)}.${String(parameters.operation)}`);
	expect(heldBy(parameters).filter((place) => !places.has(place))).toEqual([]);
});

/** The switches of Feishu Hire as the README tells to turn them on, in both languages. */
const switches = [...read(ENGLISH).matchAll(/^\| .+ \| ([^|(]+) \((\p{Script=Han}[^|]+)\) \|$/gmu)].map(
	([, english = '', chinese = '']) => ({ english, chinese }),
);

test('the README in Chinese names the same switches', () => {
	expect(switches).toHaveLength(3);
	for (const { chinese } of switches) expect(read(CHINESE)).toContain(`| ${chinese} |`);
});

describe.each(loadExamples())('the notes of $file', ({ workflow }) => {
	const { english, chinese } = halvesOf(workflow);

	it('say the same in English and in Chinese', () => {
		expect(english.length).toBeGreaterThan(0);
		expect(chinese.map(({ mark }) => mark)).toEqual(english.map(({ mark }) => mark));
		for (const [index, block] of english.entries()) {
			const translated = chinese[index]?.text ?? '';
			const lost = namesIn(block, workflow).filter((name) => !translated.includes(name));
			expect({ translated, lost }).toEqual({ translated, lost: [] });
		}
	});

	it('name the switches of Feishu Hire as the README does', () => {
		for (const [index, { text }] of english.entries()) {
			const meant = switches.filter((each) => text.includes(`**${each.english}**`));
			expect([text, meant.length > 0]).toEqual([text, text.includes('administrator')]);
			for (const each of meant) expect(chinese[index]?.text).toContain(`**${each.chinese}**`);
		}
	});

	it('can be read whole', () => expect(unreadable(workflow)).toEqual([]));
});
