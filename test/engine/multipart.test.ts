/** Multipart bodies, read by the parser of Node.js. */
import { multipart } from '../../nodes/engine/multipart';

const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 200, 128, 0]);

async function arrivesAs(file: { fileName?: string; mimeType?: string }) {
	const { body, headers } = multipart({
		field: 'content',
		fileName: 'offer.pdf',
		mimeType: 'application/pdf',
		bytes,
		...file,
	});
	const form = await new Response(body as Buffer, { headers: headers as Record<string, string> }).formData();
	const [[field, part] = [], more] = [...form];
	if (!(part instanceof File) || more) throw new Error('It is not one file');
	expect(field).toBe('content');
	expect(Buffer.from(await part.arrayBuffer()).equals(bytes)).toBe(true);
	return { name: part.name, type: part.type };
}

test.each([
	['offer.pdf', 'offer.pdf'],
	['录用通知书 王俊.pdf', '录用通知书 王俊.pdf'],
	["l'été & 50% (1); a=b.pdf", "l'été & 50% (1); a=b.pdf"],
	['a"; name="b.pdf', 'a_; name=_b.pdf'],
	['a\r\nX-Name: evil\r\n\r\n.pdf', 'a__X-Name: evil____.pdf'],
	['nul\u0000 and \u0085.pdf', 'nul_ and _.pdf'],
	['backslash\\', 'backslash_'],
])('the name %j arrives as %j', async (fileName, name) => {
	expect(await arrivesAs({ fileName })).toEqual({ name, type: 'application/pdf' });
});

test.each([
	['image/svg+xml', 'image/svg+xml'],
	['application/vnd.ms-excel.sheet.macroEnabled.12', 'application/vnd.ms-excel.sheet.macroenabled.12'],
	['text/plain; charset=utf-8', 'text/plain; charset=utf-8'],
	['text/plain\r\nX-Type: evil', 'application/octet-stream'],
	['text/plain;\r\n charset=utf-8', 'application/octet-stream'],
	['text/plain\r\n\r\nevil', 'application/octet-stream'],
	['no type', 'application/octet-stream'],
	['', 'application/octet-stream'],
])('the type %j arrives as %j', async (mimeType, type) => {
	expect(await arrivesAs({ mimeType })).toEqual({ name: 'offer.pdf', type });
});
