import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readPackages } from '../../scripts/lib/release/packages.mjs';

interface Step {
	run?: string;
	uses?: string;
	with?: Record<string, unknown>;
}

interface Job {
	if?: string;
	needs?: string;
	permissions?: Record<string, string>;
	environment?: string;
	uses?: string;
	steps?: Step[];
}

interface Workflow {
	on: { workflow_dispatch?: { inputs: { package: { type: string; required: boolean; options: string[] } } } };
	permissions: Record<string, string>;
	concurrency: { group: string; 'cancel-in-progress': unknown };
	jobs: Record<string, Job>;
}

const FOLDER = '.github/workflows';
const files = readdirSync(FOLDER);
const read = (file: string) => parse(readFileSync(join(FOLDER, file), 'utf8')) as Workflow;

const publishing = read('publish.yml');
const { ci, pack, publish, tag } = publishing.jobs;
const everyJob = files.flatMap((file) =>
	Object.entries(read(file).jobs).map(([name, job]) => ({ ...job, name: `${file} ${name}` })),
);
const runsOf = ({ steps = [] }: Job = {}) => steps.flatMap(({ run }) => run ?? []);
const usesOf = ({ steps = [] }: Job = {}) => steps.flatMap(({ uses }) => uses?.split('@')[0] ?? []);

test('the jobs are found', () => {
	expect(everyJob.map(({ name }) => name)).toEqual([
		'ci.yml check',
		'ci.yml n8n',
		'publish.yml ci',
		'publish.yml pack',
		'publish.yml publish',
		'publish.yml tag',
	]);
});

test('a person starts it with the name of one package, of all that there are, and each package one run at a time', async () => {
	expect(Object.keys(publishing.on)).toEqual(['workflow_dispatch']);
	const names = (await readPackages()).map(({ name }) => name);
	expect(publishing.on.workflow_dispatch?.inputs.package).toMatchObject({ type: 'choice', required: true });
	expect(publishing.on.workflow_dispatch?.inputs.package.options).toEqual(names);
	expect(publishing.concurrency).toEqual({ group: 'publish-${{ inputs.package }}', 'cancel-in-progress': false });
});

test('it begins on main alone, and each job waits for the one before', () => {
	expect(ci?.if).toBe("github.ref == 'refs/heads/main'");
	expect([pack, publish, tag].map((job) => job?.needs)).toEqual(['ci', 'pack', 'publish']);
	expect([pack, publish, tag].map((job) => job?.if)).toEqual([undefined, undefined, undefined]);
});

test('what is packed has been checked, built from scratch and scanned', () => {
	expect(runsOf(pack)).toEqual([
		'npm ci',
		'npm run release -- check "$PACKAGE"',
		'npm run build -- "$PACKAGE"',
		'npm run scan -- "$PACKAGE"',
		'npm run release -- pack "$PACKAGE"',
	]);
	expect(pack?.permissions).toEqual({ contents: 'read' });
	const [checkout] = pack?.steps ?? [];
	expect(checkout?.with).toEqual({ 'persist-credentials': false, 'fetch-depth': 0 });
});

test('one job may speak for the repository to npm, and builds nothing', () => {
	expect(everyJob.filter(({ permissions }) => permissions?.['id-token']).map(({ name }) => name)).toEqual([
		'publish.yml publish',
	]);
	expect(publish?.permissions).toEqual({ 'id-token': 'write' });
	expect(publish?.environment).toBe('npm');
	expect(runsOf(publish)).toEqual(['npm publish ./*.tgz --provenance --access public']);
	expect(usesOf(publish)).toEqual(['actions/setup-node', 'actions/download-artifact']);
});

test('one job may write to the repository, after npm has the package, and runs nothing of it', () => {
	expect(everyJob.filter(({ permissions }) => permissions?.contents === 'write').map(({ name }) => name)).toEqual([
		'publish.yml tag',
	]);
	expect(tag?.permissions).toEqual({ contents: 'write' });
	expect(usesOf(tag)).toEqual(['actions/download-artifact']);
	expect(runsOf(tag)).toEqual([
		'gh release create "$(cat tag.txt)" --repo "$GITHUB_REPOSITORY" --target "$GITHUB_SHA" ' +
			'--title "$(cat tag.txt)" --notes-file notes.md --latest=false',
	]);
});

test('no workflow gives its jobs more than they ask for', () => {
	for (const file of files) {
		expect([{}, { contents: 'read' }]).toContainEqual(read(file).permissions);
		expect(readFileSync(join(FOLDER, file), 'utf8')).not.toMatch(/pull_request_target|write-all|secrets\b/);
	}
	const granted = everyJob.flatMap(({ permissions = {} }) =>
		Object.entries(permissions).map((each) => each.join(': ')),
	);
	expect([...new Set(granted)].sort()).toEqual(['contents: read', 'contents: write', 'id-token: write']);
});

test('no command holds what a person has typed', () => {
	for (const run of everyJob.flatMap(runsOf)) expect(run).not.toContain('${{');
});

test('each action is pinned by its hash, and kept current', () => {
	for (const file of files) {
		for (const [line] of readFileSync(join(FOLDER, file), 'utf8').matchAll(/uses: .*$/gm)) {
			expect(line).toMatch(/^uses: (\.\/\S+|actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+)$/);
		}
	}
	const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as { updates: object[] };
	for (const ecosystem of ['github-actions', 'npm']) {
		expect(updates).toContainEqual(
			expect.objectContaining({ 'package-ecosystem': ecosystem, directory: '/', schedule: { interval: 'weekly' } }),
		);
	}
});
