import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType } from 'n8n-workflow';
import { anchorsOf, deadLinks, linksOf, problemOf, withAbsoluteLinks } from '../../scripts/lib/links.mjs';
import { credentialFiles, load, nodeFiles, root } from '../support/package';

const PAGES = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/';
const readHere = async (file: string) => readFileSync(join(root, file), 'utf8');

function linksOfCodex(file: string): string[] {
	const { resources } = JSON.parse(readFileSync(join(root, file.replace(/\.ts$/, '.json')), 'utf8'));
	return Object.values(resources as Record<string, { url: string }[]>).flatMap((links) => links.map(({ url }) => url));
}

describe('the "Docs" link', () => {
	test.each(nodeFiles)('of %s leads to a page of this package', async (file) => {
		const links = linksOfCodex(file);
		expect(links).not.toEqual([]);
		for (const url of links) {
			expect(url.startsWith(PAGES)).toBe(true);
			expect(await problemOf(file, url, readHere)).toBeNull();
		}
	});

	test.each(credentialFiles)('of %s leads to a page of this package', async (file) => {
		const { documentationUrl } = await load<ICredentialType>(file);
		expect(documentationUrl?.startsWith(PAGES)).toBe(true);
		expect(await problemOf(file, documentationUrl ?? '', readHere)).toBeNull();
	});

	test('of a provider leads to its own page', async () => {
		const links = linksOfCodex('nodes/TrustSwiftly/TrustSwiftlyTrigger.node.ts');
		// n8n adds a query to the link: behind an anchor it would belong to the anchor.
		expect(new Set(links)).toEqual(new Set([`${PAGES}providers/trust-swiftly.md`]));
	});
});

describe('the check of links', () => {
	const files = new Map([
		['README.md', '# One & two\n\n## `Three`\n\n## `Three`\n\n[a](docs/b.md#heading) [c](#three-1)\n'],
		[
			'docs/b.md',
			'# Heading\n\n[up](../README.md#one--two) <img src="../README.md"> ![p](https://example.com/p.png)\n',
		],
	]);
	const read = async (file: string) => files.get(file) ?? Promise.reject(new Error('ENOENT'));

	test('finds nothing where every link leads somewhere', async () => {
		expect(await deadLinks([...files.keys()], read)).toEqual([]);
	});

	test.each([
		['[a](docs/c.md)', 'there is no such file'],
		['<a href="docs/c.md">a</a>', 'there is no such file'],
		['![a](docs/c.png)', 'there is no such file'],
		['[a](https://raw.githubusercontent.com/n8n-nodes-kyc/n8n-nodes-kyc/main/docs/c.png)', 'there is no such file'],
		['<source srcset="docs/c.png">', 'there is no such file'],
		['[a]: docs/c.md\n', 'there is no such file'],
		['[a](#four)', 'the page has no such heading'],
		['[a](docs/b.md#three)', 'the page has no such heading'],
		[`[a](${PAGES}b.md#three)`, 'the page has no such heading'],
	])('finds %s', async (link, problem) => {
		const present = files.get('README.md') ?? '';
		const withLink = async (file: string) => (file === 'README.md' ? `${present}\n${link}\n` : read(file));
		const found = await deadLinks(['README.md'], withLink);
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(problem);
	});

	test('passes over what is code', () => {
		expect(linksOf('`[a](b)`\n\n```\n[a](b)\n```\n')).toEqual([]);
	});

	test('makes relative links absolute, and leaves others alone', () => {
		const page = '[a](../b.md#c) [d](e.png) [f](#g) [h](https://example.com)';
		expect(withAbsoluteLinks(page, 'docs/providers/p.md')).toBe(
			`[a](${PAGES}b.md#c) [d](${PAGES}providers/e.png) [f](#g) [h](https://example.com)`,
		);
	});

	test('knows the anchors of headings as GitHub makes them', () => {
		expect([...anchorsOf('# Über *uns*: was, wie?\n\n# a_b `c`\n\n# a_b `c`\n')]).toEqual([
			'über-uns-was-wie',
			'a_b-c',
			'a_b-c-1',
		]);
	});
});
