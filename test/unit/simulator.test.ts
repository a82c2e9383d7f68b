import axios from 'axios';
import type { AxiosResponse } from 'axios';
import { OfferStatus, startSimulator } from '../simulator';
import type { Fault, Simulator } from '../simulator';

interface Envelope {
	code: number;
	msg: string;
	data?: Record<string, unknown>;
	error?: Record<string, unknown>;
}

const TOKEN = 'POST /open-apis/auth/v3/tenant_access_token/internal';
const HIRE = '/open-apis/hire/v1';
const STATUS_ROUTE = 'PATCH /open-apis/hire/v1/offers/:offer_id/offer_status';
const DAY = 24 * 60 * 60 * 1000;

let simulator: Simulator;
let token: string;
let clock: number;

async function newToken(appId = simulator.appId, appSecret = simulator.appSecret): Promise<string> {
	const body = { app_id: appId, app_secret: appSecret };
	const response = await axios.post<{ tenant_access_token: string }>(
		`${simulator.url}${TOKEN.slice(5)}`,
		body,
	);
	return response.data.tenant_access_token;
}

interface Sending {
	headers?: Record<string, string>;
	timeout?: number;
}

function send(
	method: string,
	path: string,
	body?: unknown,
	sending: Sending = {},
): Promise<AxiosResponse<Envelope>> {
	return axios.request<Envelope>({
		method,
		url: `${simulator.url}${path.startsWith('/open-apis') || path.startsWith('/_') ? '' : HIRE}${path}`,
		data: body,
		timeout: sending.timeout,
		headers: {
			authorization: `Bearer ${token}`,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...sending.headers,
		},
		validateStatus: () => true,
	});
}

const setStatus = (offerId: string, body: unknown) => send('PATCH', `/offers/${offerId}/offer_status`, body);
const transfer = (applicationId: string, stageId: unknown) =>
	send('POST', `/applications/${applicationId}/transfer_stage`, { stage_id: stageId });
const terminate = (applicationId: string, body: unknown) =>
	send('POST', `/applications/${applicationId}/terminate`, body);
const createExternal = (body: unknown) => send('POST', '/external_offers', body);

function outcome({ status, data }: AxiosResponse<Envelope>): [number, number] {
	return [status, data.code];
}

function codeOf(error: unknown): string | undefined {
	return axios.isAxiosError(error) ? error.code : undefined;
}

beforeAll(async () => {
	simulator = await startSimulator({ now: () => clock });
});
beforeEach(async () => {
	simulator.reset();
	clock = Date.UTC(2026, 0, 15, 8);
	token = await newToken();
});
afterAll(() => simulator.close());

describe('the company', () => {
	it('is the same in every simulator, and each has its own', async () => {
		const other = await startSimulator();
		expect(other.ids).toEqual(simulator.ids);
		other.company.offers.clear();
		expect(simulator.company.offers.size).toBeGreaterThan(0);
		await other.close();
	});

	it('has ids that a JavaScript number can not hold', () => {
		const ids = [...simulator.company.applications.keys(), ...simulator.company.reasons.keys()];
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^\d{19}$/);
		expect(ids.filter((id) => BigInt(Number(id)).toString() === id).length).toBeLessThan(ids.length / 100);
	});

	it('grows on demand', async () => {
		const [offer = ''] = simulator.addOffers(3, { status: OfferStatus.approved });
		expect(outcome(await setStatus(offer, { offer_status: 6, expiration_date: '2026-02-01' }))).toEqual([
			200, 0,
		]);
		const [application = ''] = simulator.addApplications(2, { process: 'campus', stage: 'interview' });
		expect(outcome(await transfer(application, simulator.ids.stages.campus.exam))).toEqual([200, 0]);
		expect(simulator.addExternalOffers(2)).toHaveLength(2);
	});
});

