import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { isWhole, readPackages } from '../../scripts/lib/packages.mjs';
import { packPackage } from '../../scripts/lib/packPackage.mjs';
import { allSamples } from '../support/providers';
import { loadPackage } from './host';

const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-kyc-vendors-'));
const sumOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
const filesIn = (dir: string) =>
	readdirSync(dir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(dir, join(entry.parentPath, entry.name)));

interface Unpacked {
	readonly vendor: string;
	readonly dir: string;
	readonly files: readonly string[];
	readonly manifest: { name: string; n8n: { strict: boolean; nodes: string[]; credentials: string[] } };
}
let vendors: Unpacked[];

beforeAll(async () => {
	const packages = (await readPackages()).filter((one) => !isWhole(one));
	vendors = await Promise.all(
		packages.map(async (one) => {
			const dir = await packPackage(one, folder);
			const manifest = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
			return { vendor: one.folder.replace('packages/', ''), dir, files: filesIn(dir), manifest };
		}),
	);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the packages of one vendor each, in n8n's own loader", () => {
	it('are there for every provider that is still in business', () => {
		const withoutPackage = allSamples
			.map(({ provider }) => provider.id)
			.filter((id) => !vendors.some(({ vendor }) => vendor === id));
		expect(withoutPackage).toEqual(['passbase']);
	});

	it('load alone, with the nodes and the credential types of the package of all providers', async () => {
		const whole = await loadPackage();
		const wholeTypes = new Map(whole.types.nodes.map((type: { name: string }) => [type.name, type]));
		const loaded: string[] = [];
		for (const { dir, manifest } of vendors) {
			/** What n8n's editor gets of a type, under the name of the package of all providers. */
			const asInWhole = (type: unknown) => JSON.parse(JSON.stringify(type).replaceAll(manifest.name, 'n8n-nodes-kyc'));
			const loader = await loadPackage(dir);
			expect(loader.types.nodes).toHaveLength(manifest.n8n.nodes.length);
			for (const type of loader.types.nodes) {
				expect(asInWhole(type)).toEqual(asInWhole(wholeTypes.get(type.name)));
				loaded.push(type.name);
			}
			expect(Object.keys(loader.credentialTypes)).toHaveLength(manifest.n8n.credentials.length);
			for (const [name, { type }] of Object.entries<{ type: object }>(loader.credentialTypes)) {
				// Which nodes of the package may use it.
				const { supportedNodes: _, ...same } = asInWhole(whole.credentialTypes[name].type);
				expect(asInWhole(type)).toMatchObject(same);
			}
		}
		const others = [...wholeTypes.keys()].filter((name) => !loaded.includes(String(name)));
		expect(others.sort()).toEqual(['kycSimulator', 'kycWebhookTrigger', 'passbaseTrigger']);
	});

	it('hold the files of one vendor, and no dependency but what n8n brings', () => {
		for (const { vendor, dir, files } of vendors) {
			const own = vendor.replaceAll('-', '');
			const named = files
				.filter((file) => /^dist\/(nodes|credentials|icons)\//.test(file))
				.filter((file) => !new RegExp(`^dist/(nodes|credentials|icons)/${own}`, 'i').test(file));
			expect(named).toEqual([]);
			const required = files
				.filter((file) => file.endsWith('.js'))
				.flatMap((file) => [...readFileSync(join(dir, file), 'utf8').matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)])
				.map(([, name = '']) => name)
				.filter((name) => !name.startsWith('.'));
			expect([...new Set(required)].sort()).toEqual(['n8n-workflow', 'node:crypto']);
		}
	});

	it('are of one vendor in n8n’s strict sense, and smaller than 250 kB unpacked', () => {
		for (const { manifest, dir, files } of vendors) {
			const bytes = sumOf(files.map((file) => statSync(join(dir, file)).size));
			expect({ name: manifest.name, strict: manifest.n8n.strict, small: bytes < 250_000 }).toEqual({
				name: manifest.name,
				strict: true,
				small: true,
			});
		}
	});
});
