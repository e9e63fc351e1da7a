import { inc } from 'semver';

/** Sections of a CHANGELOG entry, and what each asks of the version. Commits of other kinds change nothing for users. */
const sections = [
	{ title: 'Breaking', level: 'major', holds: ({ breaking }) => breaking },
	{ title: 'Added', level: 'minor', holds: ({ kind }) => kind === 'feat' },
	{ title: 'Fixed', level: 'patch', holds: ({ kind }) => kind === 'fix' },
	{ title: 'Faster', level: 'patch', holds: ({ kind }) => kind === 'perf' },
	{ title: 'Taken back', level: 'patch', holds: ({ kind }) => kind === 'revert' },
];

const PREAMBLE = `# Changelog

All notable changes to this package are listed here, in the form of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).
Versions follow [Semantic Versioning](https://semver.org/).
`;

/**
 * Says what a package's next release is, from the commits since the last one.
 * @param {string} version the last one
 * @param {import('./history.mjs').Commit[]} commits
 * @param {string} scope how commits name the package
 * @param {string[]} others how they name the other packages; none for the package that holds all of them
 * @returns {{ version: string, body: string }} the next version (https://semver.org; before 1.0 a breaking change is a
 * minor one), and its CHANGELOG entry without the heading
 */
export function nextRelease(version, commits, scope, others) {
	const listed = commits.flatMap(({ message, touches }) => {
		const commit = parseCommit(message);
		const ofOthers = commit.scopes.length > 0 && commit.scopes.every((each) => others.some(isSame(each)));
		return commit.scopes.some(isSame(scope)) || (touches && !ofOthers) ? [commit] : [];
	});
	const filled = sections
		.map((section) => ({
			...section,
			lines: listed.filter((commit) => sections.find(({ holds }) => holds(commit)) === section),
		}))
		.filter(({ lines }) => lines.length > 0);
	const level = filled[0]?.level ?? 'patch';
	return {
		version: inc(version, level === 'major' && version.startsWith('0.') ? 'minor' : level),
		body:
			filled
				.map(({ title, lines }) => `### ${title}\n\n${lines.map((line) => lineOf(line, scope)).join('\n')}`)
				.join('\n\n') || 'Nothing that users notice.',
	};
}

/** Reads the header of a commit: https://www.conventionalcommits.org/en/v1.0.0/. One of another form has no kind. */
function parseCommit(message) {
	const [header = ''] = message.split('\n');
	const [, kind = '', scope = '', mark, text = header] = /^(\w+)(?:\(([^)]+)\))?(!)?: (.+)$/.exec(header) ?? [];
	const breaking = mark === '!' || /^BREAKING[ -]CHANGE: /m.test(message);
	return { kind, scopes: scope.split(/, */).filter(Boolean), text, breaking };
}

/** Commits say trust-swiftly where the package says trustswiftly. */
function isSame(scope) {
	return (other) => scope.replaceAll('-', '') === other.replaceAll('-', '');
}

function lineOf({ scopes, text }, scope) {
	const named = scopes.filter((each) => !isSame(scope)(each)).join(', ');
	return `- ${named && `${named}: `}${text}`;
}

/**
 * Reads the newest entry of a CHANGELOG.
 * @param {string} changelog
 * @returns {{ version: string, date: string, body: string } | null} `date` may be any word; null without an entry
 */
export function newestEntry(changelog) {
	const [, entry = ''] = changelog.split(/^## /m);
	const [, version, date, body = ''] = /^\[([^\]]+)\] - (.+)\n([^]*)$/.exec(entry) ?? [];
	return version ? { version, date, body: body.trim() } : null;
}

/**
 * Writes an entry on top of a CHANGELOG. What stands above that of the last release was never released, and goes;
 * before the first release, the newest entry goes.
 * @param {string} changelog empty where there is none
 * @param {{ version: string, body: string }} entry
 * @param {string} date
 * @param {string | null} last the version released last
 * @throws {Error} when the CHANGELOG does not know that version
 */
export function withEntry(changelog, { version, body }, date, last) {
	const [head = PREAMBLE, ...entries] = changelog ? changelog.split(/^(?=## )/m) : [];
	const from = last ? entries.findIndex((entry) => entry.startsWith(`## [${last}] - `)) : 1;
	if (from === -1) throw new Error(`The CHANGELOG has no entry "## [${last}] - …" of the last release: restore it.`);
	return [`${head.trimEnd()}\n`, `## [${version}] - ${date}\n\n${body}\n`, ...entries.slice(from)].join('\n');
}
