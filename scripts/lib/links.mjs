import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { parsers } from 'prettier/plugins/markdown';

const ON_GITHUB = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main';

/** Where this repository is read on GitHub: a link into it is a link to a file here. */
const HERE =
	/^https:\/\/(?:github\.com\/n8n-nodes-kyc\/n8n-nodes-kyc\/blob|raw\.githubusercontent\.com\/n8n-nodes-kyc\/n8n-nodes-kyc)\/main\//;

/**
 * Which links of pages lead nowhere. Links to other sites are not followed.
 * @param {readonly string[]} files Markdown, as paths from the root
 * @param {(file: string) => Promise<string>} [read]
 * @returns {Promise<string[]>} a sentence for each
 */
export async function deadLinks(files, read = (file) => readFile(file, 'utf8')) {
	const dead = [];
	for (const file of files) {
		for (const url of linksOf(await read(file))) {
			const problem = await problemOf(file, url, read);
			if (problem) dead.push(`${file} links to ${url}: ${problem}.`);
		}
	}
	return dead;
}

/**
 * @param {string} file in which the link stands
 * @param {string} url
 * @param {(file: string) => Promise<string>} read
 * @returns {Promise<string | null>} why the link leads nowhere
 */
export async function problemOf(file, url, read = (path) => readFile(path, 'utf8')) {
	if (/^[a-z][a-z+.-]*:/i.test(url) && !HERE.test(url)) return null;
	const [path, anchor] = url.replace(HERE, '/').split('#');
	const target = path === '' ? file : normalize(path.startsWith('/') ? `.${path}` : join(dirname(file), path));
	const text = await read(target).catch((error) => (error.code === 'EISDIR' ? '' : null));
	if (text === null) return 'there is no such file';
	if (anchor === undefined || anchorsOf(text).has(anchor)) return null;
	return 'the page has no such heading';
}

/** @param {string} markdown @returns {string[]} where its links and pictures lead */
export function linksOf(markdown) {
	return nodesOf(markdown).flatMap(({ type, url, value }) => {
		if (type === 'html') return Array.from(value.matchAll(/\s(?:href|src|srcset)="([^"]*)"/g), ([, link]) => link);
		return url === undefined ? [] : [url];
	});
}

/**
 * A page whose relative links lead to GitHub, for wherever else it is read.
 * @param {string} markdown without relative links in code
 * @param {string} file where it stands, as a path from the root
 */
export function withAbsoluteLinks(markdown, file) {
	return markdown.replace(/\]\((?![a-z]+:|#)([^)]+)\)/g, (_, url) => `](${ON_GITHUB}/${join(dirname(file), url)})`);
}

/** The anchors that GitHub gives to the headings: https://docs.github.com/en/get-started/writing-on-github. */
export function anchorsOf(/** @type {string} */ markdown) {
	const anchors = new Set();
	for (const heading of nodesOf(markdown).filter(({ type }) => type === 'heading')) {
		const slug = textOf(heading)
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-');
		let anchor = slug;
		for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
		anchors.add(anchor);
	}
	return anchors;
}

function textOf({ value = '', children = [] }) {
	return value + children.map(textOf).join('');
}

/** All nodes of the tree of a Markdown text. */
function nodesOf(/** @type {string} */ markdown) {
	const flat = (node) => [node, ...(node.children ?? []).flatMap(flat)];
	return flat(parsers.markdown.parse(markdown, {}));
}
