import { newestEntry, nextRelease, withEntry } from '../../scripts/lib/release/changelog.mjs';

const others = ['veriff', 'stripe-identity'];
const next = (version: string, ...messages: string[]) =>
	nextRelease(
		version,
		messages.map((message) => ({ message, touches: true })),
		'persona',
		others,
	);

test.each([
	['1.2.3', ['fix: it'], '1.2.4'],
	['1.2.3', ['perf: it'], '1.2.4'],
	['1.2.3', ['revert: it'], '1.2.4'],
	['1.2.3', ['refactor: it'], '1.2.4'],
	['1.2.3', ['Some words'], '1.2.4'],
	['1.2.3', ['fix: it', 'feat: it', 'fix: it'], '1.3.0'],
	['1.2.3', ['feat(persona)!: it'], '2.0.0'],
	['1.2.3', ['fix: it\n\nBREAKING CHANGE: all of it'], '2.0.0'],
	['0.2.3', ['fix!: it'], '0.3.0'],
	['0.2.3', ['feat: it'], '0.3.0'],
])('after %s, %j makes %s', (version, messages, expected) => {
	expect(next(version, ...messages).version).toBe(expected);
});

test('an entry has a section for each kind, and each commit once', () => {
	const messages = ['feat: one', 'fix(persona)!: two', 'fix(persona, webhook): three', 'perf: four', 'revert: five'];
	expect(next('1.0.0', ...messages, 'docs: six', 'chore(release): seven').body).toBe(
		'### Breaking\n\n- two\n\n### Added\n\n- one\n\n### Fixed\n\n- webhook: three\n\n' +
			'### Faster\n\n- four\n\n### Taken back\n\n- five',
	);
});

test('what is meant for other packages alone is not told, whatever it touches', () => {
	expect(next('1.0.0', 'feat(veriff): it', 'feat(stripe-identity, veriff)!: it')).toEqual({
		version: '1.0.1',
		body: 'Nothing that users notice.',
	});
	expect(next('1.0.0', 'feat(veriff,persona): it').body).toBe('### Added\n\n- veriff: it');
});

test('hyphens make no other name of a package', () => {
	const commits = [{ message: 'fix(trust-swiftly): it', touches: true }];
	expect(nextRelease('1.0.0', commits, 'trustswiftly', []).body).toBe('### Fixed\n\n- it');
	expect(nextRelease('1.0.0', commits, 'persona', ['trustswiftly']).body).toBe('Nothing that users notice.');
});

test('what is meant for the package is told, even where it touches none of its files now', () => {
	const commits = ['fix(persona): gone', 'fix: elsewhere'].map((message) => ({ message, touches: false }));
	expect(nextRelease('1.0.0', commits, 'persona', others).body).toBe('### Fixed\n\n- gone');
});

test('an entry is written above the last release, in place of what was never released', () => {
	const changelog = '# C\n\n## [1.2.0] - 2026-03-03\n\nToo early.\n\n## [1.1.0] - 2026-02-02\n\nOut.\n';
	expect(withEntry(changelog, { version: '1.1.1', body: 'New.' }, '2026-04-04', '1.1.0')).toBe(
		'# C\n\n## [1.1.1] - 2026-04-04\n\nNew.\n\n## [1.1.0] - 2026-02-02\n\nOut.\n',
	);
	expect(() => withEntry(changelog, { version: '1.0.1', body: 'New.' }, '2026-04-04', '1.0.0')).toThrow('restore it');
});

test('a CHANGELOG of one entry, or of none, is read', () => {
	expect(newestEntry('# C\n\n## [1.0.0] - unreleased\n\n### Added\n\n- It\n')).toEqual({
		version: '1.0.0',
		date: 'unreleased',
		body: '### Added\n\n- It',
	});
	expect(newestEntry('# C\n')).toBeNull();
	expect(newestEntry('')).toBeNull();
});
