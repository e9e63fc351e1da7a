import type { INodeType } from 'n8n-workflow';
import { statuses } from '../../webhook/event';
import type { Evidence, Facts } from '../../webhook/facts';
import type { Outcome } from '../../webhook/outcome';
import type { Provider } from '../../webhook/provider';
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

		test('names its evidence, the strongest first', () => {
			const strongestFirst = ['vector', 'sdk', 'docs', 'archive'];
			expect(facts.evidence.length).toBeGreaterThan(0);
			expect(facts.evidence).toEqual(strongestFirst.filter((one) => facts.evidence.includes(one as Evidence)));
		});

		test('tells something by every text, and each word once', () => {
			const texts = facts.words.map(([text]) => text);
			for (const text of [facts.authenticity, facts.eventId, facts.word, ...texts]) expect(text).toMatch(/^\S.*\S$/);
			expect(new Set(texts).size).toBe(texts.length);
		});

		test('has texts that are understood without the ones before', () => {
			for (const [text] of facts.words) {
				expect(text).not.toMatch(/^…/);
				expect(text).not.toMatch(/\b(otherwise|any other|the same|these|of them|before any)\b/);
			}
		});

		test('names the setting wherever one decides', async () => {
			const approvedWhen = await approvedWhenOf(provider);
			const named = facts.words.flatMap(([text]) =>
				Array.from(text.matchAll(/under \*\*(.+?)\*\*/g), ([, name]) => name),
			);
			expect(new Set(named)).toEqual(new Set(approvedWhen));
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

/** The names of what counts as approval, where the user chooses it. */
async function approvedWhenOf({ credential }: Provider): Promise<string[]> {
	const trigger = `/${credential.type.replace(/WebhookApi$/, '')}Trigger.node.ts`.toLowerCase();
	const file = providerTriggers.find((one) => one.toLowerCase().endsWith(trigger)) ?? '';
	const { properties } = (await load<INodeType>(file)).description;
	const parameter = properties.find(({ name }) => name === 'approvedWhen');
	return (parameter?.options ?? []).map(({ name }) => name);
}

test('every status is the meaning of some word', () => {
	const reached = [...allFacts.values()].flatMap(({ words }) => words.map(([, { status }]) => status));
	expect([...new Set(reached)].sort()).toEqual([...statuses].sort());
});

test('the notice at the top of each trigger is what its page says about its set-up', async () => {
	for (const file of providerTriggers) {
		const [notice] = (await load<INodeType>(file)).description.properties;
		expect(notice).toMatchObject({ name: 'setupNotice', type: 'notice' });
	}
});
