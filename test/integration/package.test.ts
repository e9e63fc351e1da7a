import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageDir } from './host';

const files = readdirSync(packageDir, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => relative(packageDir, join(entry.parentPath, entry.name)));
const read = (file: string) => readFileSync(join(packageDir, file), 'utf8');

describe('the published package', () => {
	it('holds what a user needs and nothing else', () => {
		const expected =
			/^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/(credentials\/\w+\.credentials\.js|nodes\/\w+\/\w+\.node\.js(on)?|icons\/\w+(\.dark)?\.svg|shared\/[\w-]+\.js|cli\.mjs|THIRD-PARTY-NOTICES\.txt))$/;
		expect(files.filter((file) => !expected.test(file))).toEqual([]);
		expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'dist/THIRD-PARTY-NOTICES.txt']));
	});

	it('holds every file that it promises to n8n', () => {
		const { nodes, credentials } = JSON.parse(read('package.json')).n8n;
		expect(files).toEqual(expect.arrayContaining([...nodes, ...credentials]));
	});

	it('has no runtime dependency: what is required is there, or comes with n8n', () => {
		expect(JSON.parse(read('package.json')).dependencies).toBeUndefined();
		const required = files
			.filter((file) => file.endsWith('.js'))
			.flatMap((file) => [...read(file).matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name))
			.filter((name) => !name?.startsWith('.'));
		expect([...new Set(required)].sort()).toEqual(['n8n-workflow', 'node:crypto']);
	});

	it('names the licences of what is bundled in', () => {
		const notices = read('dist/THIRD-PARTY-NOTICES.txt');
		expect(notices).toMatch(/^jose \d/m);
		expect(notices).toMatch(/^zod \d/m);
	});

	it('is smaller than 1.5 MB unpacked', () => {
		const bytes = files.reduce((sum, file) => sum + statSync(join(packageDir, file)).size, 0);
		expect(bytes).toBeLessThan(1_500_000);
	});
});
