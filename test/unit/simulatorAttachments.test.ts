import axios from 'axios';
import type { AxiosResponse } from 'axios';
import { at, outcome, REFUSED, useSimulator } from './simulatorClient';

const client = useSimulator();
const HALF_HOUR = 30 * 60 * 1000;

function formOf(...files: Array<[field: string, content: string | Buffer, name: string]>): FormData {
	const form = new FormData();
	for (const [field, content, name] of files) form.append(field, new Blob([content]), name);
	return form;
}

const upload = (form: unknown) => client.send('POST', '/attachments', form);
const get = (id: string, query = '') => client.send('GET', `/attachments/${id}${query}`);
const download = (url: unknown): Promise<AxiosResponse<Buffer>> =>
	axios.get<Buffer>(String(url), { responseType: 'arraybuffer', validateStatus: () => true });

it('are uploaded, read, and downloaded without a token, byte for byte', async () => {
	const content = Buffer.from(Array.from({ length: 300 }, (_, i) => i % 256));
	const uploaded = await upload(formOf(['content', content, '录用 "Offer".pdf']));
	expect(uploaded.data).toEqual({
		code: 0,
		message: 'OK',
		data: { id: expect.any(String), name: '录用 "Offer".pdf', url: expect.any(String) },
	});
	const { id, url } = uploaded.data.data as { id: string; url: string };
	expect(url.startsWith(`${client.simulator.url}/hire/file/blob/`)).toBe(true);
	expect(client.simulator.company.attachments.get(id)).toMatchObject({ size: 300 });

	const shown = at(await get(id, '?type=3'), 'attachment');
	expect(shown).toEqual({
		id,
		url: expect.any(String),
		name: '录用 "Offer".pdf',
		mime: 'application/pdf',
		create_time: client.now,
	});
	for (const link of [url, shown.url]) {
		const file = await download(link);
		expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
		expect(Buffer.compare(file.data, content)).toBe(0);
	}
	expect(client.simulator.requests.find(({ path }) => path.endsWith('/attachments'))).toMatchObject({
		body: undefined,
		rawBody: expect.stringMatching(/^\(\d+ bytes\)$/),
	});
});

it('can be large', async () => {
	const content = Buffer.alloc(70 * 1024 * 1024, '\r\n--');
	const uploaded = await upload(formOf(['content', content, 'film.mp4']));
	expect((await download(uploaded.data.data.url)).data.length).toBe(content.length);
}, 20_000);

it('have links that end after half an hour and can not be made up', async () => {
	const { url } = (await upload(formOf(['content', 'x', 'a.txt']))).data.data;
	client.now += HALF_HOUR - 1;
	expect((await download(url)).status).toBe(200);
	expect((await download(String(url).replace('/blob/', '/blob/x'))).status).toBe(403);
	client.now += 1;
	expect((await download(url)).status).toBe(403);
});

it('are refused in any other form', async () => {
	const wrong = [
		formOf(['file', 'x', 'a.txt']),
		formOf(['content', 'x', 'a.txt'], ['content', 'x', 'b.txt']),
		formOf(['content', 'x', 'a.txt'], ['file_name', 'x', 'b.txt']),
		formOf(['content', '', 'a.txt']),
		{ content: 'x' },
	];
	const text = new FormData();
	text.append('content', 'x');
	for (const form of [...wrong, text]) {
		const reply = await upload(form);
		expect(outcome(reply)).toEqual(REFUSED);
		// As its results, its refusals say `message`.
		expect(reply.data).toMatchObject({ message: expect.any(String) });
	}
	const cut = await axios.post(
		`${client.simulator.url}/open-apis/hire/v1/attachments`,
		'--b\r\nContent-Disposition: form-data; name="content"; filename="a.txt"\r\n\r\nx',
		{
			headers: {
				authorization: client.simulator.requests.at(-1)?.headers.authorization,
				'content-type': 'multipart/form-data; boundary=b',
			},
			validateStatus: () => true,
		},
	);
	expect(cut.status).toBe(400);
	expect(client.simulator.applied).toEqual([]);
	client.simulator.revokeScope('hire:attachment');
	const denied = await upload(formOf(['content', 'x', 'a.txt']));
	expect(denied.data).toMatchObject({ code: 99991672, msg: expect.any(String) });
});

it('are found under their own type only, which is that of resumes by default', async () => {
	const { attachments, resumes, works } = client.simulator.ids;
	const [common = ''] = attachments;
	expect(outcome(await get(common))).toEqual(REFUSED);
	expect(outcome(await get(common, '?type=3'))).toEqual([200, 0]);
	expect(at(await get(resumes.docx), 'attachment')).toMatchObject({ name: 'Ning-Okafor.docx' });
	expect(outcome(await get(works, '?type=2'))).toEqual([200, 0]);
	expect(outcome(await get(works, '?type=4'))).toEqual(REFUSED);
	expect(outcome(await get('1', '?type=3'))).toEqual(REFUSED);
	const link = at(await get(common, '?type=3'), 'attachment').url;
	expect((await download(link)).data.length).toBe(40_000);
});

it('have previews as PDF when they are resumes', async () => {
	const { attachments, resumes, works } = client.simulator.ids;
	const preview = (id: string) => client.send('GET', `/attachments/${id}/preview`);
	const converted = await download((await preview(resumes.docx)).data.data.url);
	expect(converted.headers['content-type']).toBe('application/pdf');
	expect(converted.headers['content-disposition']).toContain('Ning-Okafor.pdf');
	const original = await download((await preview(resumes.pdf)).data.data.url);
	expect(original.data.length).toBe(88_020);
	for (const id of [attachments[0] ?? '', works, '1']) {
		expect(outcome(await preview(id))).toEqual(REFUSED);
	}
});
