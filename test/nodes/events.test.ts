import type { INodePropertyOptions, INodeType } from 'n8n-workflow';
import { everything } from '../../nodes/KycSimulator/everything';
import { load, nodeFiles } from '../support/package';
import { deliver, NOW } from '../support/reception';

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

describe.each(triggerFiles.filter((file) => !file.includes('KycWebhook')))('the events of %s', (file) => {
	it('are described where they decide', async () => {
		const { description } = await load<INodeType>(file);
		const options = description.properties.find(({ name }) => name === 'events')?.options as INodePropertyOptions[];
		const deciding = options.filter(isDeciding);
		expect(deciding.length).toBeGreaterThan(0);
		for (const option of deciding) expect(option.description).toMatch(/^[A-Z].{15,}$/);
	});
});
