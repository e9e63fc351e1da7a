import type { IDataObject } from 'n8n-workflow';
import { providerPage } from '../../scripts/lib/providerPage.mjs';
import { at, realCases } from '../cases/real';
import { triggerOf } from '../cases/trigger';
import { documentedFolders, documentedOf, section } from '../support/documented';
import { allFacts } from '../support/facts';

/** Every item that real deliveries come to, by provider. */
const received = new Map<string, IDataObject[]>();

beforeAll(async () => {
	for (const { now, sends, ...given } of realCases) {
		const trigger = await triggerOf(given.node, given.credentialType, given.credential, given.params);
		for (const { headers, body } of sends) {
			const { items } = await trigger.receive({ headers, body: Buffer.from(body, 'base64') }, now);
			for (const [, item] of items) {
				// What is refused has an item of its own.
				if (typeof item.provider !== 'string' || typeof item.status !== 'string') continue;
				received.set(item.provider, [...(received.get(item.provider) ?? []), item]);
			}
		}
	}
	jest.restoreAllMocks();
});

const decides = ({ status }: IDataObject) => status === 'approved' || status === 'rejected';

/** What a page says of each field of the item. */
async function toldBy(id: string, folder: string): Promise<ReadonlyMap<string, string>> {
	const text = section(providerPage(await documentedOf(id, folder)), 'What it tells about the person');
	return new Map(
		Array.from(text.matchAll(/^\| .*\(`(.+)`\) \| (.*) \|$/gm), ([, path = '', answer = '']) => [path, answer]),
	);
}

describe.each(documentedFolders)('what the page of $name says that it tells', ({ id, folder }) => {
	test('contradicts no real delivery', async () => {
		const told = await toldBy(id, folder);
		expect(told.size).toBe(10);
		const items = received.get(id) ?? [];
		expect(items).not.toEqual([]);
		for (const [path, answer] of told) {
			const telling = items.filter((item) => (at(item, path) ?? null) !== null);
			const wrong = path === 'decidedBy' ? [] : telling.filter(decides);
			if (answer === 'no') expect([path, telling]).toEqual([path, []]);
			if (answer.startsWith('only in ')) expect([path, wrong]).toEqual([path, []]);
		}
	});

	test('names every outcome of its words that tells who decided', async () => {
		const answer = (await toldBy(id, folder)).get('decidedBy');
		const words = allFacts.get(id)?.words ?? [];
		const telling = words.filter(([, { decidedBy }]) => decidedBy !== null);
		const silent = words.filter(
			([, outcome]) => ['approved', 'rejected'].includes(outcome.status) && outcome.decidedBy === null,
		);
		if (telling.length === 0) expect(answer).toBe('no');
		else if (silent.length === 0) expect(answer).toBe('yes');
		else for (const [, { decidedBy }] of telling) expect(answer).toMatch(new RegExp(`^only with .*\\b${decidedBy}\\*`));
	});

	test('and no sample tells, a real delivery does', () => {
		for (const path of Object.keys(allFacts.get(id)?.alsoTold ?? {}))
			expect((received.get(id) ?? []).filter((item) => (at(item, path) ?? null) !== null)).not.toEqual([]);
	});
});
