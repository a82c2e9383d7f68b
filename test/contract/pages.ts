/**
 * What the vendor's pages publish and the descriptors leave out, typed by hand from the pages:
 * limits as [requests, seconds], scopes, error codes, how many things a list may hold, and presets.
 */
import type { Schema } from './vendor';

type Fields = Readonly<Record<string, Schema>>;

export interface Page {
	readonly limits: ReadonlyArray<readonly [requests: number, seconds: number]>;
	readonly scopes: readonly string[];
	readonly errors: readonly number[];
	readonly atMost?: Readonly<Record<string, number>>;
	/** What a field is required for: another field and its value. */
	readonly requiredFor?: Readonly<Record<string, readonly [field: string, value: number | string]>>;
	/** What Feishu takes for a field of the query that is left out. */
	readonly presets?: Readonly<Record<string, number | string>>;
	/** Fields of a route that the descriptors lack, or all fields of one that they leave out. */
	readonly beyondDescriptor?: Readonly<Partial<Record<'path' | 'query' | 'body', Fields>>>;
}

const OPEN_ID = { user_id_type: 'open_id' };
const PEOPLE_ADMIN = {
	job_level_id_type: 'people_admin_job_level_id',
	job_family_id_type: 'people_admin_job_category_id',
	employee_type_id_type: 'people_admin_employee_type_id',
};
const OFFER_IDS = { ...OPEN_ID, department_id_type: 'open_department_id', ...PEOPLE_ADMIN };
const EMPLOYEE_IDS = { ...OPEN_ID, department_id_type: 'people_admin_department_id', ...PEOPLE_ADMIN };

