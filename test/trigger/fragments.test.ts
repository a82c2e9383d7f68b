/** Parts of messages, put together. */
import { Fragments } from '../../nodes/FeishuHireConnectionTrigger/fragments';
import { FakeClock } from '../engine/fakeClock';

const part = (text: string) => Buffer.from(text);

it('puts parts together in whatever order they come, of several messages at a time', () => {
	const fragments = new Fragments(new FakeClock());
	expect(fragments.add('a', 3, 2, part('c'))).toBeUndefined();
	expect(fragments.add('b', 2, 0, part('x'))).toBeUndefined();
	expect(fragments.add('a', 3, 0, part('a'))).toBeUndefined();
	// A part that comes twice counts once.
	expect(fragments.add('a', 3, 0, part('a'))).toBeUndefined();
	expect(fragments.add('a', 3, 1, part('b'))?.toString()).toBe('abc');
	expect(fragments.add('b', 2, 1, part('y'))?.toString()).toBe('xy');
	expect(fragments.add('c', 1, 0, part('z'))?.toString()).toBe('z');
});

it('forgets a message whose parts do not come within ten seconds', async () => {
	const clock = new FakeClock();
	const fragments = new Fragments(clock);
	fragments.add('a', 2, 0, part('a'));
	await clock.pass(10_001);
	expect(fragments.add('a', 2, 1, part('b'))).toBeUndefined();
	expect(fragments.add('a', 2, 0, part('a'))?.toString()).toBe('ab');
});

it.each([
	[0, 0],
	[-1, 0],
	[NaN, 0],
	[1e9, 0],
	[2, 2],
	[2, -1],
	[2, NaN],
	[1.5, 0],
	[2, 0.5],
])('takes no part %s, %s', (count, place) => {
	expect(new Fragments(new FakeClock()).add('a', count, place, part('a'))).toBeUndefined();
});

it('takes no part that says another number of parts than the first', () => {
	const fragments = new Fragments(new FakeClock());
	fragments.add('a', 2, 0, part('a'));
	expect(fragments.add('a', 3, 1, part('b'))).toBeUndefined();
	expect(fragments.add('a', 2, 1, part('b'))?.toString()).toBe('ab');
});

it('holds no more than 1 MB of a message', () => {
	const fragments = new Fragments(new FakeClock());
	const half = Buffer.alloc(600_000, 'x');
	fragments.add('a', 3, 0, half);
	fragments.add('a', 3, 1, half);
	expect(fragments.add('a', 3, 2, part('end'))).toBeUndefined();
	expect(fragments.add('b', 1, 0, Buffer.alloc(1_100_000))).toBeUndefined();
});

it('holds no more than 16 MB of all messages', () => {
	const fragments = new Fragments(new FakeClock());
	const most = Buffer.alloc(1_000_000, 'x');
	for (let index = 0; index < 1_000; index++) fragments.add(`message ${index}`, 2, 0, most);
	const whole = (index: number) => fragments.add(`message ${index}`, 2, 1, part('end')) !== undefined;
	expect([0, 15, 16, 999].map(whole)).toEqual([true, true, false, false]);
});

it('holds no frame longer than its part', () => {
	const fragments = new Fragments(new FakeClock());
	const frame = Buffer.from('frame');
	fragments.add('a', 2, 0, frame.subarray(0, 1));
	frame.fill('x');
	expect(fragments.add('a', 2, 1, part('g'))?.toString()).toBe('fg');
});
