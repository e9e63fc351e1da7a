import type { INodeType } from 'n8n-workflow';
import type { Provider } from '../../webhook/provider';
import { acceptedEvent, deliver, type Credential, type Sent } from './reception';

interface Example {
	readonly node: INodeType;
	readonly provider: Provider;
	readonly credential: Credential;
	/** By each value of the `events` parameter, deliveries of one event that it selects. */
	readonly deliveries: Readonly<Record<string, readonly Sent[]>>;
	/** Events that no value but `*` selects. */
	readonly unlisted: readonly Sent[];
}

/** The `events` parameter. */
export function describeSelection({ node, provider, credential, deliveries, unlisted }: Example): void {
	const names = Object.keys(deliveries);
	const select = (sent: Sent, events: readonly string[]) => deliver(provider, credential, sent, { events });
	const ignored = { ok: true, result: 'ignored' };

	describe('the selection of events', () => {
		test('offers all events, and each kind of event that the provider sends', () => {
			const parameter = node.description.properties.find(({ name }) => name === 'events');
			const values = parameter?.options?.map((option) => ('value' in option ? option.value : option.name));
			expect(parameter?.default).toEqual(['*']);
			expect(values?.slice().sort()).toEqual(['*', ...names].sort());
		});

		for (const [name, sent] of Object.entries(deliveries).flatMap(([key, all]) =>
			all.map((one) => [key, one] as const),
		)) {
			test(`takes ${name} when it is selected, and ignores it when all others are`, async () => {
				acceptedEvent(await select(sent, [name]));
				acceptedEvent(await select(sent, ['*']));
				acceptedEvent(await select(sent, [...names].reverse()));
				const others = names.filter((other) => other !== name);
				expect(await select(sent, others)).toEqual(ignored);
			});
		}

		test('takes an event that it does not list only with all events', async () => {
			for (const sent of unlisted) {
				acceptedEvent(await select(sent, ['*']));
				acceptedEvent(await select(sent, ['*', ...names.slice(0, 1)]));
				expect(await select(sent, names)).toEqual(ignored);
			}
		});

		test('ignores everything when nothing is selected', async () => {
			for (const sent of [...Object.values(deliveries).flat(), ...unlisted]) {
				expect(await select(sent, [])).toEqual(ignored);
			}
		});

		test('does not make a forged delivery anything but refused', async () => {
			const [sent] = Object.values(deliveries).flat();
			const forged = { ...sent, body: 'forged' };
			expect(await select(forged, [])).toMatchObject({ ok: false });
		});
	});
}
