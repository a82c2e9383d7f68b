import { lastRelease, openFaults, versionFaults, type Versions } from './checks';

const changelog = '# Changelog\n\nWords.\n\n## 1.2.0\n\n- New.\n\n## 1.1.0\n\n- Old.\n';
const good: Versions = { manifest: '1.2.0', lock: '1.2.0', changelog, tags: ['v1.1.0'] };

test.each([
	['before its tag', good],
	['at its tag', { ...good, tag: 'v1.2.0', tags: ['v1.1.0', 'v1.2.0'] }],
	['as the first', { ...good, changelog: '## 1.2.0\n- First.', tags: [] }],
])('a version that is the same everywhere is right, %s', (_when, versions) => {
	expect(versionFaults(versions)).toEqual([]);
});

test.each<[string, Partial<Versions>]>([
	['package-lock.json has version 1.1.0, package.json 1.2.0.', { lock: '1.1.0' }],
	['CHANGELOG.md has 1.1.0 on top, package.json 1.2.0.', { changelog: '## 1.1.0\n\n- Old.\n' }],
	['CHANGELOG.md has no version on top, package.json 1.2.0.', { changelog: '# Changelog\n' }],
	['CHANGELOG.md says nothing of 1.2.0.', { changelog: '## 1.2.0\n\n## 1.1.0\n\n- Old.\n' }],
	[
		'CHANGELOG.md has changes that are not yet below a version.',
		{ changelog: `## Unreleased\n\n- Newer.\n\n${changelog}` },
	],
	['The tag is v1.2.1, package.json has 1.2.0.', { tag: 'v1.2.1' }],
	['v1.2.0 was released before: raise the version.', { tags: ['v1.2.0'] }],
])('%s', (fault, versions) => {
	expect(versionFaults({ ...good, ...versions })).toEqual([fault]);
});

test('the last release is the highest, and never this one', () => {
	expect(lastRelease(['v0.9.0', 'v0.10.0', 'v1.0.0-rc.1', 'nightly', 'v1.0.0'], '1.0.0')).toBe('v0.10.0');
	expect(lastRelease(['v1.0.0'], '1.0.0')).toBeUndefined();
});

test('what saved workflows would miss is named; a new major version may miss it', () => {
	const last = { pack: 'package, major version 0', kept: 'value', changed: 'value', gone: 'mode' };
	const now = { pack: 'package, major version 0', kept: 'value', changed: 'mode', added: 'value' };
	expect(openFaults(last, now)).toEqual([
		'changed was "value" and is "mode".',
		'gone was "mode" and is gone.',
	]);
	expect(openFaults(last, { ...now, pack: 'package, major version 1' })).toEqual([]);
});
