import { customFields } from '../../declare/customFields';
import { id } from '../../declare/params';
import { body } from '../../declare/place';
import { offerCustomFields, offerForms, offerFormVersions } from '../../lookups/offerForms';

/** The offer form (Offer 申请表) with its own fields, and its version. */
export const offerFormFields = ({ withoutSchema }: { withoutSchema: string }) => ({
	offerForm: id({
		name: 'Offer Form',
		to: undefined,
		open: true,
		lookup: offerForms,
		description:
			'The offer application form (Offer 申请表) of the job, whose custom fields are offered below',
	}),
	customizedInfoList: customFields({
		name: 'Custom Fields',
		to: body('customized_info_list'),
		columns: offerCustomFields,
		dependsOn: 'offerForm',
		description:
			'The fields (自定义字段) that your company has added to the offer form. A field that is left empty is not sent.',
	}),
	schemaId: id({
		lookup: offerFormVersions,
		name: 'Form Version (Schema ID)',
		to: body('schema_id'),
		description:
			'ID of a version (schema) of the offer form (Offer 申请表); every change of the form makes a new one, and a change of any custom field one of every form',
		absence: withoutSchema,
	}),
});
