/** What must hold of the files of a release. Each check says in words what does not; nothing where all is well. */
import { refused } from '../golden/renew';
import type { Saved } from '../golden/saved';

/** Where the version of a release stands. */
export interface Versions {
	manifest: string;
	lock: string;
	/** The whole changelog, whose first heading of a version is the newest. */
	changelog: string;
	/** The tag that is being published, where there is one. */
	tag?: string;
	/** Those that the repository has. */
	tags: readonly string[];
}

/** The newest version in the changelog and what is said of it. */
function newest(changelog: string): { version?: string; says: string } {
	const [, version, says = ''] =
		/^## \[?(\d+\.\d+\.\d+[^\s\]]*)[^\n]*\n([^]*?)(?=^## |$(?![^]))/m.exec(changelog) ?? [];
	return { version, says: says.trim() };
}

export function versionFaults({ manifest, lock, changelog, tag, tags }: Versions): string[] {
	const { version, says } = newest(changelog);
	const unreleased = /^## \[?unreleased/im.test(changelog);
	return [
		...(lock === manifest ? [] : [`package-lock.json has version ${lock}, package.json ${manifest}.`]),
		...(version === manifest
			? []
			: [`CHANGELOG.md has ${version ?? 'no version'} on top, package.json ${manifest}.`]),
		...(unreleased ? ['CHANGELOG.md has changes that are not yet below a version.'] : []),
		...(version && says === '' ? [`CHANGELOG.md says nothing of ${version}.`] : []),
		...(tag !== undefined && tag !== `v${manifest}`
			? [`The tag is ${tag}, package.json has ${manifest}.`]
			: []),
		...(tag === undefined && tags.includes(`v${manifest}`)
			? [`v${manifest} was released before: raise the version.`]
			: []),
	];
}

const numbers = (tag: string) => tag.slice(1).split('.').map(Number);

/** The newest release besides this one. */
export function lastRelease(tags: readonly string[], manifest: string): string | undefined {
	return tags
		.filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag) && tag !== `v${manifest}`)
		.sort((one, other) => {
			const [a, b] = [numbers(one), numbers(other)];
			const at = a.findIndex((number, index) => number !== b[index]);
			return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
		})
		.at(-1);
}

/** What workflows saved with the last release would miss: there a reason excuses nothing, as it does before one. */
export const openFaults = (last: Saved, now: Saved): string[] =>
	Object.entries(refused(last, now, [])).map(
		([name, [was, becomes]]) => `${name} was "${was}" and is ${becomes === null ? 'gone' : `"${becomes}"`}.`,
	);
