/**
 * The release of one package. See docs/publishing.md.
 *
 *   npm run release -- prepare <name>   writes the next version and its CHANGELOG entry, to be merged
 *   npm run release -- check <name>     says whether the package may be published, and if not, what to do
 *   npm run release -- pack <name>      checks, and puts what is to be published into release/; build it first
 *   npm run release -- --dry-run        all of it for every package, in a copy, without publishing
 */
import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { packTarball } from './lib/packPackage.mjs';
import { newestEntry, nextRelease, withEntry } from './lib/release/changelog.mjs';
import { changesSince, commitsSince, git, holds, lastVersion } from './lib/release/history.mjs';
import { inputsOf } from './lib/release/inputs.mjs';
import { findPackage, readPackages } from './lib/release/packages.mjs';
import { refusalsOf, untagged } from './lib/release/refusals.mjs';
import { table } from './lib/table.mjs';

const run = promisify(execFile);
const OUTPUT = 'release';
const commands = { prepare, check, pack };

try {
	const { values, positionals } = parseArgs({ options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true });
	const [command, name] = positionals;
	if (values['dry-run']) print(await dryRun());
	else if (Object.hasOwn(commands, command ?? '') && name) print(await commands[command](name));
	else throw new Error('Say prepare, check or pack and the name of a package, or --dry-run.');
} catch (error) {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}

/** Writes the next version and its CHANGELOG entry. Before the first release, an entry written by hand is dated. */
async function prepare(name) {
	const released = await findPackage(name);
	const { last, changes, inputs } = await changesOf(released);
	if (last && changes.length === 0) throw new Error(`Nothing in ${name} has changed since ${last}.`);

	const file = join(released.dir, 'CHANGELOG.md');
	const changelog = await readFile(file, 'utf8').catch(() => '');
	const entry = last
		? nextRelease(
				last,
				await commitsSince(released, inputs, `${name}@${last}`),
				released.scope,
				await scopesBeside(released),
			)
		: (newestEntry(changelog) ?? { version: released.version, body: 'First release.' });
	await writeFile(file, withEntry(changelog, entry, new Date().toISOString().slice(0, 10), last));
	if (entry.version !== released.version) {
		await run('npm', ['version', entry.version, '--no-git-tag-version'], { cwd: released.dir });
	}
	return `${name} ${entry.version}: read ${file}, commit it as "chore(release): ${name} ${entry.version}", and merge.`;
}

async function check(name) {
	const { version } = await checked(name);
	return `${name}@${version} may be published.`;
}

/** Puts the tarball, the notes of the release and the name of its tag into a folder. */
async function pack(name) {
	const { version, entry, ...released } = await checked(name);
	await rm(OUTPUT, { recursive: true, force: true });
	const { file, files, unpackedSize } = await packTarball(released, OUTPUT);
	await writeFile(join(OUTPUT, 'notes.md'), `${entry.body}\n`);
	await writeFile(join(OUTPUT, 'tag.txt'), `${name}@${version}\n`);
	return `${file} may be published: ${files} files, ${unpackedSize} bytes unpacked.`;
}

/** Releases every package that has changed in a copy of the repository, up to what npm would do. */
async function dryRun() {
	const modules = resolve('node_modules');
	const copy = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-release-'));
	const rows = [];
	try {
		await run('git', ['clone', '--quiet', '.', copy]);
		await symlink(modules, join(copy, 'node_modules'));
		await appendFile(join(copy, '.git/info/exclude'), 'node_modules\n');
		process.chdir(copy);
		await run('npm', ['run', 'build', '--', '--all'], { maxBuffer: 16 * 1024 * 1024 });
		for (const released of await readPackages()) {
			const { last, changes } = await changesOf(released);
			const row = [released.name, last ?? 'none'];
			rows.push(row);
			if (last && changes.length === 0) {
				row.push('nothing changed', '');
				continue;
			}
			await prepare(released.name);
			await git('add', '--all');
			await git('-c', 'user.name=dry run', '-c', 'user.email=dry-run@example.com', 'commit', '-qm', 'chore: release');
			await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
			await pack(released.name);
			const { version } = await findPackage(released.name);
			const tarball = resolve(OUTPUT, `${released.name}-${version}.tgz`);
			const { stdout } = await run('npm', ['publish', tarball, '--dry-run', '--json', '--access', 'public']);
			row.push(version, `${Math.round(sizeOf(JSON.parse(stdout)) / 1000)} kB`);
		}
	} finally {
		process.chdir(tmpdir());
		await rm(copy, { recursive: true, force: true });
	}
	return `Nothing was published.\n\n${table(['package', 'last', 'next', 'unpacked'], rows)}`;
}

/** How commits name the other packages. The package that holds everything is beside none. */
async function scopesBeside({ scope }) {
	const scopes = (await readPackages()).map((each) => each.scope);
	return scope === '' ? [] : scopes.filter((each) => each !== '' && each !== scope);
}

/** @throws {Error} the reasons why a package must not be published */
async function checked(name) {
	const released = await findPackage(name);
	const { dir, version } = released;
	const { last, changes } = await changesOf(released);
	const entry = newestEntry(await readFile(join(dir, 'CHANGELOG.md'), 'utf8').catch(() => ''));
	const refusals = refusalsOf({
		name,
		version,
		last,
		changes,
		entry,
		hasTag: await holds('show-ref', '--verify', '--quiet', `refs/tags/${name}@${version}`),
		onMain: await holds('merge-base', '--is-ancestor', 'HEAD', 'refs/remotes/origin/main'),
		uncommitted: (await git('status', '--porcelain')).split('\n').flatMap((line) => line.slice(3) || []),
	});
	if (refusals.length > 0) throw new Error(refusals.join('\n'));
	if (await isPublished(`${name}@${version}`)) throw new Error(untagged(`${name}@${version}`));
	return { ...released, entry };
}

/** Before the first release, everything has changed: what the package is made of need not be found. */
async function changesOf(released) {
	const last = await lastVersion(released.name);
	if (last === null) return { last, inputs: null, changes: [] };
	const inputs = await inputsOf(released);
	return { last, inputs, changes: await changesSince(released, inputs, `${released.name}@${last}`) };
}

/** @throws {Error} when the registry tells neither yes nor no */
async function isPublished(spec) {
	try {
		const { stdout } = await run('npm', ['view', spec, 'version', '--json']);
		return stdout.trim() !== '';
	} catch ({ stdout, message }) {
		const { code = message } = JSON.parse(stdout || '{}').error ?? {};
		if (code === 'E404') return false;
		throw new Error(`npm does not say whether ${spec} is published (${code}). Try again later.`);
	}
}

/** The unpacked size that `npm publish --json` tells. */
function sizeOf({ unpackedSize, ...byName }) {
	return unpackedSize ?? Object.values(byName)[0].unpackedSize;
}

function print(text) {
	process.stdout.write(`${text}\n`);
}
