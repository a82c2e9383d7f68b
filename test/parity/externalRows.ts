/** External offers and external applications. The values are those of the examples on the vendor's pages. */
import { byId } from '../n8nCore/run';
import type { Company } from '../simulator';
import type { Row } from './rows';

export function externalRows({ ids, externalApplications }: Company): Row[] {
	const { externalOffers } = ids;
	const [application = ''] = ids.externalApplications;
	const talent = externalApplications.get(application)?.externalTalentId ?? '';
	const title = externalApplications.get(application)?.jobTitle ?? '';
	const many = Array.from({ length: 25 }, (_, index) => String(BigInt(externalOffers.full) + BigInt(index)));
	const fields = {
		jobRecruitmentType: 1,
		jobTitle: '高级 Java',
		resumeSource: '内推',
		stage: '简历初筛',
		terminationReason: '不合适',
		deliveryType: 1,
		modifyTime: '2021-04-15T23:24:38.645+08:00',
		createTime: 1_618_500_278_644,
		terminationType: 'HR 主动终止',
	};
	const sent = {
		job_recruitment_type: 1,
		job_title: '高级 Java',
		resume_source: '内推',
		stage: '简历初筛',
		termination_reason: '不合适',
		delivery_type: 1,
		modify_time: 1_618_500_278_645,
		create_time: 1_618_500_278_644,
		termination_type: 'HR 主动终止',
	};
	return [
		{
			title: 'externalOffer.get',
			given: 'an ID',
			parameters: { externalOfferId: byId(externalOffers.full) },
			vendor: [
				(client) =>
					client.hire.v1.externalOffer.batchQuery({
						data: { external_offer_id_list: [externalOffers.full] },
					}),
			],
		},
		{
			title: 'externalOffer.getAll',
			given: 'an external application',
			parameters: { returnAll: true, filters: { externalApplicationId: byId(application) } },
			vendor: [
				(client) =>
					client.hire.v1.externalOffer.batchQuery({
						params: { external_application_id: application, page_size: 20 },
						data: {},
					}),
			],
		},
		{
			title: 'externalOffer.getAll',
			given: 'more IDs than one request takes',
			parameters: { returnAll: true, filters: { externalOfferIdList: many.join(', ') } },
			vendor: [many.slice(0, 20), many.slice(20)].map(
				(group) => (client) =>
					client.hire.v1.externalOffer.batchQuery({
						params: { page_size: 20 },
						data: { external_offer_id_list: group },
					}),
			),
		},
		{
			title: 'externalOffer.delete',
			given: 'an ID',
			parameters: { externalOfferId: byId(externalOffers.full) },
			vendor: [
				(client) => client.hire.v1.externalOffer.delete({ path: { external_offer_id: externalOffers.full } }),
			],
		},
		{
			title: 'externalApplication.create',
			given: 'everything',
			parameters: {
				talentId: byId(talent),
				additionalFields: { externalId: '729557715718', ...fields },
			},
			vendor: [
				(client) =>
					client.hire.v1.externalApplication.create({
						data: { external_id: '729557715718', talent_id: talent, ...sent },
					}),
			],
		},
		{
			title: 'externalApplication.create',
			given: 'the least',
			parameters: { talentId: byId(talent), options: { makeKey: false } },
			vendor: [(client) => client.hire.v1.externalApplication.create({ data: { talent_id: talent } })],
		},
		{
			title: 'externalApplication.update',
			given: 'everything, other fields cleared',
			parameters: {
				externalApplicationId: byId(application),
				talentId: byId(talent),
				fieldsLeftOut: 'clear',
				updateFields: fields,
			},
			vendor: [
				(client) =>
					client.hire.v1.externalApplication.update({
						path: { external_application_id: application },
						data: { talent_id: talent, ...sent },
					}),
			],
		},
		{
			title: 'externalApplication.update',
			given: 'one field, the others kept',
			parameters: {
				externalApplicationId: byId(application),
				talentId: byId(talent),
				updateFields: { stage: '简历初筛' },
			},
			vendor: [
				(client) => client.hire.v1.externalApplication.list({ params: { talent_id: talent, page_size: 20 } }),
				(client) =>
					client.hire.v1.externalApplication.update({
						path: { external_application_id: application },
						data: { talent_id: talent, job_title: title, stage: '简历初筛' },
					}),
			],
		},
		{
			title: 'externalApplication.getAll',
			given: 'a limit below a page',
			parameters: { talentId: byId(talent), limit: 7 },
			vendor: [
				(client) => client.hire.v1.externalApplication.list({ params: { talent_id: talent, page_size: 7 } }),
			],
		},
		{
			title: 'externalApplication.delete',
			given: 'everything',
			parameters: {
				externalApplicationId: byId(application),
				additionalFields: { talentId: byId(talent) },
			},
			vendor: [
				(client) =>
					client.hire.v1.externalApplication.delete({
						path: { external_application_id: application },
						params: { talent_id: talent },
					}),
			],
		},
	];
}
