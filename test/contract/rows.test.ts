/** Simplify, held against all that the vendor's SDK says a route may answer: no name is dropped, and no time. */
import type { IDataObject } from 'n8n-workflow';
import { rowOf } from '../../nodes/declare/output';
import { answerOf } from './answers';
import { declared } from './declared';

const METHODS: Readonly<Record<string, string>> = {
	'offer.create': 'v1.offer.create',
	'offer.get': 'v1.offer.get',
	'offer.getByApplication': 'v1.application.offer',
	'offer.getAll': 'v1.offer.list',
	'offer.update': 'v1.offer.update',
	'internshipOffer.updateStatus': 'v1.offer.internOfferStatus',
	'offerForm.get': 'v1.offerApplicationForm.get',
	'offerForm.getAll': 'v1.offerApplicationForm.list',
	'offerForm.getApprovalTemplates': 'v1.offerApprovalTemplate.list',
	'externalOffer.create': 'v1.externalOffer.create',
	'externalOffer.get': 'v1.externalOffer.batchQuery',
	'externalOffer.getAll': 'v1.externalOffer.batchQuery',
	'externalOffer.update': 'v1.externalOffer.update',
	'externalApplication.create': 'v1.externalApplication.create',
	'externalApplication.delete': 'v1.externalApplication.delete',
	'externalApplication.getAll': 'v1.externalApplication.list',
	'externalApplication.update': 'v1.externalApplication.update',
	'application.create': 'v1.application.create',
	'application.get': 'v1.application.get',
	'application.getDetail': 'v1.application.getDetail',
	'application.getAll': 'v1.application.get',
	'application.getInterviews': 'v1.interview.list',
	'application.getTerminationReasons': 'v1.terminationReason.list',
	'onboarding.transferOnboard': 'v1.application.transferOnboard',
	'onboarding.updateEmployee': 'v1.employee.patch',
	'onboarding.getEmployee': 'v1.employee.get',
	'onboarding.getEmployeeByApplication': 'v1.employee.getByApplication',
	'attachment.download': 'v1.attachment.get',
	'attachment.get': 'v1.attachment.get',
	'attachment.upload': 'v1.attachment.create',
};

/** Where the record stands in `data`, where the operation does not say it. */
const RECORDS: Readonly<Record<string, string>> = {
	'application.getAll': 'application',
	'externalOffer.get': 'items',
};

/** What is no name of the record or of what it refers to, or stands so deep that a row is not the place for it. */
const DEEP: Readonly<Record<string, RegExp>> = {
	'offerForm.get': /^schema\.module_list/,
	'application.getDetail':
		/^(interview_aggregation\.interviews\.(?!interview_record_list\.interviewer\.)|evaluations\.|agency\.(comment|salary)_info\.|(referral\.basic_info|offer\.offer_(basic|salary))\.create_time|basic_info\.stage_time_list\.)/,
	'application.get': /^stage_time_list\./,
	'application.getAll': /^stage_time_list\./,
	'application.getInterviews':
		/^interview_record_list\.((code_)?question_list|image_list|module_assessments|dimension_assessment_list)/,
	'offer.get': /\.file_template(_type)?_name$/,
	'offer.getByApplication': /\.file_template(_type)?_name$/,
};

const NAME = /(^|\.|_)(name|title|zh_cn|zh_name|en_us|en_name|i18n_name)$/;
const TIME = /_time$/;

const simple = declared.filter(({ operation }) => operation.row);

it('is tried for every operation that gives a record', () => {
	expect(simple.map(({ title }) => title).sort()).toEqual(Object.keys(METHODS).sort());
});

it.each(simple.map(({ title, operation }) => ({ title, operation })))('$title', ({ title, operation }) => {
	const key =
		RECORDS[title] ?? operation.record ?? (operation.pages ? (operation.pages.key ?? 'items') : undefined);
	const { record, leaves } = answerOf(METHODS[title] ?? '', key);
	expect(leaves.length).toBeGreaterThan(0);
	const row = rowOf(operation.row ?? {}, record as IDataObject, () => undefined, 'UTC');
	const cells = Object.values(row).map(String);
	const dropped = leaves
		.filter(({ path }) => !DEEP[title]?.test(path))
		.filter(({ path, value }) =>
			NAME.test(path)
				? !cells.some((cell) => cell.includes(String(value)))
				: TIME.test(path) && !cells.includes(new Date(Number(value)).toISOString().replace('Z', '+00:00')),
		)
		.map(({ path }) => path);
	expect(dropped).toEqual([]);
});
