import type { INodePropertyOptions, INodeType } from 'n8n-workflow';
import { everything } from '../../nodes/KycSimulator/everything';
import { load, nodeFiles, providerTriggers } from '../support/package';
import { allSamples } from '../support/providers';
import { acceptedEvents, deliver, NOW } from '../support/reception';

const isDeciding = ({ name }: INodePropertyOptions) => name.endsWith(' (Decides)');

const triggerFiles = nodeFiles.filter((file) => file.endsWith('Trigger.node.ts'));

/** The events of a provider, as its trigger offers them. */
async function eventsOf(credentialType: string, provider: string): Promise<INodePropertyOptions[]> {
	for (const file of triggerFiles) {
		const { description } = await load<INodeType>(file);
		if (description.credentials?.[0]?.name !== credentialType) continue;
		const parameter = description.properties.find(
			({ name, type, displayOptions }) =>
				name === 'events' &&
				type === 'multiOptions' &&
				(displayOptions?.show?.provider ?? [provider]).includes(provider),
		);
		return (parameter?.options ?? []) as INodePropertyOptions[];
	}
	throw new Error(`No trigger has the credential ${credentialType}`);
}

describe.each(everything.map((samples) => [samples.provider.displayName, samples] as const))(
	'the events of %s',
	(_, { provider, samples, seal, newSecrets }) => {
		it('are marked where they decide: who picks these misses no decision, and who picks the others sees none', async () => {
			const secrets = newSecrets();
			const options = await eventsOf(provider.credential.type, provider.id);
			const all = options.map(({ value }) => String(value));
			const deciding = options.filter(isDeciding).map(({ value }) => String(value));
			const others = all.filter((value) => value !== '*' && !deciding.includes(value));
			for (const { create } of samples) {
				const sent = await seal(create({}), secrets, NOW);
				const decided = (events: string[]) =>
					deliver(provider, secrets, sent, { events, statuses: ['approved', 'rejected'] });
				const { result } = (await decided(['*'])) as { result: string };
				expect(await decided(deciding)).toMatchObject({ ok: true, result });
				expect(await decided(others)).toMatchObject({ ok: true, result: 'ignored' });
			}
		});
	},
);

/** Such a name says all that there is to say: nobody takes the event for a decision or an alert. */
const PLAIN =
	/^(?!.*Status).* (?:Assigned|Changed|Created|Deleted|Initialized|Pending|Processing|Received|Reopened|Resumed|Started|Submitted|Updated|Uploaded)$/;

describe.each(providerTriggers)('the events of %s', (file) => {
	it('say in one line what becomes of them, those that decide and all whose names may mean that', async () => {
		const { description } = await load<INodeType>(file);
		const options = description.properties.find(({ name }) => name === 'events')?.options as INodePropertyOptions[];
		expect(options.some(isDeciding)).toBe(true);
		// Any of its events may reject: a person who is banned.
		if (!file.includes('/TrustSwiftly/')) {
			expect(options.filter(isDeciding).length).toBeLessThan(options.length - 1);
		}
		const told = options.filter((option) => isDeciding(option) || !PLAIN.test(option.name));
		const silent = told.filter((option) => !/^[A-Z].{15,170}$/.test(option.description ?? ''));
		expect(silent.map(({ name }) => name)).toEqual([]);
	});
});

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
	'the events of %s',
	(_, { provider, samples, seal, newSecrets }) => {
		it('say where they are an alert', async () => {
			const secrets = newSecrets();
			const options = await eventsOf(provider.credential.type, provider.id);
			for (const { create } of samples) {
				const result = await deliver(provider, secrets, await seal(create({}), secrets, NOW));
				for (const { eventType, reason } of acceptedEvents(result)) {
					if (reason !== 'alert') continue;
					expect(options.find(({ value }) => value === eventType)?.description).toMatch(/\balert\b/);
				}
			}
		});
	},
);

test.each([
	['aiprise', ['CASE_STATUS_UPDATE', 'DECISION', 'VERIFICATION_SESSION_COMPLETION'], ['COMMENT', 'TAGS_UPDATED']],
	['alloy', ['completed_application', 'create:reviews:is_entity'], ['visited_node', 'completed_branch']],
])('the events of %s are not marked by rules that ask for other events', async (id, deciding, others) => {
	const options = await eventsOf('kycWebhookApi', id);
	const marked = options.filter(isDeciding).map(({ value }) => value);
	expect(marked).toEqual(expect.arrayContaining(deciding));
	for (const value of others) {
		expect(options.map((option) => option.value)).toContain(value);
		expect(marked).not.toContain(value);
	}
});
