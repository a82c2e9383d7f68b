/** Files in and out of Feishu Hire. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { byId, runNode } from '../n8nCore/run';
import { hireRequests } from './calls';
import { EMPTY } from './empty';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const ROUTE = '/open-apis/hire/v1/attachments';
const MEGABYTE = 1024 * 1024;

const withFile = (
	bytes: Buffer,
	{ field = 'data', fileName = 'offer.pdf', mimeType = 'application/pdf' } = {},
): INodeExecutionData => ({
	json: {},
	binary: { [field]: { data: bytes.toString('base64'), fileName, mimeType } },
});

const run = async (operation: string, parameters: INodeParameters = {}, items?: INodeExecutionData[]) =>
	await runNode(simulator, {
		node: 'feishuHireAttachment',
		parameters: { resource: 'attachment', operation, simplify: false, ...parameters },
		items,
	});

const bytesOf = (item: INodeExecutionData | undefined, field: string) =>
	Buffer.from(item?.binary?.[field]?.data ?? '', 'base64');

/** Bytes that no text encoding leaves as they are. */
const BYTES = Buffer.from([0, 255, 13, 10, 45, 45, 200, 128, 0]);

test('Upload sends the file as it is and gives what Feishu Hire made of it', async () => {
	const { json, error } = await run('upload', {}, [withFile(BYTES)]);
	expect(error).toBeUndefined();
	const [{ method, path, headers } = { method: '', path: '', headers: {} }] = hireRequests(simulator);
	expect([method, path]).toEqual(['POST', ROUTE]);
	expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=\S+$/);
	const [{ id = '' } = {}] = json as Array<{ id?: string }>;
	expect(json).toEqual([
		{
			id: expect.stringMatching(/^\d+$/) as string,
			name: 'offer.pdf',
			url: expect.stringMatching(/^http/) as string,
		},
	]);
	expect(simulator.company.files.get(id)?.equals(BYTES)).toBe(true);
	expect(simulator.company.attachments.get(id)).toMatchObject({ name: 'offer.pdf', size: BYTES.length });
});

test('Upload takes another field, and names in Chinese and with quotes', async () => {
	const items = ['录用通知书 王俊.pdf', 'the "offer".pdf'].map((fileName) =>
		withFile(BYTES, { field: 'letter', fileName }),
	);
	const { json, error } = await run('upload', { binaryPropertyName: 'letter' }, items);
	expect(error).toBeUndefined();
	expect(json.map(({ name }) => name)).toEqual(['录用通知书 王俊.pdf', 'the _offer_.pdf']);
});