describe('strictness', () => {
	const refused = [400, 1002002];

	it.each([
		['status as text', { offer_status: '4' }],
		['status not in the list', { offer_status: 1 }],
		['status missing', {}],
		['unknown field', { offer_status: 4, note: 'x' }],
		['day that does not exist', { offer_status: 6, expiration_date: '2026-02-30' }],
		['date with a time', { offer_status: 6, expiration_date: '2026-02-01T00:00:00Z' }],
		['null', { offer_status: 4, termination_reason_note: null }],
		['no date for sent', { offer_status: 6 }],
		['no reasons for declined', { offer_status: 8, termination_reason_id_list: [] }],
		['unknown reason', { offer_status: 8, termination_reason_id_list: ['1'] }],
		['an array', []],
	])('of the status of an offer: %s', async (_name, body) => {
		expect(outcome(await setStatus(simulator.ids.offers.inApproval, body))).toEqual(refused);
		expect(simulator.applied).toEqual([]);
	});

	it('counts reasons', async () => {
		const reasons = simulator.ids.reasons.candidateDeclined;
		const many = reasons.slice(0, 51);
		expect(many).toHaveLength(51);
		const decline = (list: string[]) =>
			setStatus(simulator.ids.offers.sent, { offer_status: 8, termination_reason_id_list: list });
		expect(outcome(await decline(many))).toEqual(refused);
		expect(outcome(await decline(many.slice(1)))).toEqual([200, 0]);
	});

	it.each([
		['time as a number', { biz_create_time: 1721899352428 }],
		['time in seconds', { biz_create_time: '1721899352' }],
		['list as text', { attachment_id_list: '7404675264888097068' }],
		['unknown attachment', { attachment_id_list: ['7404675264888097068'] }],
		['unknown external application', { external_application_id: '7404675264888097068' }],
		['application id as a number', { external_application_id: 12 }],
	])('of a new external offer: %s', async (_name, wrong) => {
		const [known] = simulator.ids.externalApplications;
		expect(outcome(await createExternal({ external_application_id: known, ...wrong }))).toEqual(refused);
	});

	it('counts attachments, fewer for an update than for a new one', async () => {
		const { attachments, externalOffers, externalApplications } = simulator.ids;
		const body = (count: number) => ({
			external_application_id: externalApplications[0],
			attachment_id_list: attachments.slice(0, count),
		});
		const update = (count: number) => send('PUT', `/external_offers/${externalOffers.full}`, body(count));
		expect(outcome(await createExternal(body(20)))).toEqual([200, 0]);
		expect(outcome(await createExternal(body(21)))).toEqual(refused);
		expect(outcome(await update(10))).toEqual([200, 0]);
		expect(outcome(await update(11))).toEqual(refused);
		expect(
			outcome(await send('PUT', `/external_offers/${externalOffers.full}`, { ...body(1), external_id: 'a' })),
		).toEqual(refused);
	});

	it.each([
		['GET', '/termination_reasons?page_size=201'],
		['GET', '/termination_reasons?page_size=0'],
		['GET', '/termination_reasons?page_size=1e1'],
		['GET', '/termination_reasons?page_size=5&page_size=5'],
		['GET', '/termination_reasons?pageSize=5'],
		['GET', '/termination_reasons?page_token=nonsense'],
		['GET', '/job_processes?page_size=101'],
		['POST', '/external_offers/batch_query?page_size=21'],
	])('of queries: %s %s', async (method, path) => {
		expect(outcome(await send(method, path, method === 'POST' ? {} : undefined))).toEqual(refused);
	});

	it('refuses a stage id as a number, a body that is no JSON, and another content type', async () => {
		const { screening } = simulator.ids.applications;
		const path = `/applications/${screening}/transfer_stage`;
		expect(outcome(await transfer(screening, 6930001627073947000))).toEqual(refused);
		expect(outcome(await send('POST', path, '{"stage_id":'))).toEqual(refused);
		const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
		expect(outcome(await send('POST', path, 'stage_id=1', form))).toEqual(refused);
	});

	it('answers unknown paths and methods as the platform does', async () => {
		for (const [method, path] of [
			['GET', '/nothing'],
			['POST', '/job_processes'],
		] as const) {
			const response = await send(method, path);
			expect(response.status).toBe(404);
			expect(response.headers['content-type']).toMatch('text/plain');
			expect(response.data).toBe('404 page not found');
			expect(response.headers['x-tt-logid']).toMatch(/^\d{14}[0-9A-F]{20}$/);
		}
	});
});

