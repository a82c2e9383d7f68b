import { summary, type Part } from './account';

const part = (what: string, failures: string[] = []): Part => ({ what, sent: 1200, ms: 4560, failures });

test('a run that went well is a line for each part', () => {
	expect(summary([part('Examples'), part('Every operation')], '2.41.1').split('\n')).toEqual([
		'With n8n 2.41.1:',
		'  ✓ Examples          1200 requests     4.6 s',
		'  ✓ Every operation   1200 requests     4.6 s',
		'All succeeded.',
	]);
});

test('what failed stands below its part, the first three of it', () => {
	const failed = part('Examples', ['one.json: gave nothing', 'two', 'three', 'four', 'five']);
	expect(summary([failed, part('Limits', ['Stop'])], '2.0.3').split('\n')).toEqual([
		'With n8n 2.0.3:',
		'  ✗ Examples   1200 requests     4.6 s',
		'      one.json: gave nothing',
		'      two',
		'      three',
		'      and 2 more',
		'  ✗ Limits     1200 requests     4.6 s',
		'      Stop',
		'6 things failed.',
	]);
});
