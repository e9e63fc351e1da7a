import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGES, Releasable } from './releasable';

const ALL = Object.values(PACKAGES);
const today = new Date().toISOString().slice(0, 10);

let repository: Releasable;
beforeEach(async () => {
	repository = await Releasable.create();
});
afterEach(() => repository.remove());

/** Which packages a release would be refused to, for nothing in them has changed. */
async function unchanged(): Promise<string[]> {
	const answers = await Promise.all(ALL.map((name) => repository.release('check', name)));
	return ALL.filter((name, at) => answers[at]?.text.includes(`Nothing in ${name} has changed since 0.1.0`));
}

test('the first release needs no tag: its entry is written, merged, checked and packed, without what was packed before', async () => {
	expect((await repository.release('check', 'n8n-nodes-a')).text).toBe(
		'The CHANGELOG does not begin with "## [0.1.0] - " and a day. Run npm run release -- prepare n8n-nodes-a, and merge what it writes.',
	);
	expect(await repository.release('prepare', 'n8n-nodes-a')).toMatchObject({ refused: false });
	expect(repository.read('packages/a/CHANGELOG.md')).toContain(`\n## [0.1.0] - ${today}\n\nFirst release.\n`);
	repository.commit('chore(release): n8n-nodes-a 0.1.0');
	repository.merge();
	expect(await repository.release('check', 'n8n-nodes-a')).toEqual({
		refused: false,
		text: 'n8n-nodes-a@0.1.0 may be published.',
	});

	expect((await repository.release('pack', 'n8n-nodes-a')).text).toContain('Build it first.');
	repository.build();
	repository.write('release/n8n-nodes-b-0.1.0.tgz', 'packed before');
	expect(await repository.release('pack', 'n8n-nodes-a')).toMatchObject({ refused: false });
	expect(readdirSync(join(repository.folder, 'release')).sort()).toEqual([
		'n8n-nodes-a-0.1.0.tgz',
		'notes.md',
		'tag.txt',
	]);
	expect(repository.read('release/notes.md')).toBe('First release.\n');
	expect(repository.read('release/tag.txt')).toBe('n8n-nodes-a@0.1.0\n');
});

test('an entry that was written by hand before the first release is dated, and gives the version', async () => {
	repository.write(
		'CHANGELOG.md',
		'# Changelog\n\n## [0.2.0] - unreleased\n\nBy hand.\n\n## [0.1.0] - never\n\nOld.\n',
	);
	expect(await repository.release('prepare', 'n8n-nodes-all')).toMatchObject({ refused: false });
	expect(repository.read('CHANGELOG.md')).toBe(
		`# Changelog\n\n## [0.2.0] - ${today}\n\nBy hand.\n\n## [0.1.0] - never\n\nOld.\n`,
	);
	expect(repository.read('package.json')).toContain('"version": "0.2.0"');
});

test('where nothing has changed, there is no release', async () => {
	repository.releaseAll();
	expect(await unchanged()).toEqual(ALL);
	expect(await repository.release('prepare', 'n8n-nodes-b')).toEqual({
		refused: true,
		text: 'Nothing in n8n-nodes-b has changed since 0.1.0.',
	});
});

test('what no package holds changes none', async () => {
	repository.releaseAll();
	repository.change('nodes/A/samples.ts', 'feat(a): a sample');
	repository.edit('packages/a/package.json', '"build"', '"make"');
	repository.write('test/a.test.ts', '');
	repository.commit('test: more');
	repository.merge();
	expect(await unchanged()).toEqual(ALL);
});

