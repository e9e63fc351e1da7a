import fc from 'fast-check';
import type { Provider, Secrets } from '../../webhook/provider';
import type { Result } from '../../webhook/receive';
import type { Samples } from '../../webhook/samples';
import { allSamples } from '../support/providers';
import { acceptedEvents, deliver, NOW } from '../support/reception';
import { inTime } from '../support/cpu';
import { mutate, type Sent, stepsFor } from './mutations';
import { isSameDelivery } from './sameDelivery';

/** Secrets and payloads are random: a failure prints the delivery, which can be handed in again. */
const SEED = Number(process.env.FUZZ_SEED ?? 20260304);
const RUNS = Number(process.env.FUZZ_RUNS ?? 10_000);

type Told = readonly object[];

interface Authentic {
	readonly sent: Sent;
	readonly told: Told;
	/** The headers without which the delivery is refused. */
	readonly signedHeaders: readonly string[];
}

/** The events of an accepted delivery, without what differs from one delivery to the next. */
function toldBy(result: Result): Told | null {
	if (!result.ok) return null;
	return acceptedEvents(result).map((event) => ({ ...event, receivedAt: null }));
}

class Receiver {
	constructor(
		private readonly provider: Provider,
		readonly secrets: Secrets,
	) {}

	deliver(sent: Sent): Promise<Result> {
		const tolerance = this.provider.tolerance === undefined ? 0 : 300;
		return deliver(this.provider, this.secrets, sent, { tolerance });
	}

	async authentic(sent: Sent): Promise<Authentic> {
		const told = toldBy(await this.deliver(sent));
		if (told === null) throw new Error(`A sample of ${this.provider.displayName} is refused.`);
		const signedHeaders: string[] = [];
		for (const name of Object.keys(sent.headers)) {
			const headers = { ...sent.headers, [name]: undefined };
			if (!(await this.deliver({ ...sent, headers })).ok) signedHeaders.push(name);
		}
		return { sent, told, signedHeaders };
	}
}

async function prepare({ provider, newSecrets, samples, seal }: Samples) {
	const secrets = newSecrets();
	const receiver = new Receiver(provider, secrets);
	const pool: Authentic[] = [];
	for (const { create } of samples) {
		const { headers, body } = await seal(create({}), secrets, NOW);
		const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
		pool.push(await receiver.authentic({ headers: Object.fromEntries(lowerCase), body: Buffer.from(body) }));
	}
	return { receiver, pool };
}

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))('%s', (_, samples) => {
	const { id } = samples.provider;

	it(`believes none of ${RUNS} mutated deliveries (FUZZ_SEED=${SEED})`, async () => {
		const { receiver, pool } = await prepare(samples);
		const sample = fc.nat(pool.length - 1);
		let refusals = 0;
		await fc.assert(
			fc.asyncProperty(sample, sample, stepsFor(pool[0]!.sent), async (one, another, plan) => {
				const [authentic, other] = [pool[one]!, pool[another]!];
				const sent = mutate(authentic.sent, other.sent, plan);
				try {
					const told = toldBy(await inTime(() => receiver.deliver(sent)));
					if (told === null) refusals++;
					else if (
						!pool.some(
							(each) =>
								isSameDelivery(id, each.sent, sent, each.signedHeaders) &&
								JSON.stringify(each.told) === JSON.stringify(told),
						)
					) {
						throw new Error('It is accepted.');
					}
				} catch (cause) {
					const { headers, body } = sent;
					const delivery = { secrets: receiver.secrets, headers, bodyInBase64: body.toString('base64') };
					throw new Error(`${(cause as Error).message} ${JSON.stringify(delivery).slice(0, 4_000)}`, { cause });
				}
			}),
			{ seed: SEED, numRuns: RUNS },
		);
		// Else the mutations would change nothing that counts.
		expect(refusals).toBeGreaterThan(RUNS * 0.7);
	});
});
