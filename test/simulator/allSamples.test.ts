import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { providerTriggers } from '../support/package';
import { allSamples } from '../support/providers';

test('the list of all providers is what `npm run build` writes', () => {
	// In a process of its own: prettier comes as ES modules only.
	const write = `import { allSamplesSource } from './scripts/lib/allSamples.mjs';
		import { readFileSync } from 'node:fs';
		const { n8n } = JSON.parse(readFileSync('package.json', 'utf8'));
		process.stdout.write(await allSamplesSource(n8n.nodes));`;
	const written = execFileSync(process.execPath, ['--input-type=module', '--eval', write], { encoding: 'utf8' });
	expect(readFileSync('nodes/KycSimulator/allSamples.ts', 'utf8')).toBe(written);
});

test('the list has each trigger of the package, and nothing else', () => {
	expect(allSamples).toHaveLength(providerTriggers.length);
	expect(new Set(allSamples.map(({ provider }) => provider.id)).size).toBe(allSamples.length);
});