test.each([
	['shared code that one of them bundles', 'shared/onlyA.ts', '= 1', '= 2', ['n8n-nodes-b']],
	['shared code that all of them bundle', 'shared/both.ts', '= 1', '= 2', []],
	['an icon', 'icons/b.svg', '<svg/>', '<svg> </svg>', ['n8n-nodes-a']],
	['what n8n finds a node by', 'nodes/A/ATrigger.node.json', '"a"', '"b"', ['n8n-nodes-b']],
	['a license', 'packages/a/LICENSE', 'Free', 'Gratis', ['n8n-nodes-all', 'n8n-nodes-b']],
	['what builds them', 'scripts/build.mjs', "'utf8'", "'utf-8'", []],
	['what package.json says', 'packages/a/package.json', '"dist"', '"dist", "more"', ['n8n-nodes-all', 'n8n-nodes-b']],
	['the version of what is bundled in', 'package-lock.json', '1.0.0', '1.0.1', ['n8n-nodes-a']],
])('only what holds it is changed by %s', async (_what, file, from, to, others) => {
	repository.releaseAll();
	repository.edit(file, from, to);
	repository.commit('fix: it');
	repository.merge();
	expect(await unchanged()).toEqual(others);
});

test('no version is published twice, whether a tag or npm knows it, or npm does not say', async () => {
	repository.releaseAll();
	repository.change('shared/onlyA.ts', 'fix: again');
	expect((await repository.release('check', 'n8n-nodes-a')).text).toBe(
		'n8n-nodes-a@0.1.0 has a tag: it was released. Run npm run release -- prepare n8n-nodes-a, and merge what it writes.',
	);

	await repository.release('prepare', 'n8n-nodes-a');
	repository.commit('chore(release): n8n-nodes-a 0.1.1');
	repository.merge();
	expect((await repository.release('check', 'n8n-nodes-a')).text).toBe('n8n-nodes-a@0.1.1 may be published.');
	repository.published['n8n-nodes-a'] = '0.1.1';
	expect((await repository.release('check', 'n8n-nodes-a')).text).toBe(
		'n8n-nodes-a@0.1.1 is on npm and has no tag. Re-run the job that tags, or tag the commit that its provenance on npm names: git tag n8n-nodes-a@0.1.1 <commit>, git push origin n8n-nodes-a@0.1.1.',
	);
	repository.published['n8n-nodes-a'] = 500;
	expect((await repository.release('check', 'n8n-nodes-a')).text).toMatch(/^npm does not say whether/);
});

test('a version that is not later than the last release is not released', async () => {
	repository.releaseAll();
	repository.write('packages/a/CHANGELOG.md', '# Changelog\n\n## [0.0.9] - 2026-02-01\n\nLess.\n');
	repository.edit('packages/a/package.json', '0.1.0', '0.0.9');
	repository.change('shared/onlyA.ts', 'fix: less');
	expect(await repository.release('check', 'n8n-nodes-a')).toEqual({
		refused: true,
		text: '0.0.9 is not later than 0.1.0, the last release. Run npm run release -- prepare n8n-nodes-a, and merge what it writes.',
	});
});

test('what is not on main, or not committed, is not released', async () => {
	await repository.release('prepare', 'n8n-nodes-a');
	expect((await repository.release('check', 'n8n-nodes-a')).text).toBe(
		'Not committed: packages/a/CHANGELOG.md. Commit it or put it away.',
	);
	repository.commit('chore(release): n8n-nodes-a 0.1.0');
	expect((await repository.release('check', 'n8n-nodes-a')).text).toBe(
		'This commit is not on main. Merge it, and release from main.',
	);
	repository.merge();
	expect(await repository.release('check', 'n8n-nodes-a')).toMatchObject({ refused: false });
});

