/** Every parameter that holds an ID can be picked. */
import type { Param } from '../../nodes/declare/params';
import { declared } from '../contract/declared';

interface Held {
	readonly where: string;
	readonly param: Param;
	readonly key: string;
}

const held = (where: string, param: Param): Held[] =>
	param.fields
		? Object.entries(param.fields).flatMap(([name, field]) => held(`${where}.${name}`, field))
		: [{ where, param, key: param.to?.key ?? '' }];

/** What is an ID by its kind, by the key on the wire, or by what the panel says of it. */
const isId = ({ param: { look }, key }: Held): boolean =>
	look.type === 'resourceLocator' ||
	(!['options', 'multiOptions'].includes(look.type) &&
		(/(^|_)(id|ids|id_list|code|code_list)$/.test(key.split('.').at(-1) ?? '') ||
			/\bIDs?\b/.test(look.displayName) ||
			/^(the )?IDs? of/i.test(look.description ?? '')));

/** Why it cannot be picked, by the name of the parameter. */
const REASONS: Readonly<Record<string, string>> = {
	attachmentId: 'no route lists attachments',
	attachmentIdList: 'no route lists attachments',
	commonAttachmentIdList: 'no route lists attachments',
	externalId: "the user's own key",
	externalOfferIdList: 'a list of any length, which n8n can only offer whole: 100,000 lines',
	applicationPreferredCityCodeList: 'several of all cities of the world, which n8n can only offer whole',
	employmentJobId: 'of Feishu People: no route of Feishu Hire or of the contacts lists it',
	jobGradeId: 'of Feishu People: no route of Feishu Hire or of the contacts lists it',
	pathwayId: 'of Feishu People: no route of Feishu Hire or of the contacts lists it',
	positionId: 'of Feishu People: no route of Feishu Hire or of the contacts lists it',
	customizedInfoList: 'the mapper names the fields',
};

const ids = declared.flatMap(({ title, operation }) =>
	Object.entries(operation.params)
		.flatMap(([name, param]) => held(name, param))
		.filter(isId)
		.map((each) => ({ ...each, title, name: each.where.split('.')[0] ?? '' })),
);

it('there are many, and the most can be picked', () => {
	expect(ids.length).toBeGreaterThan(85);
	expect(ids.filter(({ param }) => param.lookup).length).toBeGreaterThan(65);
});

it('each can be picked, or there is a reason why not', () => {
	const without = ids.filter(({ param, name }) => !param.lookup && !(name in REASONS));
	expect(without.map(({ title, where }) => `${title} ${where}`)).toEqual([]);
});

it('no reason is left over', () => {
	const without = new Set(ids.filter(({ param }) => !param.lookup).map(({ name }) => name));
	expect(Object.keys(REASONS).filter((name) => !without.has(name))).toEqual([]);
});

it('what can be picked can be typed too', () => {
	for (const { param, title, where } of ids.filter(({ param: { lookup } }) => lookup)) {
		if (param.look.type !== 'resourceLocator') continue;
		const modes = (param.look.modes ?? []).map(({ name }) => name);
		expect([title, where, modes]).toEqual([title, where, expect.arrayContaining(['list', 'id'])]);
	}
});