describe('the status of an offer', () => {
	const reasons = () => simulator.ids.reasons.candidateDeclined.slice(0, 2);

	it('runs from created to declined', async () => {
		const { created } = simulator.ids.offers;
		const bodies = [
			{ offer_status: 2 },
			{ offer_status: 4 },
			{ offer_status: 6, expiration_date: '2026-02-01' },
			{ offer_status: 8, termination_reason_id_list: reasons(), termination_reason_note: 'Better pay' },
		];
		for (const body of bodies) {
			const response = await setStatus(created, body);
			expect(response.data).toEqual({ code: 0, msg: 'success', data: {} });
		}
		expect(simulator.company.offers.get(created)).toMatchObject({
			status: OfferStatus.declined,
			expirationDate: '2026-02-01',
			terminationReasonIds: reasons(),
			terminationNote: 'Better pay',
		});
		expect(simulator.applied.map(({ id, body }) => ({ id, body }))).toEqual(
			bodies.map((body) => ({ id: created, body })),
		);
	});

	it.each([
		['unknown', { offer_status: 4 }, 400, 1002064],
		['approved', { offer_status: 5 }, 500, 1002069],
		['approved', { offer_status: 4 }, 500, 1002069],
		['sent', { offer_status: 2 }, 500, 1002069],
		['approvalStartedInHire', { offer_status: 4 }, 400, 1002070],
		['pendingOnboarding', { offer_status: 9 }, 400, 1002071],
		['approved', { offer_status: 9 }, 400, 1002072],
		['sentByHire', { offer_status: 7 }, 500, 1002073],
		['created', { offer_status: 6, expiration_date: '2026-02-01' }, 400, 1002002],
		['approved', { offer_status: 7 }, 400, 1002002],
		['sent', { offer_status: 9 }, 200, 0],
		['accepted', { offer_status: 9 }, 200, 0],
		['withdrawn', { offer_status: 10 }, 200, 0],
		['notApproved', { offer_status: 2 }, 200, 0],
	] as const)('of an offer that is %s: %j gives %i %i', async (name, body, status, code) => {
		const id = name === 'unknown' ? '6930815272790114324' : simulator.ids.offers[name];
		expect(outcome(await setStatus(id, body))).toEqual([status, code]);
		expect(simulator.applied).toHaveLength(code === 0 ? 1 : 0);
	});

	it('depends on the two switches', async () => {
		simulator.company.switches.oaApproval = false;
		expect(outcome(await setStatus(simulator.ids.offers.created, { offer_status: 2 }))).toEqual([
			500, 1002074,
		]);
		expect(outcome(await setStatus(simulator.ids.offers.sent, { offer_status: 7 }))).toEqual([200, 0]);
		simulator.company.switches.oaSend = false;
		expect(outcome(await setStatus(simulator.ids.offers.accepted, { offer_status: 9 }))).toEqual([
			500, 1002074,
		]);
	});

	it('can be told to accept a repeated status, which changes nothing', async () => {
		simulator.settings.repeatedOfferStatus = 'accepts';
		expect(outcome(await setStatus(simulator.ids.offers.approved, { offer_status: 4 }))).toEqual([200, 0]);
		expect(simulator.applied).toMatchObject([{ changed: false }]);
	});
});

