/** The vendor's own client over the simulator's long connection, and its frames against the node's. */
import { EventDispatcher, WSClient } from '@larksuiteoapi/node-sdk';
import fc from 'fast-check';
import { decode, encode, type Frame } from '../../nodes/FeishuHireConnectionTrigger/frame';
import { FrameType, LongConnection } from '../simulator/events/longConnection';
import { eventTypes, samples } from '../simulator/events/samples';
import { Subscription } from '../simulator/events/subscription';

const app = { appId: 'cli_a1b2c3d4e5f60718', appSecret: 'secret' };
const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
const occur = new Subscription({ ...app, url: '', encryptKey: '', verificationToken: '' });

let platform: LongConnection | undefined;
afterEach(async () => await platform?.close());

const until = async (holds: () => boolean) => {
	const patience = Date.now() + 10_000;
	while (!holds() && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 5));
};

it('the SDK takes all events, whole and in parts, and comes back after a drop', async () => {
	platform = await LongConnection.start(app);
	const handled: Array<Record<string, unknown>> = [];
	const note = async (data: Record<string, unknown>) => void handled.push(data);
	const eventDispatcher = new EventDispatcher({ logger: silent }).register(
		Object.fromEntries(eventTypes.map((type) => [type, note])),
	);
	const client = new WSClient({ ...app, domain: platform.url, logger: silent });
	await client.start({ eventDispatcher });
	await until(() => platform?.connections === 1);
	for (const [index, type] of eventTypes.entries())
		await platform.deliver(occur.occur(type), 1 + (index % 3));
	expect(handled).toHaveLength(12);
	expect(handled[0]).toMatchObject(samples[eventTypes[0] ?? 'hire.talent.deleted_v1']);
	await until(() => (platform?.pings ?? 0) > 0);
	expect(platform.pings).toBeGreaterThan(0);
	platform.drop();
	await platform.deliver(occur.occur('hire.talent.deleted_v1'));
	expect(handled).toHaveLength(13);
	expect(new Set(platform.acknowledged)).toEqual(new Set([200]));
	client.close({ force: true });
});

const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const frames = fc.record(
	{
		SeqID: uint64,
		LogID: uint64,
		service: int32,
		method: int32,
		headers: fc.array(fc.record({ key: fc.string({ unit: 'grapheme' }), value: fc.string() }), {
			maxLength: 6,
		}),
		payloadEncoding: fc.string(),
		payloadType: fc.string(),
		payload: fc.uint8Array({ maxLength: 500 }),
		LogIDNew: fc.string(),
	},
	{ requiredKeys: ['SeqID', 'LogID', 'service', 'method', 'headers'] },
);

it('1,000 frames are, byte by byte, what the protobuf library of the SDK makes of them', () => {
	fc.assert(
		fc.property(frames, ({ SeqID, LogID, service, method, headers, LogIDNew, ...rest }) => {
			const ours: Frame = {
				seqId: SeqID,
				logId: LogID,
				service: BigInt(service),
				method: BigInt(method),
				headers: headers.map(({ key, value }) => [key, value]),
				...rest,
				logIdNew: LogIDNew,
			};
			const long = (value: bigint) => ({
				low: Number(value & 0xffffffffn) | 0,
				high: Number(value >> 32n) | 0,
				unsigned: true,
			});
			const theirs = FrameType.encode({
				SeqID: long(SeqID),
				LogID: long(LogID),
				service,
				method,
				headers,
				...rest,
				...(LogIDNew === undefined ? {} : { LogIDNew }),
			}).finish();
			expect(Buffer.from(encode(ours)).toString('hex')).toBe(Buffer.from(theirs).toString('hex'));
			const back = decode(encode(ours));
			expect(Buffer.from(encode(back)).equals(encode(ours))).toBe(true);
		}),
		{ numRuns: 1_000 },
	);
});

it('10,000 random and changed messages are read, or refused as no frames', () => {
	const genuine = encode({
		seqId: 1n,
		logId: 2n,
		service: 3n,
		method: 1n,
		headers: [['type', 'event']],
		payload: Buffer.from('{}'),
	});
	const changed = fc
		.record({ at: fc.nat(genuine.length - 1), byte: fc.nat(255), length: fc.nat(genuine.length) })
		.map(({ at, byte, length }) => {
			const copy = Uint8Array.from(genuine);
			copy[at] = byte;
			return copy.subarray(0, length);
		});
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), changed), (bytes) => {
			try {
				decode(bytes);
			} catch (error) {
				expect(error).toHaveProperty('name', 'RangeError');
			}
		}),
		{ numRuns: 10_000 },
	);
});
