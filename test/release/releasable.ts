import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'release.mjs');

export const PACKAGES = { '.': 'n8n-nodes-all', 'packages/a': 'n8n-nodes-a', 'packages/b': 'n8n-nodes-b' };

/** What stands in for the script that builds: the bundler is not what these tests are about. */
const BUILD = `import { cpSync, readFileSync } from 'node:fs';
for (const dir of ['.', 'packages/a', 'packages/b']) {
	const { n8n } = JSON.parse(readFileSync(dir + '/package.json', 'utf8'));
	for (const file of n8n.nodes) cpSync(file.replace('dist/', '').replace(/js$/, 'ts'), dir + '/' + file);
}
`;

const manifest = (name: string, nodes: string[]) => ({
	name,
	version: '0.1.0',
	// What is packed has been built and checked: nothing runs meanwhile.
	scripts: { build: 'node scripts/build.mjs', prepack: 'exit 1' },
	files: ['dist', 'CHANGELOG.md'],
	n8n: { nodes: nodes.map((node) => `dist/nodes/${node}/${node}Trigger.node.js`), credentials: [] },
});

/** Three packages in one repository: A, B with a bundled dependency, and one with both. Both share `shared/both.ts`. */
const FILES: Record<string, string | object> = {
	'.gitignore': 'node_modules/\ndist/\n/release/\n',
	'package.json': manifest('n8n-nodes-all', ['A', 'B']),
	'package-lock.json': {
		packages: { 'node_modules/helper': { version: '1.0.0' }, 'node_modules/rolldown': { version: '1.0.0' } },
	},
	'node_modules/helper/package.json': { name: 'helper', version: '1.0.0', type: 'module', exports: './index.js' },
	'node_modules/helper/index.js': 'export const help = 1;\n',
	'scripts/build.mjs': BUILD,
	'icons/a.svg': '<svg/>\n',
	'icons/b.svg': '<svg/>\n',
	'shared/both.ts': 'export const both = 1;\n',
	'shared/onlyA.ts': 'export const onlyA = 1;\n',
	'nodes/A/ATrigger.node.ts': `export { both } from '../../shared/both';\nexport { onlyA } from '../../shared/onlyA';\n`,
	'nodes/A/ATrigger.node.json': '{ "alias": ["a"] }\n',
	'nodes/A/samples.ts': 'export const samples = [];\n',
	'nodes/B/BTrigger.node.ts': `export { both } from '../../shared/both';\nexport { help } from 'helper';\n`,
	'packages/a/package.json': manifest('n8n-nodes-a', ['A']),
	'packages/a/LICENSE': 'Free.\n',
	'packages/b/package.json': manifest('n8n-nodes-b', ['B']),
};

const LINKS = ['nodes/A', 'icons/a.svg', 'nodes/B', 'icons/b.svg'];

/** A repository of its own in a temporary folder, and a registry that knows what it is told. */
export class Releasable {
	readonly folder = mkdtempSync(join(tmpdir(), 'kyc-release-'));
	readonly requests: string[] = [];
	/** By package. A number is the status of a failure. */
	readonly published: Record<string, string | number> = {};
	private readonly registry: Server;

	private constructor() {
		for (const [file, content] of Object.entries(FILES)) this.write(file, content);
		for (const target of LINKS) {
			const link = join(this.folder, 'packages', target.charAt(target.indexOf('/') + 1).toLowerCase(), target);
			mkdirSync(dirname(link), { recursive: true });
			symlinkSync(`../../../${target}`, link);
		}
		this.registry = createServer(({ method = '', url = '' }, response) => {
			this.requests.push(`${method} ${url}`);
			const name = url.slice(1);
			const known = this.published[name] ?? 404;
			response.statusCode = typeof known === 'number' ? known : 200;
			const { version } = { version: String(known) };
			response.end(
				JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: { name, version } } }),
			);
		});
		this.git('init', '--quiet', '--initial-branch=main');
		this.commit('feat: everything');
		this.merge();
	}

	static async create(): Promise<Releasable> {
		const repository = new Releasable();
		await new Promise<void>((resolve) => repository.registry.listen(0, '127.0.0.1', resolve));
		return repository;
	}

	remove(): void {
		this.registry.close();
		rmSync(this.folder, { recursive: true, force: true });
	}

	git(...args: string[]): string {
		const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
		return execFileSync('git', [...who, ...args], { cwd: this.folder, encoding: 'utf8' }).trim();
	}

	read(file: string): string {
		return readFileSync(join(this.folder, file), 'utf8');
	}

	write(file: string, content: string | object): void {
		const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
		mkdirSync(dirname(join(this.folder, file)), { recursive: true });
		writeFileSync(join(this.folder, file), text);
	}

	edit(file: string, from: string, to: string): void {
		const before = this.read(file);
		if (!before.includes(from)) throw new Error(`${file} holds no ${from}`);
		this.write(file, before.replace(from, to));
	}

	commit(message: string): void {
		this.git('add', '--all');
		this.git('commit', '--quiet', '--message', message);
	}

	/** What has been committed is now on main. */
	merge(): void {
		this.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
	}

	/** Changes a file, commits and merges. */
	change(file: string, message: string): void {
		this.write(file, `${this.read(file)}// ${message}\n`);
		this.commit(message);
		this.merge();
	}

	/** @returns what the command says, or why it refuses */
	async release(...args: string[]): Promise<{ refused: boolean; text: string }> {
		const env = {
			...process.env,
			npm_config_registry: `http://127.0.0.1:${(this.registry.address() as AddressInfo).port}/`,
			npm_config_cache: join(this.folder, 'node_modules/.npm'),
			npm_config_fetch_retries: '0',
			// As npm is by itself, whatever is set on this machine.
			npm_config_ignore_scripts: 'false',
		};
		return await new Promise((resolve) => {
			execFile(process.execPath, [SCRIPT, ...args], { cwd: this.folder, env }, (error, stdout, stderr) => {
				resolve({ refused: error !== null, text: (error ? stderr : stdout).trim() });
			});
		});
	}

	/** Makes 0.1.0 of all packages the last release. */
	releaseAll(): void {
		for (const dir of Object.keys(PACKAGES)) {
			this.write(join(dir, 'CHANGELOG.md'), '# Changelog\n\n## [0.1.0] - 2026-01-31\n\nFirst release.\n');
		}
		this.commit('chore(release): all');
		this.merge();
		for (const name of Object.values(PACKAGES)) this.git('tag', `${name}@0.1.0`);
	}

	build(): void {
		execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: this.folder });
	}
}
