import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * Imports TypeScript modules, with all that they import, which Node by itself cannot.
 * @param {string[]} paths
 * @returns {Promise<any[]>} their exports, in the same order
 */
export async function loadTypeScript(paths) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-typescript-'));
	try {
		const input = Object.fromEntries(paths.map((path, index) => [`module${index}`, path]));
		const bundle = await rolldown({ input, platform: 'node' });
		await bundle.write({ dir: folder, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
		await bundle.close();
		return await Promise.all(Object.keys(input).map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)));
	} finally {
		await rm(folder, { recursive: true });
	}
}
