import { gt } from 'semver';

/**
 * @typedef {object} Facts what decides whether a package may be published
 * @property {string} name
 * @property {string} version of its package.json
 * @property {string | null} last the version released last, null before the first release
 * @property {string[]} changes what is in it and has changed since; empty before the first release
 * @property {{ version: string, date: string } | null} entry the newest of its CHANGELOG
 * @property {boolean} hasTag whether its version has been tagged
 * @property {boolean} onMain whether the commit is on main
 * @property {string[]} uncommitted files
 */

/**
 * Says why a package must not be published.
 * @param {Facts} facts
 * @returns {string[]} sentences that say what to do; empty when it may be published
 */
export function refusalsOf({ name, version, last, changes, entry, hasTag, onMain, uncommitted }) {
	const prepare = prepareFirst(name);
	const reasons = [
		[!onMain, 'This commit is not on main. Merge it, and release from main.'],
		[uncommitted.length > 0, `Not committed: ${uncommitted.join(', ')}. Commit it or put it away.`],
		...(last && changes.length === 0
			? [[true, `Nothing in ${name} has changed since ${last}: there is nothing to release.`]]
			: [
					[hasTag, `${name}@${version} has a tag: it was released. ${prepare}`],
					[last && !hasTag && !gt(version, last), `${version} is not later than ${last}, the last release. ${prepare}`],
					[!isDated(entry, version), `The CHANGELOG does not begin with "## [${version}] - " and a day. ${prepare}`],
				]),
	];
	return reasons.flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}

function prepareFirst(name) {
	return `Run npm run release -- prepare ${name}, and merge what it writes.`;
}

/** @returns {string} what to do where npm has a version that no tag tells of: the next one could not be told from it */
export function untagged(spec) {
	return `${spec} is on npm and has no tag. Re-run the job that tags, or tag the commit that its provenance on npm names: git tag ${spec} <commit>, git push origin ${spec}.`;
}

function isDated(entry, version) {
	return entry?.version === version && /^\d{4}-\d\d-\d\d$/.test(entry.date);
}