test('Upload keeps the order of the items, and runs two at a time', async () => {
	simulator.settings.latency = { after: 40 };
	const items = Array.from({ length: 6 }, (_, index) =>
		withFile(Buffer.from(`file ${index}`), { fileName: `${index}.txt`, mimeType: 'text/plain' }),
	);
	const { items: output } = await run('upload', {}, items);
	expect(output.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual(
		items.map((_, index) => [`${index}.txt`, { item: index }]),
	);
	const arrivals = hireRequests(simulator).map(({ at }) => at);
	// Three rounds of 40 ms; with all six at once there would be no round to wait for.
	expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThanOrEqual(75);
});

test('Upload without such a field says so', async () => {
	const { error } = await run('upload', { binaryPropertyName: 'letter' }, [withFile(BYTES)]);
	expect(`${error?.message} ${error?.description}`).toMatch(/letter/);
	expect(hireRequests(simulator)).toHaveLength(0);
});

test('Upload of an empty file is refused before it is sent', async () => {
	const { error } = await run('upload', {}, [withFile(Buffer.alloc(0))]);
	expect(error?.message).toMatch(/'offer\.pdf' is empty.*\[item 0\]/);
	expect(hireRequests(simulator)).toHaveLength(0);
});

test('Upload of more than 300 MB is refused before it is sent', async () => {
	const { error } = await run('upload', {}, [withFile(Buffer.alloc(300 * MEGABYTE + 1))]);
	expect(error?.message).toMatch(/'offer\.pdf' is 301 MB large.*at most 300 MB.*\[item 0\]/);
	expect(error?.description).toMatch(/smaller/);
	expect(hireRequests(simulator)).toHaveLength(0);
}, 60_000);

test('an upload without an answer is not sent again', async () => {
	simulator.fail({ kind: 'dropAfter', route: 'POST /open-apis/hire/v1/attachments', acted: true });
	const { error } = await run('upload', {}, [withFile(BYTES)]);
	expect(error?.message).toMatch(/unknown/);
	expect(simulator.countOf('POST /open-apis/hire/v1/attachments')).toBe(1);
});

const general = () => simulator.ids.attachments[0] ?? '';

test('Get gives the record of the type that was asked for', async () => {
	const { json, error } = await run('get', { attachmentId: byId(general()), type: 3 });
	expect(error).toBeUndefined();
	expect(hireRequests(simulator).map(({ method, path, query }) => [method, path, query])).toEqual([
		['GET', `${ROUTE}/${general()}`, { type: '3' }],
	]);
	expect(json).toEqual([
		expect.objectContaining({ id: general(), name: 'offer-letter-1.pdf', mime: 'application/pdf' }),
	]);
});

test('Get asks for what Upload stores unless told otherwise', async () => {
	const { json } = await run('get', { attachmentId: byId(general()) });
	expect(hireRequests(simulator)[0]?.query).toEqual({ type: '3' });
	expect(json).toEqual([expect.objectContaining({ name: 'offer-letter-1.pdf' })]);
});

// Without a type Feishu Hire looks among the resumes.
test.each(['get', 'download'])(
	'%s refuses an expression for the type that gives nothing',
	async (operation) => {
		for (const cell of EMPTY.map(([, value]) => value)) {
			const { error } = await run(operation, { attachmentId: byId(general()), type: '={{ $json.cell }}' }, [
				{ json: { cell } },
			]);
			expect(error?.message).toBe("'Attachment Type' is missing [item 0]");
			expect(error?.description).toMatch(/Fill in 'Attachment Type'.*expression.*Nothing was sent/);
		}
		expect(hireRequests(simulator)).toHaveLength(0);
	},
);

test.each(['1', 'resume', '简历附件'])('Get of a type given as %s', async (type) => {
	const { json } = await run('get', {
		attachmentId: byId(simulator.ids.resumes.pdf),
		type: `={{ "${type}" }}`,
	});
	expect(hireRequests(simulator)[0]?.query).toEqual({ type: '1' });
	expect(json).toEqual([expect.objectContaining({ name: 'Ning-Okafor.pdf' })]);
});

test('Get of the wrong type explains that types matter', async () => {
	const { error } = await run('get', { attachmentId: byId(general()), type: 1 });
	expect(error?.description).toMatch(/Type.*1002002/);
});

test('what was uploaded can be downloaded, byte by byte', async () => {
	const { json } = await run('upload', {}, [withFile(BYTES, { fileName: '录用.pdf' })]);
	const { items, error } = await run('download', {
		attachmentId: byId(String(json[0]?.id)),
		type: 3,
		binaryPropertyName: 'letter',
	});
	expect(error).toBeUndefined();
	expect(items[0]?.json).toMatchObject({ id: json[0]?.id, name: '录用.pdf' });
	expect(items[0]?.binary?.letter).toMatchObject({ fileName: '录用.pdf', mimeType: 'application/pdf' });
	expect(bytesOf(items[0], 'letter').equals(BYTES)).toBe(true);
});

test('the link of a file is fetched without the token', async () => {
	const { resumes } = simulator.ids;
	await run('download', { attachmentId: byId(resumes.pdf), type: 1 });
	await run('getPdfPreview', { attachmentId: byId(resumes.docx), download: true });
	const links = simulator.requests.filter(({ path }) => path.startsWith('/hire/file/'));
	expect(links.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
	const [asked] = hireRequests(simulator);
	const [, token = ''] = String(asked?.headers.authorization).split(' ');
	expect(token).toMatch(/^t-/);
	expect(JSON.stringify(links.map(({ headers, query, rawBody }) => [headers, query, rawBody]))).not.toContain(
		token,
	);
});

test('Download puts each file beside its own record', async () => {
	const { resumes } = simulator.ids;
	const { items } = await runNode(simulator, {
		node: 'feishuHireAttachment',
		parameters: {
			resource: 'attachment',
			operation: 'download',
			attachmentId: byId('={{ $json.id }}'),
			type: 1,
		},
		items: [{ id: resumes.docx }, { id: resumes.pdf }],
	});
	expect(items.map(({ json, binary }) => [json.attachment_name, binary?.data?.fileName])).toEqual([
		['Ning-Okafor.docx', 'Ning-Okafor.docx'],
		['Ning-Okafor.pdf', 'Ning-Okafor.pdf'],
	]);
	expect(items.map((item) => bytesOf(item, 'data').length)).toEqual([24_310, 88_020]);
});

test('Get PDF Preview gives the link, and no file', async () => {
	const { resumes } = simulator.ids;
	const { items, error } = await run('getPdfPreview', { attachmentId: byId(resumes.docx) });
	expect(error).toBeUndefined();
	expect(hireRequests(simulator).map(({ method, path }) => [method, path])).toEqual([
		['GET', `${ROUTE}/${resumes.docx}/preview`],
	]);
	expect(items.map(({ json, binary }) => [Object.keys(json), binary])).toEqual([[['url'], undefined]]);
});

test('Get PDF Preview downloads the PDF on demand', async () => {
	const { items, error } = await run('getPdfPreview', {
		attachmentId: byId(simulator.ids.resumes.docx),
		download: true,
		binaryPropertyName: 'resume',
	});
	expect(error).toBeUndefined();
	expect(items[0]?.json.url).toMatch(/^http/);
	expect(items[0]?.binary?.resume).toMatchObject({
		fileName: `${simulator.ids.resumes.docx}.pdf`,
		mimeType: 'application/pdf',
	});
	expect(bytesOf(items[0], 'resume').toString()).toMatch(/^%PDF.*Ning-Okafor\.docx/s);
});

test('Get PDF Preview of anything but a resume says what has one', async () => {
	const { error } = await run('getPdfPreview', { attachmentId: byId(simulator.ids.works) });
	expect(error?.description).toMatch(/resumes.*1002002/);
});