describe('applications', () => {
	it.each([
		['screening', 'interview', 200, 0],
		['screening', 'screening', 200, 0],
		['approvedOffer', 'pendingOnboarding', 200, 0],
		['offerStage', 'pendingOnboarding', 400, 1002211],
		['screening', 'onboarded', 400, 1002211],
		['lockedElsewhere', 'interview', 400, 1002210],
		['lockHolder', 'exam', 200, 0],
		['onboarded', 'interview', 400, 1002220],
		['terminated', 'screening', 400, 1002220],
	] as const)('move from %s to %s: %i %i', async (name, stage, status, code) => {
		const id = simulator.ids.applications[name];
		expect(outcome(await transfer(id, simulator.ids.stages.social[stage]))).toEqual([status, code]);
	});

	it('can be told to refuse a stage that is the present one', async () => {
		simulator.settings.repeatedStage = 'refuses';
		const { screening } = simulator.ids.applications;
		const { social } = simulator.ids.stages;
		expect(outcome(await transfer(screening, social.screening))).toEqual([400, 1002211]);
		expect(outcome(await transfer(screening, social.interview))).toEqual([200, 0]);
	});

	it('move only within their own process, to stages that exist, and only if they exist', async () => {
		const { screening } = simulator.ids.applications;
		const { social, campus } = simulator.ids.stages;
		expect(outcome(await transfer(screening, campus.interview))).toEqual([400, 1002211]);
		expect(outcome(await transfer(screening, '1'))).toEqual([400, 1002204]);
		expect(outcome(await transfer('1', social.interview))).toEqual([400, 1002201]);
	});

	it('need no offer for onboarding when the company does not ask for one', async () => {
		simulator.company.switches.allJobsNeedOfferApproval = false;
		const { offerStage } = simulator.ids.applications;
		expect(outcome(await transfer(offerStage, simulator.ids.stages.social.pendingOnboarding))).toEqual([
			200, 0,
		]);
	});

	it('are terminated once', async () => {
		const { applications, reasons } = simulator.ids;
		const body = { termination_type: 1, termination_reason_list: reasons.weDeclined.slice(0, 2) };
		expect(outcome(await terminate(applications.interview, body))).toEqual([200, 0]);
		expect(outcome(await terminate(applications.interview, body))).toEqual([400, 1002221]);
		expect(simulator.company.applications.get(applications.interview)?.termination).toMatchObject({
			type: 1,
			reasonIds: body.termination_reason_list,
		});
		expect(outcome(await terminate('1', body))).toEqual([400, 1002002]);
		expect(outcome(await terminate(applications.screening, { termination_type: 2 }))).toEqual([400, 1002002]);
		const mixed = { termination_type: 22, termination_reason_list: reasons.weDeclined.slice(0, 1) };
		expect(outcome(await terminate(applications.screening, mixed))).toEqual([400, 1002002]);
	});
});

describe('external offers', () => {
	const application = () => simulator.ids.externalApplications[0];

	it('are created once in 24 hours for each external_id', async () => {
		const body = { external_id: 'oa-1', external_application_id: application(), owner: 'Lin' };
		const first = await createExternal(body);
		clock += DAY - 1;
		token = await newToken();
		const again = await createExternal({ ...body, owner: 'Wang' });
		expect(again.data).toEqual(first.data);
		clock += 1;
		const later = await createExternal(body);
		expect(later.data).toMatchObject({ code: 0, msg: 'SUCCESS' });
		expect(later.data.data).not.toEqual(first.data.data);
		expect(simulator.applied.map(({ changed }) => changed)).toEqual([true, false, true]);
	});

	it('can refuse a repeated external_id, and makes two without one', async () => {
		simulator.settings.repeatedExternalId = 'refuses';
		const body = { external_id: 'oa-1', external_application_id: application() };
		expect(outcome(await createExternal(body))).toEqual([200, 0]);
		expect(outcome(await createExternal(body))).toEqual([400, 1002002]);
		await createExternal({ external_application_id: application() });
		await createExternal({ external_application_id: application() });
		expect(simulator.applied).toHaveLength(3);
	});

	it('are overwritten as a whole', async () => {
		const { full } = simulator.ids.externalOffers;
		const response = await send('PUT', `/external_offers/${full}`, {
			external_application_id: application(),
			owner: 'Wang',
		});
		expect(response.data.data).toEqual({
			external_offer: {
				id: full,
				external_application_id: application(),
				owner: 'Wang',
				attachment_list: [],
			},
		});
		expect(
			outcome(await send('PUT', '/external_offers/1', { external_application_id: application() })),
		).toEqual([400, 1002002]);
	});

	it('are found by ids, else by application, page by page', async () => {
		const { twelveAttachments, bare } = simulator.ids.externalOffers;
		const query = (search: string, body: unknown) =>
			send('POST', `/external_offers/batch_query${search}`, body);
		const byIds = await query(`?external_application_id=1`, {
			external_offer_id_list: [bare, twelveAttachments, '1'],
		});
		expect(byIds.data.data).toMatchObject({
			items: [{ id: bare }, { id: twelveAttachments }],
			has_more: false,
		});

		const added = simulator.addExternalOffers(25, {
			externalApplicationId: simulator.ids.externalApplications[2],
		});
		const found: unknown[] = [];
		let mark = '';
		do {
			const path = `?external_application_id=${simulator.ids.externalApplications[2]}&page_size=20${mark}`;
			const { items, has_more, page_token } = (await query(path, {})).data.data ?? {};
			found.push(...(items as Array<{ id: string }>).map(({ id }) => id));
			mark = has_more ? `&page_token=${String(page_token)}` : '';
		} while (mark);
		expect(found).toEqual(added);
	});
});