export const pages: Readonly<Record<string, Page>> = {
	'offer.updateStatus': {
		limits: [[100, 60]],
		scopes: ['hire:offer'],
		errors: [1002001, 1002002, 1002064, 1002069, 1002070, 1002071, 1002072, 1002073, 1002074],
		atMost: { termination_reason_id_list: 50 },
		requiredFor: { expiration_date: ['offer_status', 6], termination_reason_id_list: ['offer_status', 8] },
	},
	'offer.create': {
		limits: [[10, 1]],
		scopes: ['hire:offer'],
		errors: [
			1002001, 1002002, 1002053, 1002054, 1002055, 1002056, 1002057, 1002058, 1002059, 1002061, 1002062,
			1002069, 1002070, 1002071, 1002072, 1002073, 1002074, 1002075, 1002076, 1002077, 1002078, 1002079,
			1002080, 1002082, 1002083,
		],
		atMost: { 'basic_info.common_attachment_id_list': 20 },
		presets: OFFER_IDS,
		beyondDescriptor: { body: { 'basic_info.pathway_id': { type: 'string' } } },
	},
	'offer.get': {
		limits: [[20, 1]],
		scopes: ['hire:offer:low_sensitive_info:readonly', 'hire:offer:readonly', 'hire:offer'],
		errors: [1002001, 1002002],
		presets: OFFER_IDS,
	},
	'offer.getByApplication': {
		limits: [[20, 1]],
		scopes: ['hire:application', 'hire:application:readonly'],
		errors: [1002001, 1002002],
		presets: OFFER_IDS,
	},
	'offer.getAll': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:offer:readonly', 'hire:offer'],
		errors: [1002001, 1002002],
		presets: { ...OPEN_ID, employee_type_id_type: PEOPLE_ADMIN.employee_type_id_type },
	},
	'offer.update': {
		limits: [[10, 1]],
		scopes: ['hire:offer'],
		errors: [
			1002001, 1002002, 1002054, 1002055, 1002056, 1002057, 1002058, 1002059, 1002061, 1002064, 1002066,
			1002069, 1002070, 1002071, 1002072, 1002073, 1002074, 1002077, 1002078, 1002079, 1002082, 1002083,
		],
		atMost: { 'basic_info.common_attachment_id_list': 20 },
		presets: OFFER_IDS,
		beyondDescriptor: { body: { 'basic_info.pathway_id': { type: 'string' } } },
	},
	'internshipOffer.updateStatus': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:offer'],
		errors: [1002001, 1002002, 1002067, 1002068],
		requiredFor: {
			'onboarding_info.actual_onboarding_date': ['operation', 'confirm_onboarding'],
			'offboarding_info.actual_offboarding_date': ['operation', 'offboard'],
		},
	},
	'offerForm.get': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:offer_schema:readonly'],
		errors: [1002001, 1002002],
	},
	'offerForm.getAll': {
		limits: [[10, 1]],
		scopes: ['hire:offer_schema:readonly'],
		errors: [1002001, 1002002],
	},
	'offerForm.getApprovalTemplates': {
		limits: [[10, 1]],
		scopes: ['hire:offer_approval_template:readonly'],
		errors: [1002001, 1002002],
		presets: { department_id_type: 'people_admin_department_id' },
		beyondDescriptor: {
			query: {
				page_size: { type: 'number' },
				page_token: { type: 'string' },
				department_id_type: {
					type: 'string',
					enum: ['open_department_id', 'department_id', 'people_admin_department_id'],
				},
			},
		},
	},
	'offerForm.updateCustomField': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:offer_selection_object'],
		errors: [1002001, 1002002, 1002065],
	},
	'externalOffer.create': {
		limits: [[10, 1]],
		scopes: ['hire:external_offer'],
		errors: [1002001, 1002002],
		atMost: { attachment_id_list: 20 },
	},
	'externalOffer.update': {
		limits: [[10, 1]],
		scopes: ['hire:external_offer'],
		errors: [1002001, 1002002],
		atMost: { attachment_id_list: 10 },
	},
	'externalOffer.get': {
		limits: [[10, 1]],
		scopes: ['hire:external_offer', 'hire:external_offer:readonly'],
		errors: [1002001, 1002002],
	},
	// The page takes 20 IDs a request; the node takes any number and sends them in groups.
	'externalOffer.getAll': {
		limits: [[10, 1]],
		scopes: ['hire:external_offer', 'hire:external_offer:readonly'],
		errors: [1002001, 1002002],
	},
	'externalOffer.delete': {
		limits: [[10, 1]],
		scopes: ['hire:external_offer'],
		errors: [1002001, 1002002],
	},
	'externalApplication.create': {
		limits: [[20, 1]],
		scopes: ['hire:external_application'],
		errors: [1002001, 1002002, 1002102],
	},
	'externalApplication.update': {
		limits: [[20, 1]],
		scopes: ['hire:external_application'],
		errors: [1002001, 1002002],
	},
	'externalApplication.getAll': {
		limits: [[20, 1]],
		scopes: ['hire:external_application'],
		errors: [1002001, 1002002, 1002102],
	},
	'externalApplication.delete': {
		limits: [[20, 60]],
		scopes: ['hire:external_application'],
		errors: [1002001, 1002002],
	},
	'attachment.upload': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:attachment'],
		errors: [1002001, 1002002],
		// Its one field is the file, which the steps of the operation send.
		beyondDescriptor: {},
	},
	'attachment.get': {
		limits: [[20, 1]],
		scopes: ['hire:attachment:readonly', 'hire:attachment'],
		errors: [1002001, 1002002],
		presets: { type: 1 },
	},
	'attachment.download': {
		limits: [[20, 1]],
		scopes: ['hire:attachment:readonly', 'hire:attachment'],
		errors: [1002001, 1002002],
		presets: { type: 1 },
	},
	'attachment.getPdfPreview': {
		limits: [[20, 1]],
		scopes: ['hire:attachment'],
		errors: [1002001, 1002002],
	},
	'application.transferStage': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:application'],
		errors: [1002001, 1002002, 1002201, 1002204, 1002210, 1002211, 1002212, 1002220],
	},
	'application.terminate': {
		limits: [[20, 1]],
		scopes: ['hire:application'],
		errors: [1002001, 1002002, 1002221],
	},
	'application.create': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:application'],
		errors: [1002001, 1002002, 1002102, 1002206, 1002222, 1002223, 1002224, 1002511, 1002512],
		presets: OPEN_ID,
	},
	'application.get': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:application', 'hire:application:readonly'],
		errors: [1002001, 1002002],
		presets: OPEN_ID,
	},
	'application.getDetail': {
		limits: [[10, 1]],
		scopes: ['hire:application', 'hire:application:readonly'],
		errors: [1002001, 1002002, 1002201],
		presets: {
			...OPEN_ID,
			department_id_type: 'open_department_id',
			job_level_id_type: 'job_level_id',
			job_family_id_type: 'job_family_id',
			employee_type_id_type: 'employee_type_enum_id',
		},
	},
	'application.getAll': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:application:readonly', 'hire:application'],
		errors: [1002001, 1002002],
	},
	'application.recover': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:application'],
		errors: [1002001, 1002002, 1002210, 1002206, 1002201, 1002225, 1002209],
	},
	'application.getTerminationReasons': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:application:readonly', 'hire:application'],
		errors: [1002001, 1002002],
	},
	'application.getInterviews': {
		limits: [[50, 1]],
		scopes: ['hire:interview:readonly', 'hire:interview'],
		errors: [1002001, 1002002],
		presets: { ...OPEN_ID, job_level_id_type: PEOPLE_ADMIN.job_level_id_type },
	},
	'onboarding.transferOnboard': {
		limits: [[20, 1]],
		scopes: ['hire:application'],
		errors: [1002001, 1002002, 1002901, 1002902, 1002904, 1002905, 1002908, 1002210],
		presets: EMPLOYEE_IDS,
	},
	'onboarding.cancelOnboard': {
		limits: [[10, 1]],
		scopes: ['hire:application'],
		errors: [1002001, 1002002, 1002221, 1002910],
	},
	'onboarding.getEmployee': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:employee:readonly', 'hire:employee'],
		errors: [1002001, 1002002],
		presets: EMPLOYEE_IDS,
	},
	'onboarding.getEmployeeByApplication': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:employee', 'hire:employee:readonly'],
		errors: [1002001, 1002002, 1002903],
		presets: EMPLOYEE_IDS,
	},
	'onboarding.updateEmployee': {
		limits: [
			[1000, 60],
			[50, 1],
		],
		scopes: ['hire:employee'],
		errors: [1002001, 1002002, 1002908, 1002905, 1002903, 1002902, 1002907, 1002910],
		requiredFor: {
			'conversion_info.actual_conversion_time': ['operation', 1],
			'overboard_info.actual_overboard_time': ['operation', 2],
		},
		presets: EMPLOYEE_IDS,
	},
};
