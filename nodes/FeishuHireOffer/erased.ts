import type { IDataObject } from 'n8n-workflow';
import { isEmpty } from '../declare/empty';
import { InvalidValue } from '../declare/invalid';
import type { EncodedItem } from '../declare/operation';
import { choice, type WireObject } from '../declare/params';
import { offerAttachments } from './fields/attachments';
import { positionAndContract } from './fields/position';
import { salaryInfo } from './fields/salary';

/** For a route that replaces an offer: whether it may erase what the request does not give. */
export const fieldsLeftOut = () =>
	choice({
		name: 'Fields Left Out',
		to: undefined,
		open: true,
		description:
			'What happens when the offer holds something that is not given here. Feishu Hire erases it, and cannot bring it back.',
		options: [
			{
				name: 'Refuse to Erase',
				value: 'refuse',
				description: 'Read the offer first, and change nothing where something would be erased',
			},
			{ name: 'Erase', value: 'clear', description: 'Replace the offer without looking at what it holds' },
		],
		default: 'refuse',
	});

/** Where a read offer shows what a request gives: the key in the read, and the one in the request. */
const HELD: ReadonlyArray<readonly [shown: string, sent: string]> = [
	['basic_info.common_attachment_id_list', 'basic_info.common_attachment_id_list'],
	['basic_info.employee_type.id', 'basic_info.employee_type_id'],
	['basic_info.job_grade_id', 'basic_info.job_grade_id'],
	['basic_info.job_offered', 'basic_info.job_offered'],
	['basic_info.level.id', 'basic_info.job_level_id'],
	['basic_info.onboard_address.id', 'basic_info.onboard_address_id'],
	['basic_info.onboard_date', 'basic_info.expected_onboard_date'],
	['basic_info.pathway_id', 'basic_info.pathway_id'],
	['basic_info.position_id', 'basic_info.position_id'],
	['basic_info.probation_month', 'basic_info.probation_month'],
	['basic_info.sequence.id', 'basic_info.job_family_id'],
	['basic_info.work_address.id', 'basic_info.work_address_id'],
	['job_requirement_id', 'basic_info.job_requirement_id'],
	['salary_plan.award_salary_multiple', 'salary_info.award_salary_multiple'],
	['salary_plan.basic_salary', 'salary_info.basic_salary'],
	['salary_plan.currency', 'salary_info.currency'],
	['salary_plan.half_year_bonus', 'salary_info.half_year_bonus'],
	['salary_plan.option_shares', 'salary_info.option_shares'],
	['salary_plan.probation_salary_percentage', 'salary_info.probation_salary_percentage'],
	['salary_plan.quarterly_bonus', 'salary_info.quarterly_bonus'],
];

/** What the panel calls each key of the request. */
const labels = (() => {
	const salary = salaryInfo();
	const named = Object.values({ ...positionAndContract(), ...offerAttachments() }).map(
		({ to, look }): [string, string] => [to?.key ?? '', look.displayName],
	);
	const pay = Object.values(salary.fields ?? {}).map(({ to, look }): [string, string] => [
		`${salary.to.key}.${to?.key ?? ''}`,
		`${salary.look.displayName} › ${look.displayName}`,
	]);
	return new Map([...named, ...pay]);
})();

const at = (record: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((value, key) => (value as IDataObject | undefined)?.[key], record);

const holds = (record: unknown, path: string): boolean => {
	const value = at(record, path);
	return !isEmpty(value) && value !== 0;
};

const listAt = (record: unknown, path: string) => (at(record, path) ?? []) as IDataObject[];

/** The IDs of the custom fields in which an offer holds a value. Its page has them in three places. */
function customFieldsOf(offer: IDataObject): string[] {
	return [
		...listAt(offer, 'basic_info.customize_info_list'),
		...listAt(offer, 'salary_plan.customize_info_list'),
		...listAt(offer, 'customized_module_list').flatMap(
			({ object_list: fields }) => (fields ?? []) as IDataObject[],
		),
	]
		.filter(({ customize_value: value }) => !isEmpty(value))
		.map(({ object_id: id }) => String(id));
}

/** A contract counts in years or in months: each replaces the other. */
const CONTRACT = ['contract_period', 'contract_year'].map((key) => `basic_info.${key}`);

/**
 * @param nameOf what the company calls a custom field, where that is known
 * @throws InvalidValue where the request would erase what the offer shows
 */
export function checkNothingErased(
	offer: IDataObject,
	{ parts }: EncodedItem,
	nameOf: (customField: string) => string,
): void {
	const given = parts.body ?? {};
	const customGiven = ((given.customized_info_list ?? []) as WireObject[]).map(({ id }) => id);
	const lost = [
		...HELD.filter(([shown, sent]) => holds(offer, shown) && isEmpty(at(given, sent))).map(
			([, sent]) => labels.get(sent) ?? sent,
		),
		...(CONTRACT.some((path) => holds(offer, path)) && CONTRACT.every((path) => isEmpty(at(given, path)))
			? [labels.get(CONTRACT[0] ?? '') ?? '']
			: []),
		...customFieldsOf(offer)
			.filter((id) => !customGiven.includes(id))
			.map((id) => `Custom Fields › ${nameOf(id)}`),
	];
	if (lost.length === 0) return;
	throw new InvalidValue(
		`The offer holds what would be erased: ${lost.join(', ')}`,
		"Nothing was changed. Give these fields too (Get with Simplify off shows what they hold; a person in a custom field by the People Admin ID), or set 'Fields Left Out' to Erase.",
	);
}
