import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = '.github/workflows';
const files = readdirSync(FOLDER);

/** The jobs of a workflow, each as it is written, without comments. */
function jobsOf(file: string): Record<string, string> {
	const text = readFileSync(join(FOLDER, file), 'utf8').replace(/(^| )#.*$/gm, '');
	const [, jobs = ''] = text.split(/^jobs:$/m);
	const parts = jobs.split(/^ {2}([\w-]+):$/m).slice(1);
	return Object.fromEntries(parts.flatMap((name, at) => (at % 2 === 0 ? [[name, parts[at + 1] ?? '']] : [])));
}

const every = files.flatMap((file) => Object.entries(jobsOf(file)).map(([name, job]) => [file, name, job] as const));
const publishing = jobsOf('publish.yml');
const runsOf = (job = '') => [...job.matchAll(/^ +(?:- )?run: (.+)$/gm)].map(([, command = '']) => command.trim());
const usesOf = (job = '') => [...job.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);

test('the jobs are found', () => {
	expect(every.map(([file, name]) => `${file} ${name}`)).toEqual([
		'ci.yml check',
		'ci.yml n8n',
		'publish.yml ci',
		'publish.yml pack',
		'publish.yml publish',
	]);
	expect(runsOf(publishing.pack)).toContain('npm ci');
});

test('one job may speak for the repository, and runs nothing but npm on what another has packed', () => {
	expect(every.filter(([, , job]) => job.includes('id-token')).map(([, name]) => name)).toEqual(['publish']);
	const { publish = '' } = publishing;
	expect(/permissions:\n((?: {6}.*\n)+)/.exec(publish)?.[1]?.trim()).toBe('id-token: write');
	expect(runsOf(publish)).toEqual(['npm publish ./*.tgz --provenance --access public']);
	expect(usesOf(publish).map((action) => action.split('@')[0])).toEqual([
		'actions/setup-node',
		'actions/download-artifact',
	]);
	expect(publish).toMatch(/^ {4}needs: pack$/m);
	expect(publish).toMatch(/^ {4}environment: npm$/m);
});

test('no workflow gives its jobs more than they ask for', () => {
	for (const file of files) {
		const [head = ''] = readFileSync(join(FOLDER, file), 'utf8').split(/^jobs:$/m);
		expect(head).toMatch(/^permissions:( \{\}|\n {2}contents: read\n)/m);
		expect(head).not.toMatch(/write|pull_request_target/);
	}
	for (const [, , job] of every) expect(job.replace('id-token: write', '')).not.toMatch(/: write|write-all|secrets\b/);
});

test('each action is pinned by its hash, and kept current', () => {
	for (const file of files) {
		for (const [line] of readFileSync(join(FOLDER, file), 'utf8').matchAll(/uses: .*$/gm)) {
			expect(line).toMatch(/^uses: (\.\/\S+|actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+)$/);
		}
	}
	const dependabot = readFileSync('.github/dependabot.yml', 'utf8');
	for (const ecosystem of ['github-actions', 'npm']) {
		const rule = new RegExp(`- package-ecosystem: ${ecosystem}\n +directory: /\n +schedule:\n +interval: weekly\n`);
		expect(dependabot).toMatch(rule);
	}
});

describe('before anything is installed, the job that packs', () => {
	const commands = runsOf(publishing.pack);
	const [onMain = '', isVersion = ''] = commands;
	let folder: string;
	const git = (...args: string[]) =>
		execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: folder });
	const passes = (command: string, env = {}) =>
		spawnSync('bash', ['-e', '-c', command], { cwd: folder, env: { ...process.env, ...env } }).status === 0;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'kyc-publish-'));
		git('init', '--quiet', '--initial-branch=main');
		writeFileSync(join(folder, 'package.json'), '{"version":"1.2.3"}');
		for (const message of ['one', 'two']) git('commit', '--quiet', '--allow-empty', '--message', message);
		git('update-ref', 'refs/remotes/origin/main', 'HEAD');
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('sees that the tag is on main', () => {
		expect(commands.indexOf('npm ci')).toBe(2);
		expect(publishing.pack).toContain('fetch-depth: 0');
		expect(passes(onMain)).toBe(true);
		git('checkout', '--quiet', '--detach', 'HEAD~1');
		expect(passes(onMain)).toBe(true);
		git('commit', '--quiet', '--allow-empty', '--message', 'elsewhere');
		expect(passes(onMain)).toBe(false);
	});

	test('sees that it is the version of package.json', () => {
		expect(passes(isVersion, { TAG: 'v1.2.3' })).toBe(true);
		for (const TAG of ['v1.2.4', '1.2.3', 'v1.2.3-rc.1', 'v', '']) expect(passes(isVersion, { TAG })).toBe(false);
	});
});