describe('lists', () => {
	it('give all termination reasons in two pages of 200', async () => {
		const first = (await send('GET', '/termination_reasons?page_size=200')).data.data ?? {};
		expect(first.items).toHaveLength(200);
		const mark = String(first.page_token);
		const second =
			(await send('GET', `/termination_reasons?page_size=200&page_token=${mark}`)).data.data ?? {};
		expect(second).toMatchObject({ has_more: false });
		expect(second).not.toHaveProperty('page_token');
		const all = [...(first.items as unknown[]), ...(second.items as unknown[])];
		expect(all).toHaveLength(230);
		expect(all).toContainEqual(expect.objectContaining({ active_status: 2 }));
		expect(outcome(await send('GET', `/job_processes?page_token=${mark}`))).toEqual([400, 1002002]);
	});

	it('give ten job processes unless asked for more', async () => {
		expect((await send('GET', '/job_processes')).data.data).toMatchObject({ has_more: true });
		const all = (await send('GET', '/job_processes?page_size=100')).data.data ?? {};
		expect((all.items as unknown[]).length).toBe(simulator.company.processes.size);
	});
});

describe('tokens', () => {
	it('are refused for wrong credentials, with HTTP 200', async () => {
		const ask = (body: unknown) => send('POST', TOKEN.slice(5), body, { headers: { authorization: '' } });
		expect((await ask({ app_id: 'cli_x', app_secret: 'x' })).data).toMatchObject({
			code: 10003,
			msg: 'invalid param',
		});
		expect((await ask({ app_id: simulator.appId })).data.code).toBe(10003);
		const wrong = await ask({ app_id: simulator.appId, app_secret: 'x' });
		expect(wrong.status).toBe(200);
		expect(wrong.data).toMatchObject({ code: 10014, msg: 'app secret invalid' });
		expect(simulator.tokenCalls).toBe(4);
	});

	it('stay the same until half an hour is left, then the old and the new one are good', async () => {
		clock += 90 * 60 * 1000;
		expect(await newToken()).toBe(token);
		clock += 1;
		const next = await newToken();
		expect(next).not.toBe(token);
		for (const value of [token, next]) {
			const headers = { authorization: `Bearer ${value}` };
			expect(outcome(await send('GET', '/job_processes', undefined, { headers }))).toEqual([200, 0]);
		}
		clock += 30 * 60 * 1000 - 1;
		expect(outcome(await send('GET', '/job_processes'))).toEqual([400, 99991663]);
	});

	it('are told apart when missing, wrong, or of a user', async () => {
		const get = (authorization: string) =>
			send('GET', '/job_processes', undefined, { headers: { authorization } });
		expect(outcome(await get(''))).toEqual([400, 99991661]);
		expect(outcome(await get(token))).toEqual([400, 99991661]);
		expect(outcome(await get('Bearer t-wrong'))).toEqual([400, 99991663]);
		expect(outcome(await get('Bearer u-wrong'))).toEqual([400, 99991668]);
		const { data, headers } = await get('Bearer t-wrong');
		expect(data.error).toMatchObject({ log_id: headers['x-tt-logid'], troubleshooter: expect.any(String) });
	});

	it('can all be made void, at once or after some requests', async () => {
		simulator.expireTokens();
		expect(outcome(await send('GET', '/job_processes'))).toEqual([400, 99991663]);
		const next = await newToken();
		expect(next).not.toBe(token);
		token = next;
		simulator.expireTokensAfter(2);
		const codes = [];
		for (let i = 0; i < 3; i++) codes.push((await send('GET', '/job_processes')).data.code);
		expect(codes).toEqual([0, 0, 99991663]);
	});

	it('need a scope', async () => {
		simulator.revokeScope('hire:offer');
		const response = await setStatus(simulator.ids.offers.created, { offer_status: 2 });
		expect(outcome(response)).toEqual([400, 99991672]);
		expect(response.data.msg).toContain('hire:offer');
		expect(response.data.error?.permission_violations).toEqual([
			{ type: 'action_scope_required', subject: 'hire:offer' },
		]);
		// Either of two scopes opens this one.
		simulator.revokeScope('hire:application');
		expect(outcome(await send('GET', '/termination_reasons'))).toEqual([200, 0]);
		simulator.revokeScope('hire:application:readonly');
		expect(outcome(await send('GET', '/termination_reasons'))).toEqual([400, 99991672]);
		simulator.grantScope('hire:application:readonly');
		expect(outcome(await send('GET', '/termination_reasons'))).toEqual([200, 0]);
	});
});