test('the CHANGELOG tells the commits of what the package holds', async () => {
	repository.releaseAll();
	repository.change('shared/onlyA.ts', 'fix(shared): a seam');
	repository.change('shared/both.ts', 'feat(b): an event');
	repository.change('nodes/B/BTrigger.node.ts', 'perf: half the time');
	const before = repository.read('packages/a/CHANGELOG.md');
	for (const name of ALL) await repository.release('prepare', name);
	const entries = ['CHANGELOG.md', 'packages/a/CHANGELOG.md', 'packages/b/CHANGELOG.md'].map((file) =>
		repository.read(file).slice(repository.read(file).indexOf('## '), repository.read(file).indexOf('## [0.1.0]')),
	);
	expect(entries).toEqual([
		`## [0.2.0] - ${today}\n\n### Added\n\n- b: an event\n\n### Fixed\n\n- shared: a seam\n\n### Faster\n\n- half the time\n\n`,
		`## [0.1.1] - ${today}\n\n### Fixed\n\n- shared: a seam\n\n`,
		`## [0.2.0] - ${today}\n\n### Added\n\n- an event\n\n### Faster\n\n- half the time\n\n`,
	]);
	expect(repository.read('packages/a/CHANGELOG.md')).toContain(before.slice(before.indexOf('## [0.1.0]')));

	await repository.release('prepare', 'n8n-nodes-a');
	expect(repository.read('packages/a/CHANGELOG.md').match(/^## /gm)).toHaveLength(2);
});

test('the CHANGELOG tells the commits of a branch, of which main had the change already, and not its merge', async () => {
	repository.releaseAll();
	const branched = repository.git('rev-parse', 'HEAD');
	repository.change('shared/onlyA.ts', 'fix: a seam');
	repository.change('shared/both.ts', 'fix: a hole');
	repository.git('checkout', '--quiet', '-b', 'branch', branched);
	repository.write('shared/onlyA.ts', repository.git('show', 'main:shared/onlyA.ts') + '\n');
	repository.commit('perf: half the time');
	repository.git('checkout', '--quiet', 'main');
	repository.git('merge', '--quiet', '--no-ff', '--message', 'feat: the branch', 'branch');
	repository.merge();
	await repository.release('prepare', 'n8n-nodes-a');
	expect(repository.read('packages/a/CHANGELOG.md')).toContain(
		`# Changelog\n\n## [0.1.1] - ${today}\n\n### Fixed\n\n- a seam\n- a hole\n\n### Faster\n\n- half the time\n\n## `,
	);
});

test.each([
	[
		'package.json',
		'packages/b/package.json',
		'"dist"',
		'"dist", "more"',
		'feat!: more',
		'0.2.0',
		'### Breaking\n\n- more',
	],
	[
		'what is bundled in',
		'package-lock.json',
		'1.0.0',
		'1.0.1',
		'fix(deps): a hole',
		'0.1.1',
		'### Fixed\n\n- deps: a hole',
	],
])('the CHANGELOG tells a commit that changes %s alone', async (_what, file, from, to, message, version, body) => {
	repository.releaseAll();
	repository.edit('packages/b/package.json', '"build"', '"make"');
	repository.commit('fix: what no user sees');
	repository.edit(file, from, to);
	repository.commit(message);
	repository.merge();
	await repository.release('prepare', 'n8n-nodes-b');
	expect(repository.read('packages/b/CHANGELOG.md')).toContain(
		`# Changelog\n\n## [${version}] - ${today}\n\n${body}\n\n## `,
	);
});

test('a dry run releases all that has changed, and nothing leaves the machine', async () => {
	repository.releaseAll();
	repository.change('shared/onlyA.ts', 'fix: a seam');
	const { refused, text } = await repository.release('--dry-run');
	expect(text.replace(/ +/g, ' ')).toMatch(
		/^Nothing was published\.[^]*\nn8n-nodes-all 0\.1\.0 0\.1\.1 \d+ kB\nn8n-nodes-a 0\.1\.0 0\.1\.1 \d+ kB\nn8n-nodes-b 0\.1\.0 nothing changed$/,
	);
	expect(refused).toBe(false);
	expect(repository.requests.length).toBeGreaterThan(0);
	expect(repository.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
	expect(repository.git('status', '--porcelain')).toBe('');
	expect(repository.git('tag').split('\n')).toHaveLength(3);
});

test('a name that there is not is answered with those that there are', async () => {
	expect(await repository.release('check', 'n8n-nodes-c')).toEqual({
		refused: true,
		text: `No package is named n8n-nodes-c. There are ${ALL.join(', ')}.`,
	});
});
