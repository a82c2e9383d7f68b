/**
 * What goes over the long connection: frames in protobuf, of which Feishu publishes no page. The fields and their
 * numbers are those of its SDKs (`pbbp2.proto`).
 */
export interface Frame {
	readonly seqId: bigint;
	readonly logId: bigint;
	readonly service: bigint;
	/** 0 for pings and pongs, 1 for events. */
	readonly method: bigint;
	readonly headers: ReadonlyArray<readonly [key: string, value: string]>;
	readonly payloadEncoding?: string;
	readonly payloadType?: string;
	readonly payload?: Uint8Array;
	readonly logIdNew?: string;
}

export const CONTROL = 0n;
export const DATA = 1n;

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

const varint = (value: bigint): Buffer => {
	const bytes: number[] = [];
	let rest = BigInt.asUintN(64, value);
	for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
	return Buffer.from([...bytes, Number(rest)]);
};

const number = (field: number, value: bigint) => Buffer.concat([Buffer.from([field << 3]), varint(value)]);

const bytes = (field: number, value: string | Uint8Array | undefined): Buffer => {
	if (value === undefined) return Buffer.alloc(0);
	const content = Buffer.from(value as Uint8Array);
	return Buffer.concat([Buffer.from([(field << 3) | BYTES]), varint(BigInt(content.length)), content]);
};

export function encode(frame: Frame): Uint8Array {
	const { seqId, logId, service, method, headers } = frame;
	return Buffer.concat([
		number(1, seqId),
		number(2, logId),
		number(3, service),
		number(4, method),
		...headers.map(([key, value]) => bytes(5, Buffer.concat([bytes(1, key), bytes(2, value)]))),
		bytes(6, frame.payloadEncoding),
		bytes(7, frame.payloadType),
		bytes(8, frame.payload),
		bytes(9, frame.logIdNew),
	]);
}

/** The fields of a message, in their order; numbers as bigint, texts and bytes as bytes. @throws RangeError */
function* fieldsOf(message: Uint8Array): Generator<[field: number, value: bigint | Buffer]> {
	const all = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
	let at = 0;
	const read = (): bigint => {
		let value = 0n;
		for (let shift = 0n; shift < 70n; shift += 7n) {
			const byte = all.readUInt8(at++);
			value |= BigInt(byte & 0x7f) << shift;
			if (byte < 0x80) return BigInt.asUintN(64, value);
		}
		throw new RangeError('A number of the frame does not end');
	};
	const take = (length: number): Buffer => {
		if (at + length > all.length) throw new RangeError('The frame is cut short');
		at += length;
		return all.subarray(at - length, at);
	};
	while (at < all.length) {
		const tag = Number(read());
		const wire = tag & 7;
		if (wire === VARINT) yield [tag >>> 3, read()];
		else if (wire === BYTES) yield [tag >>> 3, take(Number(read()))];
		else if (wire === FIXED64) take(8);
		else if (wire === FIXED32) take(4);
		else throw new RangeError('The frame has a field of an unknown kind');
	}
}

const textOf = (value: unknown) => (Buffer.isBuffer(value) ? value.toString('utf8') : '');

function headerOf(message: unknown): readonly [string, string] {
	const fields = new Map(Buffer.isBuffer(message) ? fieldsOf(message) : []);
	return [textOf(fields.get(1)), textOf(fields.get(2))];
}

/** @throws RangeError where it is no frame */
export function decode(message: Uint8Array): Frame {
	const fields = new Map<number, bigint | Buffer>();
	const headers: Array<readonly [string, string]> = [];
	for (const [field, value] of fieldsOf(message)) {
		if (field === 5) headers.push(headerOf(value));
		else fields.set(field, value);
	}
	const numberIn = (field: number): bigint => {
		const value = fields.get(field);
		if (typeof value !== 'bigint') throw new RangeError(`The frame lacks its field ${field}`);
		return value;
	};
	const textIn = (field: number) => (fields.has(field) ? textOf(fields.get(field)) : undefined);
	const payload = fields.get(8);
	return {
		seqId: numberIn(1),
		logId: numberIn(2),
		service: numberIn(3),
		method: numberIn(4),
		headers,
		payloadEncoding: textIn(6),
		payloadType: textIn(7),
		...(Buffer.isBuffer(payload) ? { payload } : {}),
		logIdNew: textIn(9),
	};
}
