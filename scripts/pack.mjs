/** `npm run pack`: what would be published, as tarballs in the current folder; which ones: see `npm run build`. */
import { selectPackages } from './lib/packages.mjs';
import { packTarball } from './lib/packPackage.mjs';

for (const selected of await selectPackages(process.argv.slice(2))) {
	const { file } = await packTarball(selected, process.cwd());
	process.stdout.write(`${file}\n`);
}
