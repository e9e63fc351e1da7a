/**
 * `npm run lint`: the linter and the formatter over the repository; over a package of one vendor n8n's own command in its
 * strict mode. Which packages: see `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isWhole, selectPackages } from './lib/packages.mjs';

const bin = (name) => join(process.cwd(), 'node_modules/.bin', name);
for (const selected of await selectPackages(process.argv.slice(2))) {
	const commands = isWhole(selected)
		? [
				['eslint', '--max-warnings', '0', '.'],
				['prettier', '--check', '.'],
			]
		: [['n8n-node', 'lint']];
	for (const [name, ...args] of commands) {
		process.stdout.write(`${selected.manifest.name}: ${name} ${args.join(' ')}\n`);
		const { status } = spawnSync(bin(name), args, { cwd: selected.dir, stdio: 'inherit' });
		if (status !== 0) process.exitCode = 1;
	}
}
