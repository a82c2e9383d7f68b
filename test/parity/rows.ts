/** One request or more per operation: as a node's parameters, and as calls of the vendor's SDK. */
import type { Client } from '@larksuiteoapi/node-sdk';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { byId } from '../n8nCore/run';
import type { Company } from '../simulator';
import { applicationRows } from './applicationRows';
import { attachmentRows } from './attachmentRows';
import { externalRows } from './externalRows';
import { offerRows } from './offerRows';
import { uploadRows } from './uploadRows';

export interface Row {
	/** The operation, as in 'offer.updateStatus'. */
	readonly title: string;
	readonly given: string;
	readonly parameters: INodeParameters;
	/** The input; one empty item by default. */
	readonly items?: readonly INodeExecutionData[];
	/** What the SDK is called with, one call after the other. */
	readonly vendor: ReadonlyArray<(client: Client) => Promise<unknown>>;
}

/** The values are those of the examples on the vendor's pages, the IDs those of a simulator's records. */
export function rowsFor(company: Company): Row[] {
	const { ids } = company;
	const { offers, applications, stages, reasons, attachments, externalOffers } = ids;
	const [externalApplication = ''] = ids.externalApplications;
	const [attachment = ''] = attachments;
	const [declinedReason = ''] = reasons.candidateDeclined;
	const [rejectedReason = ''] = reasons.weDeclined;
	return [
		...externalRows(company),
		...attachmentRows(ids),
		...offerRows(company),
		...applicationRows(ids),
		...uploadRows(company),
		{
			title: 'offer.updateStatus',
			given: 'what belongs to Sent',
			parameters: {
				offerId: byId(offers.approved),
				offerStatus: 6,
				expirationDate: '2023-01-01T00:00:00',
			},
			vendor: [
				(client) =>
					client.hire.v1.offer.offerStatus({
						path: { offer_id: offers.approved },
						data: { offer_status: 6, expiration_date: '2023-01-01' },
					}),
			],
		},
		{
			title: 'offer.updateStatus',
			given: 'what belongs to Declined',
			parameters: {
				offerId: byId(offers.sent),
				offerStatus: 8,
				terminationReasonIdList: [declinedReason],
				terminationReasonNote: '不符合期望',
			},
			vendor: [
				(client) =>
					client.hire.v1.offer.offerStatus({
						path: { offer_id: offers.sent },
						data: {
							offer_status: 8,
							termination_reason_id_list: [declinedReason],
							termination_reason_note: '不符合期望',
						},
					}),
			],
		},
		{
			title: 'offer.updateStatus',
			given: 'the least',
			parameters: { offerId: byId(offers.inApproval), offerStatus: 4 },
			vendor: [
				(client) =>
					client.hire.v1.offer.offerStatus({
						path: { offer_id: offers.inApproval },
						data: { offer_status: 4 },
					}),
			],
		},
		{
			title: 'externalOffer.create',
			given: 'everything',
			parameters: {
				externalApplicationId: byId(externalApplication),
				additionalFields: {
					externalId: '729557715718',
					bizCreateTime: '2024-07-25T17:22:32.428+08:00',
					owner: '张三',
					offerStatus: '已发送',
					attachmentIdList: attachment,
				},
			},
			vendor: [
				(client) =>
					client.hire.v1.externalOffer.create({
						data: {
							external_id: '729557715718',
							external_application_id: externalApplication,
							biz_create_time: '1721899352428',
							owner: '张三',
							offer_status: '已发送',
							attachment_id_list: [attachment],
						},
					}),
			],
		},
		{
			title: 'externalOffer.create',
			given: 'the least',
			parameters: { externalApplicationId: byId(externalApplication), options: { makeKey: false } },
			vendor: [
				(client) =>
					client.hire.v1.externalOffer.create({ data: { external_application_id: externalApplication } }),
			],
		},
		{
			title: 'externalOffer.update',
			given: 'everything, other fields cleared',
			parameters: {
				externalOfferId: byId(externalOffers.full),
				externalApplicationId: byId(externalApplication),
				fieldsLeftOut: 'clear',
				updateFields: {
					bizCreateTime: '1721899352428',
					owner: '张三',
					offerStatus: '已发送',
					attachmentIdList: [attachment],
				},
			},
			vendor: [
				(client) =>
					client.hire.v1.externalOffer.update({
						path: { external_offer_id: externalOffers.full },
						data: {
							external_application_id: externalApplication,
							biz_create_time: '1721899352428',
							owner: '张三',
							offer_status: '已发送',
							attachment_id_list: [attachment],
						},
					}),
			],
		},
		{
			title: 'externalOffer.update',
			given: 'the least, other fields cleared',
			parameters: {
				externalOfferId: byId(externalOffers.full),
				externalApplicationId: byId(externalApplication),
				fieldsLeftOut: 'clear',
			},
			vendor: [
				(client) =>
					client.hire.v1.externalOffer.update({
						path: { external_offer_id: externalOffers.full },
						data: { external_application_id: externalApplication },
					}),
			],
		},
		{
			title: 'externalOffer.update',
			given: 'one field, the others kept',
			parameters: {
				externalOfferId: byId(externalOffers.full),
				externalApplicationId: byId(externalApplication),
				updateFields: { owner: '张三' },
			},
			vendor: [
				(client) =>
					client.hire.v1.externalOffer.batchQuery({
						data: { external_offer_id_list: [externalOffers.full] },
					}),
				(client) =>
					client.hire.v1.externalOffer.update({
						path: { external_offer_id: externalOffers.full },
						data: {
							external_application_id: externalApplication,
							biz_create_time: '1721899352428',
							owner: '张三',
							offer_status: 'Sent',
							attachment_id_list: [attachment],
						},
					}),
			],
		},
		{
			title: 'application.transferStage',
			given: 'everything',
			parameters: {
				applicationId: byId(applications.screening),
				stageId: { __rl: true, mode: 'list', value: stages.social.interview, cachedResultName: 'Interview' },
			},
			vendor: [
				(client) =>
					client.hire.v1.application.transferStage({
						path: { application_id: applications.screening },
						data: { stage_id: stages.social.interview },
					}),
			],
		},
		{
			title: 'application.terminate',
			given: 'everything',
			parameters: {
				applicationId: byId(applications.interview),
				terminationType: 1,
				additionalFields: { terminationReasonList: [rejectedReason], terminationReasonNote: '不符合期望' },
			},
			vendor: [
				(client) =>
					client.hire.v1.application.terminate({
						path: { application_id: applications.interview },
						data: {
							termination_type: 1,
							termination_reason_list: [rejectedReason],
							termination_reason_note: '不符合期望',
						},
					}),
			],
		},
		{
			title: 'application.terminate',
			given: 'the least',
			parameters: { applicationId: byId(applications.interview), terminationType: 27 },
			vendor: [
				(client) =>
					client.hire.v1.application.terminate({
						path: { application_id: applications.interview },
						data: { termination_type: 27 },
					}),
			],
		},
	];
}
