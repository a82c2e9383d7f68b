/** Operations that upload files of the item before they write their record. */
import type { Client } from '@larksuiteoapi/node-sdk';
import { byId } from '../n8nCore/run';
import type { Company } from '../simulator';
import { fileContent, itemWithFile } from './file';
import type { Row } from './rows';

/** The calls of the SDK: the upload, and then the one that names what was uploaded. */
function afterUpload(write: (client: Client, uploaded: string) => Promise<unknown>): Row['vendor'] {
	let uploaded = '';
	return [
		async (client) => {
			const answer = await client.hire.v1.attachment.create(fileContent());
			uploaded = answer?.id ?? '';
		},
		async (client) => await write(client, uploaded),
	];
}

export function uploadRows({ ids, offerForms }: Company): Row[] {
	const [external = ''] = ids.externalApplications;
	const [attachment = ''] = ids.attachments;
	const [person = ''] = ids.users;
	const [department = ''] = ids.departments;
	const { social } = ids.offerForms;
	const [signing = ''] = social.requiredOptions;
	const version = offerForms.social.schemaId;
	const items = [itemWithFile('letter')];
	const offer = {
		departmentId: department,
		leaderUserId: person,
		ownerUserId: person,
		operatorUserId: person,
		customizedInfoList: {
			mappingMode: 'defineBelow',
			value: { [`${social.required}:select`]: signing },
			matchingColumns: [],
			schema: [],
		},
		attachments: { commonAttachmentIdList: attachment, attachmentBinaryFields: 'letter' },
	};
	const salaryInfo = { values: { currency: 'CNY', basicSalary: '28000' } };
	const sent = (uploaded: string) => ({
		basic_info: {
			department_id: department,
			leader_user_id: person,
			owner_user_id: person,
			operator_user_id: person,
			common_attachment_id_list: [attachment, uploaded],
		},
		salary_info: { currency: 'CNY', basic_salary: '28000' },
		customized_info_list: [{ id: social.required, value: signing }],
	});
	return [
		{
			title: 'externalOffer.create',
			given: 'a file of the item',
			parameters: {
				externalApplicationId: byId(external),
				additionalFields: { attachmentIdList: attachment, attachmentBinaryFields: 'letter' },
				options: { makeKey: false },
			},
			items,
			vendor: afterUpload(
				async (client, uploaded) =>
					await client.hire.v1.externalOffer.create({
						data: { external_application_id: external, attachment_id_list: [attachment, uploaded] },
					}),
			),
		},
		{
			title: 'externalOffer.update',
			given: 'a file of the item, other fields cleared',
			parameters: {
				externalOfferId: byId(ids.externalOffers.full),
				externalApplicationId: byId(external),
				fieldsLeftOut: 'clear',
				updateFields: { attachmentBinaryFields: 'letter' },
			},
			items,
			vendor: afterUpload(
				async (client, uploaded) =>
					await client.hire.v1.externalOffer.update({
						path: { external_offer_id: ids.externalOffers.full },
						data: { external_application_id: external, attachment_id_list: [uploaded] },
					}),
			),
		},
		{
			title: 'offer.create',
			given: 'a file of the item',
			parameters: {
				applicationId: byId(ids.applications.offerStage),
				...offer,
				additionalFields: { salaryInfo },
			},
			items,
			vendor: afterUpload(
				async (client, uploaded) =>
					await client.hire.v1.offer.create({
						data: { application_id: ids.applications.offerStage, ...sent(uploaded) },
					}),
			),
		},
		{
			title: 'offer.update',
			given: 'a file of the item',
			parameters: {
				offerId: byId(ids.offers.created),
				fieldsLeftOut: 'clear',
				...offer,
				updateFields: { schemaId: byId(version), salaryInfo },
			},
			items,
			vendor: afterUpload(
				async (client, uploaded) =>
					await client.hire.v1.offer.update({
						path: { offer_id: ids.offers.created },
						data: { schema_id: version, ...sent(uploaded) },
					}),
			),
		},
	];
}
