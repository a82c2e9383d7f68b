import type { Lookup } from './lookup';
import type { Operation } from './operation';
import type { Param } from './params';

/** OpenAI takes no longer description of a tool. */
const MOST_LETTERS = 1024;

/** The keys of a row that are named; an answer itself shows the others. */
const MOST_KEYS = 6;

/**
 * What a model is told of an operation that it may call. Of all words of a panel n8n gives a model no others but the
 * name of each field that is left to it.
 */
export function toolWords(operation: Operation): string {
	const { action, description, params } = operation;
	const words = [sentence(action), sentence(description), effectOf(operation), givesOf(operation)];
	const fields = Object.values(params).filter(({ to, section }) => to !== undefined && section === undefined);
	const inOrder = [...fields.filter(({ open }) => open), ...fields.filter(({ open }) => !open)];
	return [...words, ...inOrder.map(fieldWords)].reduce((text, next) =>
		text.length + next.length < MOST_LETTERS ? `${text} ${next}`.trim() : text,
	);
}

const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`);

function effectOf({ effect, idempotencyKey }: Operation): string {
	if (effect === 'read') return 'It reads and changes nothing.';
	const again = {
		idempotent: 'The same call again does no harm.',
		create:
			idempotencyKey === undefined
				? 'Do not repeat a call that succeeded: it may make another record.'
				: 'The same call again within 24 hours makes no second record.',
	}[effect];
	return `It writes to Feishu Hire. ${again} With Dry Run, where that is left to you, it writes nothing and gives what it would write: show that to a person first.`;
}

function givesOf({ row, record, pages, effect }: Operation): string {
	const each = pages ? 'For each record it gives' : 'It gives';
	if (row) {
		const keys = Object.keys(row);
		return `${each} ${keys.slice(0, MOST_KEYS).join(', ')}${keys.length > MOST_KEYS ? ' and more' : ''}.`;
	}
	return effect !== 'read' && record === undefined ? 'It gives success, and the IDs.' : '';
}

/** Of a description, what is not said to somebody with a mouse. */
const fieldWords = (param: Param) => {
	const description = (param.look.description ?? '').replace(/ Choose from the list, .*/, '');
	return `${param.look.displayName}: ${sentence(description)}${formOf(param, description)}`;
};

/** In which form a model gives it. */
function formOf({ lookup, told, takesNames, look }: Param, said: string): string {
	if (takesNames) return ' Names or IDs, with commas between.';
	if (look.type === 'options' || look.type === 'multiOptions') {
		const names = (look.options ?? []).flatMap((each) =>
			'value' in each && each.value !== '' ? each.name : [],
		);
		const some = look.type === 'options' ? 'One of' : 'Any of';
		return names.length === 0 || said.includes('One of:') ? '' : ` ${some}: ${names.join(', ')}.`;
	}
	if (look.type !== 'resourceLocator') return '';
	const forms = [
		'its ID as text',
		...(isListed(lookup) ? ['its name'] : []),
		...(told?.mode === 'candidate' ? ["the candidate's e-mail, mobile or full name"] : []),
		...(told?.mode === 'contact' ? ['e-mail or mobile'] : []),
	];
	return ` Give ${forms.join(' or ')}.`;
}

const isListed = (lookup: Lookup | undefined) => lookup !== undefined && 'entries' in lookup;
