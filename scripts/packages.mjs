/**
 * `npm run packages`: renews what stands in `packages/<vendor>/` for each vendor who has a folder there: package.json (but
 * for its version), README, licence, linter's configuration, and links to the sources. With --check it only says
 * whether they are up to date, and exits with 1 if not.
 */
import { lstat, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDocumented } from './lib/documented.mjs';
import { PACKAGES } from './lib/packages.mjs';
import { vendorFiles } from './lib/vendorPackage.mjs';

const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values;
const stale = [];
const documented = await loadDocumented();
for (const vendor of await readdir(PACKAGES))
	await renew(join(PACKAGES, vendor), await vendorFiles(vendor, documented));

if (stale.length === 0) {
	process.stdout.write('The packages of the vendors are up to date.\n');
} else if (check) {
	process.stderr.write(`Run npm run packages and commit what it writes. Out of date: ${stale.join(', ')}.\n`);
	process.exitCode = 1;
} else {
	process.stdout.write(`Written: ${stale.join(', ')}.\n`);
}

/** @param {Map<string, import('./lib/vendorPackage.mjs').Content>} wanted */
async function renew(folder, wanted) {
	for (const [path, content] of wanted) {
		const file = join(folder, path);
		if (await isAs(file, content)) continue;
		stale.push(file);
		if (check) continue;
		await rm(file, { recursive: true, force: true });
		await mkdir(dirname(file), { recursive: true });
		await ('link' in content ? symlink(content.link, file) : writeFile(file, content.text));
	}
	for (const file of await filesIn(folder)) {
		if (wanted.has(file)) continue;
		stale.push(join(folder, file));
		if (!check) await rm(join(folder, file));
	}
}

async function isAs(file, content) {
	try {
		return 'link' in content
			? (await readlink(file)) === content.link
			: (await lstat(file)).isFile() && (await readFile(file, 'utf8')) === content.text;
	} catch {
		return false;
	}
}

/** Files and links, but for what was built. */
async function filesIn(folder) {
	const found = await readdir(folder, { recursive: true, withFileTypes: true });
	return found
		.filter((entry) => !entry.isDirectory())
		.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
		.filter((file) => !file.startsWith('dist/'));
}
