import type { IDataObject } from 'n8n-workflow';
import type { Entry, Names, Searched } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { allOf } from './groups';
import { nameOfTalent, ofTalents } from './talents';

/** The route that lists the offers of a candidate. */
export const OFFERS = {
	route: 'GET /open-apis/hire/v1/offers',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/list',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:offer:readonly', 'hire:offer'],
	effect: 'read',
	pages: { size: 200 },
} as const satisfies PagedEndpoint;

const STATUS: Readonly<Record<number, Names>> = {
	1: { zh: '未申请', en: 'Not Submitted' },
	2: { zh: '审批中', en: 'Approval in Progress' },
	3: { zh: '审批已撤回', en: 'Approval Withdrawn' },
	4: { zh: '审批通过', en: 'Approved' },
	5: { zh: '审批不通过', en: 'Not Approved' },
	6: { zh: '已发出', en: 'Sent' },
	7: { zh: '已接受', en: 'Accepted' },
	8: { zh: '已拒绝', en: 'Declined' },
	9: { zh: '已失效', en: 'Expired' },
	10: { zh: '未审批', en: 'Not Approved Yet' },
	11: { zh: '实习待入职', en: 'Internship to Begin' },
	12: { zh: '实习已入职', en: 'Internship Begun' },
	13: { zh: '实习已离职', en: 'Internship Ended' },
};

function entryOf(offer: IDataObject, talent: IDataObject): Entry {
	const { id, job_info: job, offer_status: status } = offer;
	return {
		id: String(id),
		names: { zh: nameOfTalent(talent) },
		also: [{ zh: String((job as IDataObject | undefined)?.job_name ?? '') }, STATUS[Number(status)] ?? {}],
	};
}

/** The offers of the candidates found, or of those who changed last. */
export const offers: Searched = {
	name: 'searchOffers',
	search: (typed, reads) =>
		ofTalents(typed, reads, async (talent) => {
			const found = await allOf(reads.all(OFFERS, { query: { talent_id: String(talent.id) } }));
			return found.map((offer) => entryOf(offer, talent));
		}),
};
