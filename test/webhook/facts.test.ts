import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { renderParts, withParts } from '../../scripts/lib/readme.mjs';
import { statuses } from '../../webhook/event';
import type { Facts } from '../../webhook/facts';
import type { Outcome } from '../../webhook/outcome';
import { setupNotice } from '../../trigger/description';
import { load, providerTriggers } from '../support/package';
import { allFacts } from '../support/facts';
import { allSamples } from '../support/providers';

const meaning = ({ status, reason, decidedBy }: Outcome) => `${status} ${reason} ${decidedBy}`;
const unknown = 'other unknown null';

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
	'what users are told of %s',
	(_, { provider, samples }) => {
		const facts = allFacts.get(provider.id) as Facts;

		test('names its documentation, and the day on which it was read', () => {
			expect(facts.documentation.length).toBeGreaterThan(0);
			for (const url of facts.documentation) expect(new URL(url).protocol).toBe('https:');
			expect(new Date(facts.readOn).toISOString().slice(0, 10)).toBe(facts.readOn);
		});

		test('tells something by every text, and each word once', () => {
			const texts = facts.words.map(([text]) => text);
			for (const text of [facts.authenticity, facts.eventId, facts.word, ...texts]) expect(text).toMatch(/^\S.*\S$/);
			expect(new Set(texts).size).toBe(texts.length);
		});

		test('has words that approve, words that wait and words that decide nothing, and none that is unknown', () => {
			const reached = facts.words.map(([, { status }]) => status);
			expect(reached).toEqual(expect.arrayContaining(['approved', 'pending', 'other']));
			expect(facts.words.map(([, outcome]) => meaning(outcome))).not.toContain(unknown);
		});

		test('covers what its samples become', () => {
			const told = [...facts.words.map(([, outcome]) => meaning(outcome)), unknown];
			const context = { parameters: {}, signedId: null, fingerprint: () => 'f' };
			const events = samples.flatMap((sample) => provider.read(sample.create({}), context));
			expect(told).toEqual(expect.arrayContaining(events.map(meaning)));
		});
	},
);

test('every status is the meaning of some word', () => {
	const reached = [...allFacts.values()].flatMap(({ words }) => words.map(([, { status }]) => status));
	expect([...new Set(reached)].sort()).toEqual([...statuses].sort());
});

describe('the tables of the README', () => {
	const notice = (text: string) =>
		setupNotice(`${text} <b>Webhooks</b>. <a href="https://example.com" target="_blank">Documentation</a>`);
	const documented = allSamples.map(({ provider }) => ({
		provider,
		facts: allFacts.get(provider.id) as Facts,
		trigger: { properties: [notice('Open')] } as INodeTypeDescription,
		action: { properties: [notice('Needs the right to')] } as INodeTypeDescription,
	}));

	test('are the same each time, and name every provider', () => {
		const parts = renderParts(documented);
		expect(renderParts(documented)).toEqual(parts);
		for (const part of Object.values(parts))
			for (const { provider } of documented) expect(part).toContain(`\n| ${provider.displayName} | `);
		expect(parts.setup).toContain('| Open **Webhooks**. |');
		expect(parts.actions).toContain('| Needs the right to **Webhooks**. |');
		const [first, ...others] = documented.map((one) => ({ ...one, action: null }));
		expect(renderParts([first as never, ...others]).actions).not.toContain(first?.provider.displayName);
	});

	test('are put between their markers, and nothing else changes', () => {
		const readme = 'a\n<!-- one:begin -->\nold\n<!-- one:end -->\nb\n';
		const written = withParts(readme, { one: 'new' });
		expect(written).toBe('a\n<!-- one:begin -->\n\nnew\n\n<!-- one:end -->\nb\n');
		expect(withParts(written, { one: 'new' })).toBe(written);
		expect(() => withParts(readme, { two: 'new' })).toThrow('README.md lacks <!-- two:begin -->');
	});
});

test('the notice at the top of each trigger is what the README says about its set-up', async () => {
	for (const file of providerTriggers) {
		const [notice] = (await load<INodeType>(file)).description.properties;
		expect(notice).toMatchObject({ name: 'setupNotice', type: 'notice' });
	}
});