describe('frequency limits', () => {
	const get = (path = '/termination_reasons') => send('GET', path);

	async function codes(count: number, path?: string): Promise<number[]> {
		const responses = await Promise.all(Array.from({ length: count }, () => get(path)));
		return responses.map(({ data }) => data.code);
	}

	it('slide, and refused requests do not count', async () => {
		expect(new Set(await codes(30))).toEqual(new Set([0]));
		clock += 400;
		expect((await codes(25)).filter((code) => code === 99991400)).toHaveLength(5);
		clock += 599;
		const over = await get();
		expect(outcome(over)).toEqual([429, 99991400]);
		expect(over.headers).toMatchObject({ 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '1' });
		clock += 1;
		expect((await codes(31)).filter((code) => code === 99991400)).toHaveLength(1);
	});

	it('hold in every window of a route', async () => {
		for (let second = 0; second < 20; second++) {
			expect(new Set(await codes(50))).toEqual(new Set([0]));
			clock += 1000;
		}
		const over = await get();
		expect(over.headers).toMatchObject({ 'x-ogw-ratelimit-limit': '1000', 'x-ogw-ratelimit-reset': '40' });
	}, 20_000);

	it('are of each route and each app', async () => {
		expect((await codes(25, '/job_processes')).filter((code) => code !== 0)).toHaveLength(5);
		expect(await codes(1)).toEqual([0]);
		const other = simulator.addApp();
		token = await newToken(other.appId, other.appSecret);
		expect(await codes(1, '/job_processes')).toEqual([0]);
	});

	it('can answer as older routes do, without the wait, or with nonsense', async () => {
		await codes(20, '/job_processes');
		simulator.settings.frequencyStyle = { status: 400, reset: 'omit' };
		const old = await get('/job_processes');
		expect(outcome(old)).toEqual([400, 99991400]);
		expect(old.headers).not.toHaveProperty('x-ogw-ratelimit-reset');
		simulator.settings.frequencyStyle = { status: 429, reset: '86400000' };
		expect((await get('/job_processes')).headers['x-ogw-ratelimit-reset']).toBe('86400000');
	});

	it('can be switched off or replaced', async () => {
		simulator.settings.limits = { 'GET /open-apis/hire/v1/job_processes': [{ requests: 1, perSeconds: 60 }] };
		expect((await codes(3, '/job_processes')).filter((code) => code === 0)).toHaveLength(1);
		simulator.settings.limits = false;
		expect(new Set(await codes(60))).toEqual(new Set([0]));
	});
});

