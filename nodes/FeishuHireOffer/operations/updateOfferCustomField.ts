import { operation } from '../../declare/operation';
import { group, groupList, id, text } from '../../declare/params';
import { body, path } from '../../declare/place';
import { offerFormFields } from '../../lookups/offerForms';

export const updateOfferCustomField = operation({
	resource: 'offerForm',
	value: 'updateCustomField',
	name: 'Update Custom Field',
	action: 'Change an offer form field for everybody',
	description:
		'Rename a custom field (自定义字段) of the offer form, or set the options of a choice. All offer forms get a new version (schema) by it.',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer_custom_field/update',
	route: 'PUT /open-apis/hire/v1/offer_custom_fields/:offer_custom_field_id',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:offer_selection_object'],
	effect: 'idempotent',
	orderedBy: 'offerCustomFieldId',
	collection: 'updateFields',
	params: {
		offerCustomFieldId: id({
			lookup: offerFormFields,
			name: 'Custom Field',
			to: path('offer_custom_field_id'),
			required: true,
			description: 'The field to change. Get of an offer form lists the fields with their IDs.',
			placeholder: 'e.g. 6906755946257615112',
		}),
		name: group({
			name: 'Field Name',
			to: body('name'),
			required: true,
			description: 'What the field is called, in one language at least',
			fields: {
				zhCn: text({
					name: 'Chinese Name',
					to: body('zh_cn'),
					description: 'Name of the field in Chinese',
					placeholder: 'e.g. 就职状态',
				}),
				enUs: text({
					name: 'English Name',
					to: body('en_us'),
					description: 'Name of the field in English',
					placeholder: 'e.g. Employment status',
				}),
			},
		}),
		options: {
			...groupList({
				name: 'Choices',
				to: body('config.options'),
				button: 'Add Choice',
				description:
					'All options of a field of the type single or multiple choice (单选, 多选): they replace the present ones, and other types have none. Each needs a name in one language.',
				fields: {
					zhCn: text({
						name: 'Chinese Name',
						to: body('name.zh_cn'),
						description: 'Name of the choice in Chinese',
						placeholder: 'e.g. 无业',
					}),
					enUs: text({
						name: 'English Name',
						to: body('name.en_us'),
						description: 'Name of the choice in English',
						placeholder: 'e.g. Unemployed',
					}),
				},
			}),
			open: false,
		},
	},
	suspects:
		'Check that the custom field exists and is one that your company has added, and that the field and each choice have a name in one language. Formulas cannot be changed.',
	errors: {
		1002065: {
			what: 'The choices do not fit the type of the field',
			mend: "Give 'Choices' for a field of the type single or multiple choice (单选, 多选), and for no other. Get of the offer form tells the type.",
		},
	},
});