describe('faults', () => {
	const approve = (sending: Sending = {}) =>
		send('PATCH', `/offers/${simulator.ids.offers.inApproval}/offer_status`, { offer_status: 4 }, sending);

	async function failed(fault: Fault, sending?: Sending): Promise<string | undefined> {
		simulator.fail({ times: 1, ...fault });
		return approve(sending).then(() => 'answered', codeOf);
	}

	it.each([
		[{ kind: 'dropBefore' }, 'ECONNRESET', 0],
		[{ kind: 'dropAfter' }, 'ECONNRESET', 1],
		[{ kind: 'dropMidBody' }, 'ERR_BAD_RESPONSE', 1],
	] as Array<[Fault, string, number]>)('%j ends as %s', async (fault, code, applied) => {
		expect([await failed(fault), simulator.applied.length]).toEqual([code, applied]);
		expect(simulator.requests.at(-1)).toMatchObject({ fault: fault.kind, acted: applied === 1 });
	});

	it('hangs until the client gives up, acted or not', async () => {
		expect(await failed({ kind: 'hang' }, { timeout: 100 })).toBe('ECONNABORTED');
		expect(simulator.applied).toHaveLength(0);
		expect(await failed({ kind: 'hang', acted: true }, { timeout: 100 })).toBe('ECONNABORTED');
		expect(simulator.applied).toHaveLength(1);
		expect(simulator.requests.at(-1)?.status).toBeUndefined();
	});

	it.each([
		[{ kind: 'status', status: 502 }, 502, undefined, 0],
		[{ kind: 'status', status: 504, acted: true }, 504, undefined, 1],
		[{ kind: 'status', status: 500 }, 500, 1002001, 0],
		[{ kind: 'status', status: 429 }, 429, 99991400, 0],
		[{ kind: 'status', status: 400 }, 400, 99991400, 0],
		[{ kind: 'code', code: 1002212, http: 400, msg: 'not moved' }, 400, 1002212, 0],
		[{ kind: 'code', code: 1254290 }, 200, 1254290, 0],
		[{ kind: 'html' }, 200, undefined, 1],
		[{ kind: 'emptyBody' }, 200, undefined, 1],
		[{ kind: 'truncatedJson' }, 200, undefined, 1],
		[{ kind: 'truncatedJson', acted: false }, 200, undefined, 0],
		// axios takes what it can unpack and raises no error.
		[{ kind: 'gzipCut' }, 200, undefined, 1],
		[{ kind: 'gzipCut', acted: false }, 200, undefined, 0],
		[{ kind: 'slow', overMs: 60 }, 200, 0, 1],
	] as Array<[Fault, number, number | undefined, number]>)(
		'%j answers %i',
		async (fault, status, code, applied) => {
			simulator.fail({ times: 1, ...fault });
			const response = await approve();
			expect([response.status, response.data.code, simulator.applied.length]).toEqual([
				status,
				code,
				applied,
			]);
			expect(response.headers['x-tt-logid']).toBe(simulator.requests.at(-1)?.logId);
		},
	);

	it('tell the wait of a frequency refusal when asked to', async () => {
		simulator.fail({ kind: 'status', status: 429, reset: '3', times: 1 });
		expect((await approve()).headers['x-ogw-ratelimit-reset']).toBe('3');
		expect((await approve()).status).toBe(200);
	});

	it('hit the requests they are meant for', async () => {
		simulator.fail({ kind: 'status', status: 503, route: STATUS_ROUTE, after: 1, times: 2 });
		expect((await send('GET', '/job_processes')).status).toBe(200);
		const statuses = [];
		for (let i = 0; i < 4; i++) statuses.push((await approve()).status);
		expect(statuses).toEqual([200, 503, 503, 500]);

		const undo = simulator.fail({ kind: 'status', status: 503, route: ({ body }) => body !== undefined });
		expect((await send('GET', '/job_processes')).status).toBe(200);
		expect((await approve()).status).toBe(503);
		undo();
		expect((await approve()).status).toBe(500);
	});

	it('spare the route of tokens unless it is named', async () => {
		simulator.fail({ kind: 'status', status: 503 });
		await newToken();
		simulator.fail({ kind: 'status', status: 503, route: TOKEN, times: 1 });
		await expect(newToken()).rejects.toThrow('503');
	});
});

describe('latency', () => {
	it('comes before acting and after', async () => {
		simulator.settings.latency = { before: ({ method }) => (method === 'PATCH' ? 80 : 0), after: 80 };
		const started = performance.now();
		const answer = setStatus(simulator.ids.offers.created, { offer_status: 2 });
		await new Promise((resolve) => setTimeout(resolve, 40));
		expect(simulator.applied).toHaveLength(0);
		await answer;
		expect(performance.now() - started).toBeGreaterThan(150);
	});
});

describe('the record of requests', () => {
	it('holds what was sent and answered', async () => {
		clock += 5;
		await send('GET', '/job_processes?page_size=1');
		expect(simulator.requests.at(-1)).toMatchObject({
			seq: 2,
			at: clock,
			method: 'GET',
			path: `${HIRE}/job_processes`,
			route: `GET ${HIRE}/job_processes`,
			query: { page_size: '1' },
			status: 200,
			code: 0,
			acted: true,
			appId: simulator.appId,
		});
		expect(simulator.countOf(`GET ${HIRE}/job_processes`)).toBe(1);
	});

	it('can be bounded', async () => {
		const small = await startSimulator({ log: 2 });
		for (let i = 0; i < 9; i++) await axios.get(small.url, { validateStatus: () => true });
		expect(small.requests.length).toBeLessThan(4);
		expect(small.requests.at(-1)?.seq).toBe(9);
		expect(small.requestCount).toBe(9);
		await small.close();
	});
});

describe('steering over HTTP', () => {
	it('shows requests without tokens and secrets', async () => {
		await send('GET', '/job_processes');
		const shown = JSON.stringify((await send('GET', '/_simulator/requests')).data);
		expect(shown).toContain('/job_processes');
		expect(shown).not.toContain(token);
		expect(shown).not.toContain(simulator.appSecret);
		expect((await send('GET', '/_simulator/requests?since=1')).data).toHaveLength(1);
		expect(simulator.requestCount).toBe(2);
	});

	it('lays faults, voids tokens, takes scopes, adds records, turns knobs, and resets', async () => {
		const post = (path: string, body?: unknown) => send('POST', `/_simulator/${path}`, body);
		expect((await post('faults', { kind: 'status', status: 503, times: 1 })).status).toBe(200);
		expect((await post('faults', { kind: 'nonsense' })).status).toBe(400);
		expect((await send('GET', '/job_processes')).status).toBe(503);
		await post('scopes', { revoke: ['hire:job_process:readonly'] });
		expect((await send('GET', '/job_processes')).data.code).toBe(99991672);
		await post('tokens/expire');
		expect((await send('GET', '/job_processes')).data.code).toBe(99991663);
		const more = await post('records', { what: 'offers', count: 3, choice: { status: 4 } });
		expect(more.data).toMatchObject({ ids: [expect.any(String), expect.any(String), expect.any(String)] });
		await post('settings', { limits: false, latency: { before: [0, 1] } });
		expect(simulator.settings.limits).toBe(false);
		await post('switches', { oaSend: false });
		const state = await send('GET', '/_simulator/state');
		expect(state.data).toMatchObject({ switches: { oaSend: false }, ids: { offers: simulator.ids.offers } });
		await post('reset');
		expect(simulator.company.switches.oaSend).toBe(true);
		expect(simulator.requestCount).toBe(0);
	});
});
